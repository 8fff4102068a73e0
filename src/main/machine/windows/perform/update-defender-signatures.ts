import { win32 } from 'node:path';
import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
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
    if (program === null) return couldNotStart(message('update.noMpCmdRun'));
    return (await byWorker(workOf(program, context.timeLimitMs), context, here)).performed;
  },
};

/** By what its signature says. Microsoft: "Microsoft Defender Antivirus command-line tool". */
const microsoft = { signed: true, name: 'Microsoft Corporation' } as const;

/** An update that takes longer than we wait is left to finish: ending it could leave half of it behind. */
function workOf(program: string, timeLimitMs: number): Work {
  return {
    kind: 'run-uninstaller',
    request: {
      program,
      args: ['-SignatureUpdate'],
      workingFolder: win32.dirname(program),
      maker: microsoft,
      timeLimitMs,
      endAtLimit: false,
    },
    secrets: [],
    waitingFor: quoted('MpCmdRun.exe'),
    describe: describeUpdate,
  };
}

function describeUpdate(end: WorkerEnd): readonly Message[] {
  const isLate =
    end.how === 'timedOut' || (end.how === 'result' && end.result.ended === 'timedOut');
  if (isLate) return [message('update.goesOn')];
  if (end.how === 'cancelled') return [message('update.maybeGoesOn')];
  if (end.how === 'result') return end.result.message;
  return [message('worker.failed', { why: end.reason }), message('update.byHand')];
}
