/** At most ten a second. */
const shortestPauseMs = 100;

/** A window that was closed or has lost a message is tried again after this time. */
const receiptLimitMs = 5000;

/**
 * Hands events to a window that may be slow, hang or be gone. One is on its way at a time, the newest waits,
 * the others are left out; so nothing piles up and who offers is never held up.
 */
export class EventFeed<T> {
  readonly #send: (event: T) => boolean;
  #waiting: { readonly event: T } | null = null;
  #sentAt = -Infinity;
  #isUnderWay = false;
  #timer: NodeJS.Timeout | null = null;

  /** `send` says whether there was somebody to send to. */
  constructor(send: (event: T) => boolean) {
    this.#send = send;
  }

  offer(event: T): void {
    this.#waiting = { event };
    this.#plan();
  }

  /** The window has got the last one. */
  received(): void {
    this.#isUnderWay = false;
    this.#plan();
  }

  #plan(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting === null) return;
    const pause = this.#isUnderWay ? receiptLimitMs : shortestPauseMs;
    const delay = this.#sentAt + pause - performance.now();
    if (delay <= 0) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), delay).unref();
  }

  #flush(): void {
    this.#timer = null;
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    this.#sentAt = performance.now();
    this.#isUnderWay = this.#send(waiting.event);
  }
}
