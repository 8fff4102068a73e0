import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { WorkerResult } from '../worker-client/protocol.ts';
import type { WorkerEnd } from '../worker-client/worker-client.ts';
import type { WorkerAction } from './worker-work.ts';

/** What to tell a person about the end of an action: what happened, what it means, what to do next. */
export function describeEnd(end: WorkerEnd, action: WorkerAction): string | null {
  return action.kind === 'updateDefenderSignatures'
    ? describeUpdate(end)
    : describeRemoval(end, action);
}

/** The update of Microsoft Defender's signatures, which is never ended by force. */
function describeUpdate(end: WorkerEnd): string | null {
  const isLate =
    end.how === 'timedOut' || (end.how === 'result' && end.result.ended === 'timedOut');
  if (isLate) return 'The update takes longer than expected and goes on in the background.';
  if (end.how === 'cancelled') return 'Cancelled. The update may go on in the background.';
  if (end.how === 'result') return end.result.message;
  return `The helper process of Cutover did not work (${end.reason}). Update from Windows Security instead.`;
}

type Removal = Exclude<WorkerAction, { kind: 'updateDefenderSignatures' }>;

function describeRemoval(end: WorkerEnd, action: Removal): string | null {
  switch (end.how) {
    case 'result':
      return describeResult(end.result, action);
    case 'couldNotStart':
      return `The helper process of Cutover could not be started (${end.reason}). Nothing was changed.`;
    case 'timedOut':
      return `The uninstaller did not end within its time limit. ${goesOn(action)}`;
    case 'cancelled':
      return `Cancelled. The uninstaller may already have begun. ${goesOn(action)}`;
    case 'crashed':
      return (
        `The helper process of Cutover broke down (${end.reason}). The product may be removed by half. ` +
        'Run Cutover again: it goes on with what is still there.'
      );
    default:
      return assertNever(end);
  }
}

function describeResult(result: WorkerResult, action: Removal): string | null {
  if (result.message !== null) return result.message;
  switch (result.ended) {
    case 'cancelled':
      return 'Cancelled. The product is still there.';
    case 'timedOut':
      return action.kind === 'uninstallMsi'
        ? 'The removal did not end within its time limit; Windows Installer undid it. Restart the computer and try again.'
        : 'The uninstaller did not end within its time limit and was ended. Restart the computer and try again.';
    case 'exited':
    case 'couldNotStart':
      return null;
    default:
      return assertNever(result.ended);
  }
}

function goesOn(action: Removal): string {
  const who = action.kind === 'uninstallMsi' ? 'Windows Installer' : 'It';
  return `${who} may still be at work in the background: wait until it has finished, restart the computer, then run Cutover again.`;
}
