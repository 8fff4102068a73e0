import { message } from '../../../shared/domain/message.ts';
import type { Gap } from '../../../shared/domain/section.ts';

/**
 * The time of a collector that waits for nothing: nobody but itself can end it, so it asks between two pieces of its work.
 */
export class Deadline {
  readonly #end: number;
  readonly #limitMs: number;

  /** `limitMs` milliseconds from now, by a clock that nobody can set. */
  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#end = performance.now() + limitMs;
  }

  get isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** What stays unread when it is over. */
  gap(subject: string): Gap {
    const detail = message('gap.tooSlow', { count: this.#limitMs / 1000 });
    return { subject, reason: 'timedOut', detail, needsAdministrator: false };
  }
}
