import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { WorkerEnd } from './worker-client.ts';

/** What has to be told about the end of a worker beside how it ended: what may go on where it was ended, what broke. */
export function describeEnd(
  whenEnded: Message,
  whenBroken: Message,
): (end: WorkerEnd) => readonly Message[] {
  return (end) => {
    switch (end.how) {
      case 'result':
        return end.result.message;
      case 'couldNotStart':
        return [message('worker.notStarted', { why: end.reason })];
      case 'timedOut':
      case 'cancelled':
        return [whenEnded];
      case 'crashed':
        return [message('worker.brokeDown', { why: end.reason }), whenBroken];
      default:
        return assertNever(end);
    }
  };
}
