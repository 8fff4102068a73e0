import type { RemovalAction } from '../../../../shared/domain/action.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { WorkerEnd } from '../worker-client/worker-client.ts';

type Removal = RemovalAction['kind'];

/** What has to be told about the end of a removal beside how it ended: what goes on, what broke. */
export function describeRemoval(by: Removal): (end: WorkerEnd) => readonly Message[] {
  return (end) => describe(end, by);
}

function describe(end: WorkerEnd, by: Removal): readonly Message[] {
  switch (end.how) {
    case 'result':
      return end.result.message;
    case 'couldNotStart':
      return [message('worker.notStarted', { why: end.reason })];
    case 'timedOut':
    case 'cancelled':
      return [message(`removal.goesOn.${by}`)];
    case 'crashed':
      return [message('worker.brokeDown', { why: end.reason }), message('removal.maybeByHalf')];
    default:
      return assertNever(end);
  }
}
