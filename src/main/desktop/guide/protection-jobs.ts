import type { RestoreProgress } from '../../../shared/contract/guide.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { RestoreStep } from '../../../shared/domain/restore.ts';
import { scope } from '../../catalog/scope.ts';
import { bringBackDefender } from '../../session/bring-back-defender.ts';
import type { CurrentMachine } from './current-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { problemOf } from './run-view.ts';
import type { Scanner } from './scanner.ts';

export interface ProtectionJobsOptions {
  readonly store: GuideStore;
  readonly machine: CurrentMachine;
  readonly scanner: Scanner;
}

/**
 * What a person can ask for around the protection at any time: another look, the live check, Microsoft Defender
 * back. Each comes back at once and ends by itself, with every failure in the snapshots; the guide lets one run at
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

  enableDefender(): void {
    const { store } = this.#options;
    const total = store.snapshot.restore.plan?.steps.length ?? 0;
    // What was tried out before says nothing about what will protect then.
    store.update({ liveCheck: { state: 'notBegun' } });
    this.#progress({ state: 'running', step: null, index: 0, total });
    this.#begin(this.#bringBack(), (detail) =>
      this.#progress({ state: 'failed', problem: { id: 'bringBackFailed', detail } }),
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
    scanner.takeIn(inventory, []);
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

  async #bringBack(): Promise<void> {
    const { scanner } = this.#options;
    const data = await this.#options.machine.chosen.writable();
    if (!data.ok) {
      this.#progress({ state: 'failed', problem: data.problem });
      return;
    }
    const machine = await this.#options.machine.open();
    const end = await bringBackDefender({
      machine,
      // Read anew: whatever has come to protect the computer since is left alone.
      inventory: await machine.inventory({ scope }),
      dataFolder: data.value,
      signal: new AbortController().signal,
      onStep: (step) => this.#step(step),
    });
    if (end.kind === 'refused') {
      this.#progress({ state: 'failed', problem: problemOf(end) });
      return;
    }
    scanner.takeIn(end.inventory, end.restored);
    this.#progress({ state: 'done', results: end.restored });
  }

  #step(step: RestoreStep): void {
    const { plan, progress } = this.#options.store.snapshot.restore;
    const begun = progress.state === 'running' && progress.step !== null;
    const index = progress.state === 'running' && begun ? progress.index + 1 : 0;
    const total = Math.max(plan?.steps.length ?? 0, index + 1);
    this.#progress({ state: 'running', step, index, total });
  }

  #progress(progress: RestoreProgress): void {
    const { store } = this.#options;
    store.update({ restore: { ...store.snapshot.restore, progress } });
  }
}
