import { systemClock } from '../../../../../src/main/engine/record/clock.ts';
import { createRunFolder } from '../../../../../src/main/engine/record/run-folder.ts';
import { choiceOf } from '../../../../../src/main/desktop/guide/scan-view.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import { HeldSecrets } from '../../../../../src/main/session/held-secrets.ts';
import { runSession } from '../../../../../src/main/session/run-session.ts';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { runsIn } from '../../../../support/runs-in.ts';

/** What the engine does on a practice computer with the answers of a guide, asked without it; nothing is removed. */
export async function engineRun(computer: string, snapshot: GuideSnapshot) {
  const place = practiceComputers.find(({ id }) => id === computer);
  if (place === undefined) throw new Error(`There is no ${computer}.`);
  const machine = await PracticeMachine.open({
    computer: place,
    folder: temporaryFolder(),
    speed: 0,
  });
  const secrets = new HeldSecrets();
  for (const ref of snapshot.passwordsGiven) secrets.set(ref, 'practice');
  const folder = createRunFolder(runsIn(temporaryFolder()), systemClock);
  const stops: string[] = [];
  const end = await runSession({
    machine,
    folder,
    choice: choiceOf(snapshot),
    secrets,
    words: english,
    dryRun: true,
    signal: new AbortController().signal,
    onEvent: (event) => {
      if (event.kind === 'stopped') stops.push(...event.hazards.map(({ id }) => id));
    },
  });
  if (end.kind !== 'ended') throw new Error(end.message.id);
  return { record: end.record, runPath: folder.path, stops };
}
