import type {
  KeptRun,
  QuarantineView,
  QuarantineWork,
} from '../../../shared/contract/quarantine-view.ts';
import type { GuidePage } from '../../../shared/contract/guide-pages.ts';
import type { MoveInput } from '../../../shared/contract/move-inputs.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { bytesOf } from '../../../shared/domain/run/quarantined.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import { scope } from '../../catalog/scope.ts';
import { findRunFolder, type RunFolder } from '../../engine/record/run-folder.ts';
import { systemClock } from '../../engine/record/clock.ts';
import type { Reply } from '../../../shared/contract/contract.ts';
import { carryOutPurge, preparePurge, type NotPurged } from '../../session/purge.ts';
import { undoRun } from '../../session/undo.ts';
import type { CurrentMachine } from './current-machine.ts';
import type { GuideMachine } from './guide-machine.ts';
import type { GuideStore } from './guide-store.ts';
import { guideWords } from './guide-words.ts';
import { anythingKept, keptRuns } from './kept-runs.ts';
import { afterEvent, beginning, ended, problemOf } from './run-view.ts';
import type { Scanner } from './scanner.ts';

export interface QuarantineJobsOptions {
  readonly store: GuideStore;
  readonly machine: CurrentMachine;
  readonly scanner: Scanner;
}

/** Nobody has looked yet. */
export function untouchedQuarantine(hint: QuarantineView['hint']): QuarantineView {
  return { hint, from: 'welcome', look: { state: 'notBegun' }, work: { state: 'notBegun' } };
}

/** Whether there is something to see on a computer, as far as this can be told without looking at it. */
export function quarantineHint(
  { choice, runs }: GuideMachine,
  since: Date,
): QuarantineView['hint'] {
  if (runs === null) return 'nothing';
  if (choice.readOnly?.id === 'notAdministrator' && runs.doubt(runs.path) !== null) return 'hidden';
  return anythingKept(runs, countsOn(choice.kind, since)) ? 'kept' : 'nothing';
}

/** A practice computer is put back to how it was recorded; what was done to it before means nothing any more. */
function countsOn(kind: GuideMachine['choice']['kind'], since: Date) {
  return ({ startedAt }: RunSummary) =>
    kind !== 'practice' || (startedAt !== null && new Date(startedAt) >= since);
}

/**
 * What a person can ask for about what earlier runs cleaned up: to see it, to put it back, to delete it for good. Each
 * comes back at once and ends by itself, with every failure in the snapshots; the guide lets one run at a time.
 */
export class QuarantineJobs {
  readonly #options: QuarantineJobsOptions;
  #since: Date;

  /** `since`: runs on a practice computer count from then on. */
  constructor(options: QuarantineJobsOptions, since: Date) {
    this.#options = options;
    this.#since = since;
  }

  /** From when on runs on a practice computer count. */
  beginAnew(since: Date): void {
    this.#since = since;
  }

  /** After a run has ended. */
  refresh(): void {
    this.#show({ hint: quarantineHint(this.#options.machine.chosen, this.#since) });
  }

  /** Turns to its page and looks at the computer, because what stands as it was need not be put back. */
  open(from: GuidePage): void {
    const work: QuarantineWork = { state: 'notBegun' };
    this.#options.store.update({ page: 'quarantine' });
    this.#show({ from, look: { state: 'running' }, work });
    void this.#look().catch((error: unknown) =>
      this.#show({ look: { state: 'failed', problem: { id: 'scanFailed', detail: said(error) } } }),
    );
  }

  putBack({ runId, parts }: MoveInput<'putBack'>): void {
    this.#work({ state: 'puttingBack', steps: [] });
    this.#begin(async (run) => await this.#putBack(run, parts), runId);
  }

  deleteForGood(runId: string): void {
    this.#work({ state: 'deleting' });
    this.#begin(async (run) => await this.#delete(run), runId);
  }

  #begin(work: (run: RunFolder) => Promise<void>, runId: string): void {
    const begun = async () => {
      const run = await this.#folder(runId);
      if (run.ok) await work(run.value);
      else this.#fail(run.problem);
    };
    void begun().catch((error: unknown) => this.#fail({ id: 'defect', detail: said(error) }));
  }

  async #folder(runId: string): Promise<Reply<RunFolder>> {
    const data = await this.#options.machine.chosen.writable();
    if (!data.ok) return data;
    const found = findRunFolder(data.value, runId);
    return found.ok
      ? { ok: true, value: found.folder }
      : { ok: false, problem: { id: 'notKeptThere' } };
  }

  async #putBack(run: RunFolder, parts: MoveInput<'putBack'>['parts']): Promise<void> {
    const { machine, scanner, store } = this.#options;
    let view = beginning('', systemClock.now().toISOString());
    const { end, folder } = await undoRun({
      machine: await machine.open(),
      run,
      parts,
      words: await guideWords(store.snapshot),
      onEvent: (event) => {
        view = afterEvent(view, event);
        this.#work({ state: 'puttingBack', steps: view.steps });
      },
    });
    if (end.kind === 'refused') {
      this.#fail(problemOf(end));
      return;
    }
    const { record } = end;
    const after = folder?.readInventory('after') ?? (await this.#read());
    scanner.takeIn(after, null);
    await this.#list(after);
    this.#work({ state: 'putBack', record, steps: ended(record).steps });
  }

  async #delete(run: RunFolder): Promise<void> {
    const { machine } = this.#options;
    const prepared = await preparePurge(await machine.open(), run);
    const failed = 'why' in prepared ? prepared : (await carryOutPurge(prepared)).failed;
    await this.#list(await this.#read());
    if (failed !== null) this.#fail(whyNotDeleted(failed));
    else if (!('why' in prepared)) {
      const { things } = prepared;
      this.#work({ state: 'deleted', count: things.length, bytes: bytesOf(things) });
    }
  }

  async #look(): Promise<void> {
    const { hint } = this.#options.store.snapshot.quarantine;
    // Nothing of it may be read; the computer need not be looked at for that.
    if (hint === 'hidden') this.#show({ look: { state: 'done', runs: [] } });
    else await this.#list(await this.#read());
  }

  async #read(): Promise<Inventory> {
    return await (await this.#options.machine.open()).inventory({ scope });
  }

  async #list(inventory: Inventory): Promise<void> {
    const { chosen } = this.#options.machine;
    const { id } = await this.#options.machine.open();
    const counts = countsOn(chosen.choice.kind, this.#since);
    const runs: readonly KeptRun[] =
      chosen.runs === null
        ? []
        : keptRuns({ dataFolder: chosen.runs, machineId: id, inventory, counts });
    this.#show({ look: { state: 'done', runs }, hint: runs.length > 0 ? 'kept' : 'nothing' });
  }

  #fail(problem: Problem): void {
    this.#work({ state: 'failed', problem });
  }

  #work(work: QuarantineWork): void {
    this.#show({ work });
  }

  #show(change: Partial<QuarantineView>): void {
    const { store } = this.#options;
    store.update({ quarantine: { ...store.snapshot.quarantine, ...change } });
  }
}

function whyNotDeleted({ why }: NotPurged): Problem {
  return { id: 'notDeletedForGood', detail: why };
}

function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
