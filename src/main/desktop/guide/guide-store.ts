import type { GuideSnapshot } from '../../../shared/contract/guide.ts';

/** Holds what the window shows, numbers its changes, and tells who listens. */
export class GuideStore {
  #snapshot: GuideSnapshot;
  readonly #listeners = new Set<(snapshot: GuideSnapshot) => void>();

  constructor(first: Omit<GuideSnapshot, 'revision'>) {
    this.#snapshot = { ...first, revision: 1 };
  }

  get snapshot(): GuideSnapshot {
    return this.#snapshot;
  }

  update(change: Partial<Omit<GuideSnapshot, 'revision'>>): void {
    this.#snapshot = { ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }

  /** Returns how to stop. */
  onChange(listener: (snapshot: GuideSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
