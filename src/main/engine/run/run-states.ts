import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice, Hazard, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { ChosenPhase, TakenStep } from '../../../shared/domain/plan/step.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Machine } from '../../machine/machine.ts';
import type { EarlierRun } from '../judge/state.ts';
import type { ProtectionWait } from './await-protection.ts';
import type { Clock } from '../record/clock.ts';
import type { GoingOn } from './goes-on.ts';
import type { Journal } from '../record/journal.ts';
import type { Passwords } from './passwords.ts';
import type { History } from './resume.ts';
import type { RunFolder } from '../record/run-folder.ts';

/**
 * Where a run stands. Each state holds all that the next one needs; one function decides the moves (`run.ts`).
 *
 *     looking ──► deciding ──┬──► acting ──► verifying ──┬──► preparing ──► concluding ──► reporting ──► tidying ──► finished
 *                  ▲         ├──► rehearsed (dry run) ───┼──────────────────────┘             ▲
 *                  │         └──► stopped ───────────────┼────────────────────────────────────┘
 *                  └────────────── the next phase ───────┘
 *
 * A kill loses the state and nothing else: the next start begins at `looking` with what the journal holds.
 */
export type RunState =
  | { readonly at: 'looking' }
  | ({ readonly at: 'deciding' } & Seen)
  | ({ readonly at: 'stopped'; readonly hazards: readonly Hazard[] } & Decided)
  | ({ readonly at: 'rehearsed' } & Decided)
  | ({ readonly at: 'acting' } & Decided)
  | ({ readonly at: 'verifying' } & Decided)
  | ({ readonly at: 'preparing' } & Decided)
  | ({ readonly at: 'concluding' } & Decided)
  | { readonly at: 'reporting'; readonly record: RunRecord; readonly now: Inventory }
  | { readonly at: 'tidying'; readonly record: RunRecord; readonly now: Inventory }
  | { readonly at: 'finished'; readonly record: RunRecord };

/** `before` is the machine when the run began, `now` the last that was seen of it. */
export interface Seen {
  /** The phase the run is in, and those that come after it. */
  readonly phases: readonly ChosenPhase[];
  readonly before: Inventory;
  readonly now: Inventory;
  readonly findingsBefore: readonly Finding[];
  readonly findingsNow: readonly Finding[];
  /** What was planned so far; null before the first plan. */
  readonly plan: Plan | null;
  readonly taken: readonly TakenStep[];
}

/** `wanted` are the steps that the plan of today has; the others are behind us. */
export interface Decided extends Seen {
  readonly plan: Plan;
  readonly wanted: ReadonlySet<string>;
}

/** The pure functions a run asks for its decisions. */
export interface Decisions {
  readonly detect: (inventory: Inventory) => Finding[];
  /** Asked for one phase at a time, each after the one before it is done. */
  readonly plan: (inventory: Inventory, findings: readonly Finding[], choice: Choice) => Plan;
  readonly protection: (inventory: Inventory) => Protection;
}

/** A file for the run folder that is made from the record. */
export interface ReportFile {
  readonly name: string;
  readonly content: string;
}

/** Everything a run works with; the same from its beginning to its end. */
export interface RunContext {
  readonly machine: Machine;
  /** What a person was shown a moment ago and agreed to; missing where the machine is to be read anew. */
  readonly seen?: Inventory | undefined;
  readonly scope: Scope;
  readonly secrets: Passwords;
  readonly folder: RunFolder;
  readonly journal: Journal;
  readonly history: History;
  /** True when the run had begun before this start. */
  readonly resumed: boolean;
  readonly emit: (event: RunEvent) => void;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly protectionWait: ProtectionWait;
  readonly cutoverVersion: string;
  readonly decisions: Decisions;
  /** Another run of this machine that waits for a restart, as far as Windows still shows it; null where none does. */
  readonly earlierRun: (now: Inventory) => EarlierRun | null;
  readonly reports: (record: RunRecord) => readonly ReportFile[];
  /** How the run goes on after a restart; missing where that is nobody's question. */
  readonly goingOn?: GoingOn | undefined;
}
