import { win32 } from 'node:path';
import type { ActionOf } from '../../../../shared/domain/action.ts';
import type { WorkerEnd } from '../worker-client/worker-client.ts';
import { byWorker, type WindowsHere, type Work } from './by-worker.ts';
import { couldNotStart, nothingBefore, type Performer } from './performer.ts';

/** Lets Microsoft Defender update its signatures by its own command line. */
export const updateDefenderSignatures: Performer<
  ActionOf<'updateDefenderSignatures'>,
  WindowsHere
> = {
  command: () => 'MpCmdRun.exe -SignatureUpdate',
  refuse: () => null,
  before: () => nothingBefore,
  async act(_action, _before, context, here) {
    const program = here.lookUp.mpCmdRun();
    if (program === null) return couldNotStart(noMpCmdRun);
    return (await byWorker(workOf(program, context.timeLimitMs), context, here)).performed;
  },
};

const noMpCmdRun =
  'The command line of Microsoft Defender (MpCmdRun.exe) is not on this computer. ' +
  'On a server, Microsoft Defender Antivirus has to be added as a Windows feature first.';

/** An update that takes longer than we wait is left to finish: ending it could leave half of it behind. */
function workOf(program: string, timeLimitMs: number): Work {
  return {
    kind: 'run-uninstaller',
    request: {
      program,
      args: ['-SignatureUpdate'],
      workingFolder: win32.dirname(program),
      timeLimitMs,
      endAtLimit: false,
    },
    secrets: [],
    waitingFor: 'MpCmdRun.exe',
    describe: describeUpdate,
  };
}

function describeUpdate(end: WorkerEnd): string | null {
  const isLate =
    end.how === 'timedOut' || (end.how === 'result' && end.result.ended === 'timedOut');
  if (isLate) return 'The update takes longer than expected and goes on in the background.';
  if (end.how === 'cancelled') return 'Cancelled. The update may go on in the background.';
  if (end.how === 'result') return end.result.message;
  return `The helper process of Cutover did not work (${end.reason}). Update from Windows Security instead.`;
}
