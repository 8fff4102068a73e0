/** Milliseconds of one turn: a longer hold-up counts as one. */
const turnMs = 100;

/**
 * A time limit that counts only time in which this thread was free. Whoever asks another process in the background gets an
 * answer only between two pieces of our own work: while a registry of a hundred megabytes is parsed nothing can arrive, and
 * afterwards timers are called before what has arrived. `onOver` is called once, never while an answer lies there.
 */
export class FreeTime {
  #left: number;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  readonly #onOver: () => void;

  constructor(limitMs: number, onOver: () => void = () => {}) {
    this.#left = limitMs;
    this.#onOver = onOver;
    this.#next();
  }

  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** To be called when nothing is waited for any more; a timer would keep the program alive. */
  end(): void {
    clearTimeout(this.#timer as NodeJS.Timeout);
    clearImmediate(this.#timer as NodeJS.Immediate);
  }

  #next(): void {
    const turn = Math.min(turnMs, this.#left);
    this.#timer = setTimeout(() => {
      this.#left -= turn;
      if (this.#left > 0) this.#next();
      // What arrived meanwhile is handed over before this is called.
      else this.#timer = setImmediate(() => (this.#timer = setImmediate(this.#onOver)));
    }, turn);
  }
}
