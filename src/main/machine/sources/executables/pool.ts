/** Work that is done side by side, some at a time; one feeds it and waits for room. */
export class Pool {
  readonly #most: number;
  #running = 0;
  #changed: (() => void) | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins it as soon as there is room; does not wait for its end. */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.#running >= this.#most) await this.#change();
    this.#running += 1;
    void this.#run(work);
  }

  /** @throws what the first work threw that did. */
  async idle(): Promise<void> {
    while (this.#running > 0) await this.#change();
    if (this.#failure !== null) throw this.#failure.error;
  }

  async #run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#failure ??= { error };
    }
    this.#running -= 1;
    this.#changed?.();
  }

  async #change(): Promise<void> {
    await new Promise<void>((resolve) => (this.#changed = resolve));
  }
}
