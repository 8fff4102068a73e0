import type { CallName, EventName } from './contract.ts';

/** The name under which a call or an event travels between window and engine. */
export function channelOf(name: CallName | EventName): string {
  return `cutover:${name}`;
}

/** The name under which the window says that an event has arrived, see `event-feed.ts`. */
export function receiptOf(name: EventName): string {
  return `cutover:${name}:received`;
}
