import { mkdirSync } from 'node:fs';
import type { Reply } from '../../../../../src/shared/contract/contract.ts';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import { guideMachines } from '../../../../../src/main/desktop/guide/guide-machine.ts';
import { Guide } from '../../../../../src/main/desktop/guide/guide.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

export interface Scene {
  readonly guide: Guide;
  readonly folder: string;
}

/** A guide whose practice computers take no time and live in a folder of the test. */
export async function guideOf(folder = temporaryFolder(), fast = true): Promise<Scene> {
  mkdirSync(folder, { recursive: true });
  const machines = await guideMachines({ fast, dataFolder: folder });
  return { guide: new Guide({ machines, technicianMode: false, language: 'en' }), folder };
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

/** Goes all the way to the end of the removal on one practice computer. */
export async function removeOn(guide: Guide, computer: string, passwords = true) {
  valueOf(await guide.chooseMachine(`practice-${computer}`));
  const { plan } = valueOf(await guide.scan());
  for (const { id, severity } of plan?.hazards ?? [])
    if (severity === 'todo') valueOf(await guide.acknowledge(id, true));
  valueOf(await guide.setManagedByUs(true));
  if (passwords) {
    valueOf(await guide.givePassword('kaspersky', 'practice'));
    valueOf(await guide.givePassword('agent', 'practice'));
  }
  valueOf(await guide.startRemoval());
  return await until(guide, ({ run }) => run.state !== 'running');
}
