import { wayBack } from '../../../shared/domain/run/way-back.ts';
import type { ReactivationProgress } from '../../../shared/contract/guide.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { scope } from '../../catalog/scope.ts';
import { systemClock } from '../../engine/record/clock.ts';
import { reactivateDefender } from '../../session/reactivate-defender.ts';
import type { CurrentMachine } from './current-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { guideWords } from './guide-words.ts';
import { afterEvent, beginning, ended, problemOf } from './run-view.ts';
import type { Scanner } from './scanner.ts';

export interface ProtectionJobsOptions {
  readonly store: GuideStore;
  readonly machine: CurrentMachine;
  readonly scanner: Scanner;
  /** The computer was changed. */
  readonly onChanged: () => void;
}

/**
 * What a person can ask for around the protection at any time: another look, the live check, Microsoft Defender
 * reactivated. Each comes back at once and ends by itself, with every failure in the snapshots; the guide lets one run at
 * a time.
 */
export class ProtectionJobs {
  readonly #options: ProtectionJobsOptions;
  #live: AbortController | null = null;
  #ends: Promise<void> = Promise.resolve();

  constructor(options: ProtectionJobsOptions) {
    this.#options = options;
  }

  recheck(): void {
    this.#options.store.update({ recheck: { state: 'running' } });
    this.#begin(this.#look(), (detail) => {
      const problem: Problem = { id: 'scanFailed', detail };
      this.#options.store.update({ recheck: { state: 'failed', problem } });
    });
  }

  checkLive(): void {
    this.#options.store.update({ liveCheck: { state: 'running' } });
    this.#begin(this.#tryOut(), (detail) => this.#liveFailed({ id: 'liveCheckFailed', detail }));
  }

  reactivateDefender(): void {
    // What was tried out before says nothing about what will protect then.
    this.#options.store.update({ liveCheck: { state: 'notBegun' } });
    this.#progress({ state: 'running', steps: [] });
    this.#begin(this.#reactivate(), (detail) =>
      this.#progress({ state: 'failed', problem: { id: 'reactivationFailed', detail } }),
    );
  }

  /** Ends a live check early, so that it clears up behind itself; comes back when nothing runs any more. */
  async settle(): Promise<void> {
    this.#live?.abort();
    await this.#ends;
  }

  #begin(work: Promise<void>, onFailure: (detail: string) => void): void {
    this.#ends = work.catch((error: unknown) =>
      onFailure(error instanceof Error ? error.message : String(error)),
    );
  }

  async #look(): Promise<void> {
    const { store, machine, scanner } = this.#options;
    const inventory = await (await machine.open()).inventory({ scope });
    scanner.takeIn(inventory, null);
    store.update({ recheck: { state: 'done', at: inventory.collectedAt } });
  }

  async #tryOut(): Promise<void> {
    const { store } = this.#options;
    const machine = await this.#options.machine.open();
    if (machine.liveCheck === undefined) {
      this.#liveFailed({ id: 'noLiveCheck' });
      return;
    }
    const live = new AbortController();
    this.#live = live;
    const result = await machine.liveCheck(live.signal).finally(() => (this.#live = null));
    store.update({
      liveCheck: live.signal.aborted ? { state: 'notBegun' } : { state: 'done', result },
    });
  }

  #liveFailed(problem: Problem): void {
    this.#options.store.update({ liveCheck: { state: 'failed', problem } });
  }

  async #reactivate(): Promise<void> {
    const { scanner, store } = this.#options;
    const data = await this.#options.machine.chosen.writable();
    if (!data.ok) {
      this.#progress({ state: 'failed', problem: data.problem });
      return;
    }
    const machine = await this.#options.machine.open();
    let view = beginning('', systemClock.now().toISOString());
    const end = await reactivateDefender({
      machine,
      // Read anew: whatever has come to protect the computer since is left alone.
      inventory: await machine.inventory({ scope }),
      dataFolder: data.value,
      words: await guideWords(store.snapshot),
      signal: new AbortController().signal,
      onEvent: (event) => {
        view = afterEvent(view, event);
        this.#progress({ state: 'running', steps: view.steps });
      },
    });
    if (end.kind === 'refused') {
      this.#progress({ state: 'failed', problem: problemOf(end) });
      return;
    }
    this.#options.onChanged();
    scanner.takeIn(end.inventory, end.record);
    this.#progress({
      state: 'done',
      steps: ended(end.record).steps,
      wayBack: wayBack(end.record),
    });
  }

  #progress(progress: ReactivationProgress): void {
    const { store } = this.#options;
    store.update({ reactivation: { ...store.snapshot.reactivation, progress } });
  }
}
