import type { Action } from '../../../../shared/plan.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { WorkerResult } from '../worker/protocol.ts';
import type { WorkerEnd } from './worker-client.ts';

/** What to tell a person about the end of an action: what happened, what it means, what to do next. */
export function describeEnd(end: WorkerEnd, action: Action): string | null {
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

function describeResult(result: WorkerResult, action: Action): string | null {
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

function goesOn(action: Action): string {
  const who = action.kind === 'uninstallMsi' ? 'Windows Installer' : 'It';
  return `${who} may still be at work in the background: wait until it has finished, restart the computer, then run Cutover again.`;
}
