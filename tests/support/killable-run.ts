import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { scope } from '../../src/main/catalog/scope.ts';
import type { ProtectionWait } from '../../src/main/engine/run/await-protection.ts';
import { systemClock, type Clock } from '../../src/main/engine/record/clock.ts';
import { detect } from '../../src/main/engine/detect/detect.ts';
import type { Journal } from '../../src/main/engine/record/journal.ts';
import { plan } from '../../src/main/engine/plan/plan.ts';
import { protection } from '../../src/main/engine/protection/protection.ts';
import type { GoingOn } from '../../src/main/engine/run/goes-on.ts';
import type { RunFolder } from '../../src/main/engine/record/run-folder.ts';
import { run, type RunEnd, type RunOptions } from '../../src/main/engine/run/run.ts';
import type { Decisions } from '../../src/main/engine/run/run-states.ts';
import type { Machine } from '../../src/main/machine/machine.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { defaultChoice, type Choice } from '../../src/shared/domain/plan/plan.ts';
import type { SecretRef } from '../../src/shared/domain/action.ts';
import type { RunEvent } from '../../src/shared/domain/run/run-event.ts';

/** Where a run is killed: before its n-th touch of the disk or the machine, after it, or half-way. */
export interface KillPoint {
  readonly at: number;
  readonly how: 'before' | 'after' | 'torn';
}

/** `reads` leaves everything as it is, `appends` is a line of the journal, which can be torn. */
export type Touch = 'reads' | 'writes' | 'appends';

export class Killed extends Error {}

export interface RunTrial {
  readonly machine: Machine;
  readonly folder: RunFolder;
  readonly seen?: Inventory;
  readonly choice?: Partial<Choice>;
  /** In place of the one that removes and reactivates. */
  readonly plan?: Decisions['plan'];
  readonly earlierRun?: RunOptions['earlierRun'];
  /** One password for a product, or several to be tried in turn. */
  readonly secrets?: Partial<Record<SecretRef, string | readonly string[]>>;
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  readonly kill?: KillPoint;
  /** Called before each touch of the disk or the machine. */
  readonly onTouch?: (touch: Touch) => void;
  readonly lockName?: string;
  readonly protectionWait?: ProtectionWait;
  readonly clock?: Clock;
  readonly goingOn?: GoingOn;
}

/** A run that ended, or was killed, and the ways in which each of its touches could have been its last. */
export interface Trial {
  readonly end: RunEnd | 'killed';
  readonly killPoints: readonly KillPoint[];
}

let trials = 0;

/** Runs with the real decisions, and dies where it is told to. */
export async function tryRun(trial: RunTrial): Promise<Trial> {
  const counter = new Counter(trial.kill ?? null, trial.onTouch ?? (() => undefined));
  trials += 1;
  try {
    const end = await run({
      machine: killableMachine(trial.machine, counter),
      folder: killableFolder(trial.folder, counter),
      scope,
      seen: trial.seen,
      choice: { ...defaultChoice, ...trial.choice },
      secrets: { all: (ref) => [trial.secrets?.[ref] ?? []].flat() },
      emit: trial.onEvent ?? (() => undefined),
      signal: trial.signal ?? new AbortController().signal,
      clock: trial.clock ?? systemClock,
      protectionWait: trial.protectionWait ?? {
        everyMs: 1,
        limitMs: 3,
        sleep: async () => await Promise.resolve(),
      },
      cutoverVersion: '0.1.0',
      decisions: { detect, plan: trial.plan ?? plan, protection },
      earlierRun: trial.earlierRun ?? (() => null),
      reports: (record) => [{ name: 'report.json', content: JSON.stringify(record) }],
      dryRun: trial.dryRun ?? false,
      goingOn: trial.goingOn,
      lock: {
        name: trial.lockName ?? `cutover-trial-${process.pid}-${trials}`,
        platform: process.platform,
        forAdministrators: false,
        pid: process.pid,
      },
    });
    return { end, killPoints: counter.killPoints };
  } catch (error) {
    if (error instanceof Killed) return { end: 'killed', killPoints: counter.killPoints };
    throw error;
  }
}

class Counter {
  readonly killPoints: KillPoint[] = [];
  readonly #kill: KillPoint | null;
  readonly #onTouch: NonNullable<RunTrial['onTouch']>;
  #touches = 0;

  constructor(kill: KillPoint | null, onTouch: NonNullable<RunTrial['onTouch']>) {
    this.#kill = kill;
    this.#onTouch = onTouch;
  }

  /** Runs a synchronous touch; one that can be torn leaves half of it. */
  touch<T>(work: () => T, tear: (() => void) | null = null): T {
    this.#onTouch(tear === null ? 'writes' : 'appends');
    const how = this.#due(tear === null ? whole : [...whole, 'torn']);
    if (how === 'before') throw new Killed();
    if (how === 'torn') {
      tear?.();
      throw new Killed();
    }
    const result = work();
    if (how === 'after') throw new Killed();
    return result;
  }

  async touchAsync<T>(touch: Touch, work: () => Promise<T>): Promise<T> {
    this.#onTouch(touch);
    const how = this.#due(whole);
    if (how === 'before' || how === 'torn') throw new Killed();
    const result = await work();
    if (how === 'after') throw new Killed();
    return result;
  }

  #due(ways: readonly KillPoint['how'][]): KillPoint['how'] | null {
    this.#touches += 1;
    const at = this.#touches;
    // What is left before a touch is what was left after the one before it.
    const others = ways.filter((how) => how !== 'before' || at === 1);
    this.killPoints.push(...others.map((how) => ({ at, how })));
    return this.#kill?.at === at ? this.#kill.how : null;
  }
}

const whole: readonly KillPoint['how'][] = ['before', 'after'];

function killableMachine(machine: Machine, counter: Counter): Machine {
  return {
    id: machine.id,
    practice: machine.practice,
    inventory: async (of) =>
      await counter.touchAsync('reads', async () => await machine.inventory(of)),
    perform: async (action, context) =>
      await counter.touchAsync('writes', async () => await machine.perform(action, context)),
    close: async () => await machine.close(),
  };
}

function killableFolder(folder: RunFolder, counter: Counter): RunFolder {
  return {
    runId: folder.runId,
    path: folder.path,
    dataFolder: folder.dataFolder,
    openJournal: (clock) => {
      const opened = folder.openJournal(clock);
      return opened.ok
        ? { ok: true, journal: killableJournal(opened.journal, folder.path, counter) }
        : opened;
    },
    writeInventory: (purpose, inventory) =>
      counter.touch(() => folder.writeInventory(purpose, inventory)),
    readInventory: (purpose) => folder.readInventory(purpose),
    logFile: (name) => folder.logFile(name),
    temporaryFolder: () => folder.temporaryFolder(),
    quarantineFolder: () => folder.quarantineFolder(),
    clearTemporary: () => folder.clearTemporary(),
    discardIfUnused: () => folder.discardIfUnused(),
    writeFile: (name, content) => counter.touch(() => folder.writeFile(name, content)),
  };
}

function killableJournal(journal: Journal, path: string, counter: Counter): Journal {
  return {
    get entries() {
      return journal.entries;
    },
    append: (fact) =>
      counter.touch(
        () => journal.append(fact),
        () => tearJournal(path),
      ),
    close: () => journal.close(),
  };
}

/** What is left in the journal of a run that was killed in the middle of a line. */
export function tearJournal(path: string): void {
  appendFileSync(join(path, 'journal.jsonl'), '{"sequence":9,"time":"2026-11-');
}
