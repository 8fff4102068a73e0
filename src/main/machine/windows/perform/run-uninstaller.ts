import { win32 } from 'node:path';
import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, quoted } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { byWorker, type WindowsHere, type Work } from './by-worker.ts';
import { describeEnd } from '../worker-client/describe-end.ts';
import { couldNotStart, nothingBefore, type Performer } from './performer.ts';
import { refusePlace } from './refuse-place.ts';

/** Runs a vendor's own uninstaller. */
export const runUninstaller: Performer<ActionOf<'runUninstaller'>, WindowsHere> = {
  command: ({ program, args }) => formatCommandLine(program, args),
  refuse: ({ program, maker }, { lookUp }) =>
    refusePlace(program, lookUp.variables()) ??
    (maker === null ? message('uninstaller.signature.unknown') : null),
  before: () => nothingBefore,
  async act({ program, args, workingFolder, maker }, _before, context, here) {
    if (maker === null) return couldNotStart(message('uninstaller.signature.unknown'));
    const { timeLimitMs } = context;
    const work: Work = {
      kind: 'run-uninstaller',
      request: { program, args: [...args], workingFolder, maker, timeLimitMs, endAtLimit: true },
      secrets: [],
      waitingFor: quoted(win32.basename(program)),
      describe: describeEnd(
        message('removal.goesOn.runUninstaller'),
        message('removal.maybeByHalf'),
      ),
    };
    return (await byWorker(work, context, here)).performed;
  },
};
