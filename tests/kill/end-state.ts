import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { purgeNote } from '../../src/main/engine/record/quarantine.ts';
import { listRuns, readRunRecord } from '../../src/main/engine/record/run-folder.ts';
import { afterRestart, loadState } from '../../src/main/machine/practice/practice-state.ts';
import { nameOf } from '../../src/shared/domain/plan/step-about.ts';
import { stepsTaken } from '../../src/shared/domain/run/steps-taken.ts';
import type { RunSummary } from '../../src/shared/domain/run/run-summary.ts';
import { runsIn } from '../support/runs-in.ts';
import { namesBelow, type Place } from './place.ts';
import type { Ended } from './start-program.ts';

/** Everything that has to be the same, however often a run was killed. What tells times and ids is left out. */
export interface EndState {
  readonly exit: string | null;
  readonly outcome: string | null;
  readonly verdict: string | null;
  /** The recorded computer, once nothing waits for a restart any more. */
  readonly machine: object;
  /** What the quarantines of all runs hold, each thing once: a new run keeps what it takes away in its own. */
  readonly kept: readonly string[];
  readonly purged: readonly string[];
  /** Runs that are not at their end: somebody would be asked to go on with them. */
  readonly open: number;
}

/** What a run says that it did. */
export interface Told {
  readonly summary: readonly string[];
  readonly steps: readonly string[];
}

export function endState(place: Place, { answer }: Ended): EndState {
  const all = runsOf(place);
  const runs = all.map(({ path }) => path);
  const { inventory } = afterRestart(loadState(place.computer, place.machine));
  return {
    exit: answer?.name ?? null,
    outcome: answer?.outcome ?? null,
    verdict: answer?.state?.verdict ?? null,
    machine: inventory,
    kept: unique(runs.flatMap(keptIn)),
    open: all.filter(({ state }) => state === 'resumable').length,
    purged: unique(runs.flatMap((run) => purgeNote(run)?.things.map(({ name }) => name) ?? [])),
  };
}

/** By the report of the run that a process told about; null where it told of none. */
export function told({ answer }: Ended): Told | null {
  const record = answer?.folder === undefined ? null : readRunRecord(answer.folder);
  if (record === null) return null;
  return {
    summary: record.summary.map(({ id }) => id),
    steps: stepsTaken(record)
      .map(({ step, result }) => `${step.phase} ${nameOf(step)}: ${result.outcome}`)
      .toSorted(),
  };
}

/** What the program lists. */
export function runsOf({ runs }: Place): readonly RunSummary[] {
  return existsSync(runs) ? listRuns(runsIn(dirname(runs))) : [];
}

/** A thing is called after where it lay; the folder around it has a name by chance. What was never written whole is none. */
function keptIn(run: string): readonly string[] {
  const quarantine = join(run, 'quarantine');
  const whole = namesBelow(quarantine).filter((name) => !name.endsWith('.tmp'));
  return whole.map((name) => {
    const [, ...below] = name.split(/[\\/]/);
    const content = JSON.parse(readFileSync(join(quarantine, name), 'utf8')) as unknown;
    return `${below.join('/')}: ${JSON.stringify(ordered(content))}`;
  });
}

/** The same value with the fields of all its objects in the order of their names. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, ordered(field)] as const);
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
