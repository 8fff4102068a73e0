import type { Writable } from 'node:stream';

/**
 * Lets several speak at once and be heard one after the other: the first of them live, what the others say is kept
 * until it is their turn.
 */
export class OneVoice {
  readonly #output: Writable;
  readonly #speakers: Speaker[] = [];

  constructor(output: Writable) {
    this.#output = output;
  }

  /** Joins at the end of the queue. */
  join(): Speaker {
    const speaker: Speaker = {
      kept: [],
      hasEnded: false,
      say: (text) => {
        speaker.kept.push(text);
        this.#hear();
      },
      end: () => {
        speaker.hasEnded = true;
        this.#hear();
      },
    };
    this.#speakers.push(speaker);
    return speaker;
  }

  #hear(): void {
    for (let first = this.#speakers[0]; first !== undefined; first = this.#speakers[0]) {
      for (const text of first.kept.splice(0)) this.#output.write(text);
      if (!first.hasEnded) return;
      this.#speakers.shift();
    }
  }
}

/** One of those who speak. */
export interface Speaker {
  readonly kept: (string | Uint8Array)[];
  hasEnded: boolean;
  readonly say: (text: string | Uint8Array) => void;
  readonly end: () => void;
}
