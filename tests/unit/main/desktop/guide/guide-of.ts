import { mkdirSync } from 'node:fs';
import type { Reply } from '../../../../../src/shared/contract/contract.ts';
import type { GuidePolicy, GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import { guideMachines } from '../../../../../src/main/desktop/guide/guide-machine.ts';
import { Guide } from '../../../../../src/main/desktop/guide/guide.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

export interface Scene {
  readonly guide: Guide;
  readonly folder: string;
}

/** A guide whose practice computers take no time and live in a folder of the test. */
export async function guideOf(
  folder = temporaryFolder(),
  fast = true,
  forbids: GuidePolicy['forbids'] = [],
): Promise<Scene> {
  mkdirSync(folder, { recursive: true });
  const machines = await guideMachines({ fast, dataFolder: folder });
  const policy = { forbids, broken: null };
  return { guide: new Guide({ machines, technicianMode: false, language: 'en', policy }), folder };
}

export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value;
}

/** Waits until the guide shows what is wanted. */
export async function until(
  guide: Guide,
  isSo: (snapshot: GuideSnapshot) => boolean,
): Promise<GuideSnapshot> {
  if (isSo(guide.snapshot)) return guide.snapshot;
  return await new Promise((resolve) => {
    const stop = guide.onChange((snapshot) => {
      if (!isSo(snapshot)) return;
      stop();
      resolve(snapshot);
    });
  });
}

/** Goes all the way to the end of the removal on one practice computer, or as far as the guide lets a person. */
export async function removeOn(guide: Guide, computer: string, passwords = true) {
  valueOf(await guide.move('chooseMachine', `practice-${computer}`));
  valueOf(await guide.move('scan'));
  await answerEverything(guide, passwords);
  await guide.move('startRemoval');
  return await until(guide, ({ run }) => run.state !== 'running');
}

/** Chooses everything that was found, whether it was proposed or not. */
export async function chooseAll(guide: Guide): Promise<GuideSnapshot> {
  const { scan } = guide.snapshot;
  for (const { id } of scan.state === 'done' ? scan.findings : [])
    valueOf(await guide.move('chooseFinding', { findingId: id, chosen: true }));
  return guide.snapshot;
}

/** Says and ticks off everything that a person can. */
export async function answerEverything(guide: Guide, passwords = true): Promise<void> {
  valueOf(await guide.move('setOwner', 'administrator'));
  for (const { id, severity } of guide.snapshot.plan?.hazards ?? [])
    if (severity === 'todo') valueOf(await guide.move('acknowledge', { hazardId: id, done: true }));
  if (!passwords) return;
  valueOf(await guide.move('givePassword', { ref: 'kaspersky', password: 'practice' }));
  valueOf(await guide.move('givePassword', { ref: 'agent', password: 'practice' }));
}
