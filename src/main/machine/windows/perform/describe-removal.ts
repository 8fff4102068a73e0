import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { RemovalAction } from '../../../../shared/domain/action.ts';
import type { WorkerResult } from '../worker-client/protocol.ts';
import type { WorkerEnd } from '../worker-client/worker-client.ts';

type Removal = RemovalAction['kind'];

/** What to tell a person about the end of a removal: what happened, what it means, what to do next. */
export function describeRemoval(by: Removal): (end: WorkerEnd) => string | null {
  return (end) => describe(end, by);
}

function describe(end: WorkerEnd, by: Removal): string | null {
  switch (end.how) {
    case 'result':
      return describeResult(end.result, by);
    case 'couldNotStart':
      return `The helper process of Cutover could not be started (${end.reason}). Nothing was changed.`;
    case 'timedOut':
      return `The uninstaller did not end within its time limit. ${goesOn(by)}`;
    case 'cancelled':
      return `Cancelled. The uninstaller may already have begun. ${goesOn(by)}`;
    case 'crashed':
      return (
        `The helper process of Cutover broke down (${end.reason}). The product may be removed by half. ` +
        'Run Cutover again: it goes on with what is still there.'
      );
    default:
      return assertNever(end);
  }
}

function describeResult(result: WorkerResult, by: Removal): string | null {
  if (result.message !== null) return result.message;
  switch (result.ended) {
    case 'cancelled':
      return 'Cancelled. The product is still there.';
    case 'timedOut':
      return by === 'uninstallMsi'
        ? 'The removal did not end within its time limit; Windows Installer undid it. Restart the computer and try again.'
        : 'The uninstaller did not end within its time limit and was ended. Restart the computer and try again.';
    case 'exited':
    case 'couldNotStart':
      return null;
    default:
      return assertNever(result.ended);
  }
}

function goesOn(by: Removal): string {
  const who = by === 'uninstallMsi' ? 'Windows Installer' : 'It';
  return `${who} may still be at work in the background: wait until it has finished, restart the computer, then run Cutover again.`;
}
