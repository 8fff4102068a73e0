import type { GuideState, ScanState } from '../../../shared/contract/guide.ts';
import type { ShownPage } from '../../../shared/contract/guide-pages.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { EarlierRun } from '../../engine/judge/state.ts';
import { waitingRun } from '../../engine/run/waiting-run.ts';
import { scope } from '../../catalog/scope.ts';
import { recordAfterLook } from '../../session/record-after-look.ts';
import type { CurrentMachine } from './current-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { neededReactivation, untouchedProtection } from './reactivation-view.ts';
import { ended, isOver } from './run-view.ts';
import { planFor, proposedFindings, scanView } from './scan-view.ts';

/** Looks at the computer, and keeps the last that was seen with everything the window shows because of it. */
export class Scanner {
  readonly #store: GuideStore;
  readonly #machine: CurrentMachine;
  #inventory: Inventory | null = null;
  /** What still waited for a restart when the computer was looked at. */
  #waiting: EarlierRun | null = null;
  #stopping: AbortController | null = null;

  constructor(store: GuideStore, machine: CurrentMachine) {
    this.#store = store;
    this.#machine = machine;
  }

  /** Null before anybody has looked. */
  get inventory(): Inventory | null {
    return this.#inventory;
  }

  forget(): void {
    this.#inventory = null;
  }

  /**
   * Begins a case: looks at the computer, and forgets what came of an earlier removal. When it is stopped, everything is
   * shown again as it was.
   */
  async scan(page: ShownPage): Promise<'ended' | 'stopped'> {
    const before = whatALookChanges(this.#store.snapshot);
    const { scan, run, acknowledged } = before;
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#store.update({
      page,
      scan: { state: 'running', progress: null },
      run: { state: 'notBegun' },
      // What was done for one removal is not done for the next.
      acknowledged: isOver(run) ? [] : acknowledged,
      ...untouchedProtection,
    });
    try {
      this.#show(await this.#look(stopping.signal), scan);
    } catch (error) {
      if (stopping.signal.aborted) {
        this.#store.update(before);
        return 'stopped';
      }
      const problem = { id: 'scanFailed', detail: (error as Error).message } as const;
      this.#store.update({ scan: { state: 'failed', problem }, plan: null });
    }
    return 'ended';
  }

  /** Ends the look that is going on. */
  stop(): void {
    this.#stopping?.abort();
  }

  /** Takes in another look: what a removal did stays, what the computer says about it is new. */
  takeIn(inventory: Inventory, since: RunRecord | null): void {
    const { scan, run } = this.#store.snapshot;
    if (scan.state === 'done') this.#show(inventory, scan);
    else this.#showReactivation(inventory);
    this.#inventory = inventory;
    if (run.state !== 'ended') return;
    this.#store.update({ run: ended(recordAfterLook(run.record, inventory, since)) });
  }

  /** Plans anew, after an answer or a choice. */
  plan(): void {
    const { snapshot } = this.#store;
    if (snapshot.scan.state !== 'done' || this.#inventory === null) return;
    this.#store.update(planFor(this.#inventory, snapshot, this.#waiting));
  }

  async #look(signal: AbortSignal): Promise<Inventory> {
    const machine = await this.#machine.open();
    return await machine.inventory({
      scope,
      signal,
      onProgress: ({ reading: [section], done, total }) => {
        // What was begun before it was stopped still ends, and says so.
        if (section === undefined || signal.aborted) return;
        this.#store.update({ scan: { state: 'running', progress: { section, done, total } } });
      },
    });
  }

  /** Shows an inventory; what a person has chosen and answered stays as far as it is still there. */
  #show(inventory: Inventory, before: ScanState): void {
    const scan = scanView(inventory);
    const seen = new Set(before.state === 'done' ? before.findings.map(({ id }) => id) : []);
    const proposed = proposedFindings(inventory, scan).filter((id) => !seen.has(id));
    const found = new Set(scan.findings.map(({ id }) => id));
    const kept = this.#store.snapshot.chosen.filter((id) => found.has(id));
    this.#waiting = this.#waitingIn(inventory);
    this.#inventory = inventory;
    this.#store.update({ scan, chosen: [...kept, ...proposed] });
    this.#showReactivation(inventory);
    this.plan();
  }

  #waitingIn(now: Inventory): EarlierRun | null {
    const { chosen, openId } = this.#machine;
    if (chosen.runs === null || openId === null) return null;
    return waitingRun({ dataFolder: chosen.runs, machineId: openId, now });
  }

  #showReactivation(inventory: Inventory): void {
    const { reactivation } = this.#store.snapshot;
    this.#store.update({ reactivation: { ...reactivation, plan: neededReactivation(inventory) } });
  }
}

function whatALookChanges(guide: GuideState) {
  const { page, scan, run, acknowledged, recheck, liveCheck, reactivation } = guide;
  return { page, scan, run, acknowledged, recheck, liveCheck, reactivation };
}
