import type { GuideSnapshot, GuideState } from '../../../shared/contract/guide.ts';
import { openMoves } from './moves.ts';
import { pageStates } from './pages.ts';
import { readinessOf } from './readiness.ts';

/** Holds what the window shows, says with every change what is open now, and tells who listens. */
export class GuideStore {
  #snapshot: GuideSnapshot;
  readonly #listeners = new Set<(snapshot: GuideSnapshot) => void>();

  constructor(first: GuideState) {
    this.#snapshot = snapshotOf(first, 1);
  }

  get snapshot(): GuideSnapshot {
    return this.#snapshot;
  }

  update(change: Partial<GuideState>): void {
    const { revision } = this.#snapshot;
    this.#snapshot = snapshotOf({ ...this.#snapshot, ...change }, revision + 1);
    for (const listener of this.#listeners) listener(this.#snapshot);
  }

  /** Returns how to stop. */
  onChange(listener: (snapshot: GuideSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** A state with everything that follows from it. */
export function snapshotOf(state: GuideState, revision: number): GuideSnapshot {
  return {
    ...state,
    revision,
    pages: pageStates(state),
    moves: openMoves(state),
    readiness: readinessOf(state),
  };
}
