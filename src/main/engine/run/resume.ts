import { message, type Message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Gone, Step, StepResult } from '../../../shared/domain/plan/step.ts';
import type { ActionResult } from '../../../shared/domain/action.ts';
import type { JournalEntry } from '../record/journal-entry.ts';
import { isShown } from '../judge/is-shown.ts';
import type { PasswordState } from '../judge/judging.ts';
import { judgeStep, wayOutOf } from '../judge/judge-step.ts';
import { isGone, presenceOf } from '../judge/presence.ts';
import { hasRestarted, newRestartSigns, type Look } from '../judge/restart-signs.ts';
import { startsOf } from '../record/run-folder.ts';

/** A run that was started this often without coming to an end does not get further by itself: a person has to look. */
export const maximumStarts = 10;

/** The last attempt at a step, as far as it got before the program ended. */
export interface Attempt {
  readonly restartsBefore: readonly string[];
  /** When it was begun, and when the computer had been started last; null where nobody knew. */
  readonly look: Look | null;
  /** Null where it was never judged, or by version 0.1.0. */
  readonly restartsAfter: readonly string[] | null;
  readonly ended: ActionResult | null;
  readonly judged: StepResult | null;
  /** An attempt before this one ended with the wish for a restart. */
  readonly restartAsked: boolean;
}

/** What the journal tells of the earlier starts of a run. */
export interface History {
  readonly starts: number;
  readonly startedAt: string;
  readonly machineId: string;
  readonly choice: Choice;
  readonly dryRun: boolean;
  readonly plan: Plan | null;
  /** True when the last start came to its end, so that a person has seen what failed. */
  readonly finished: boolean;
  /** Starts since the last one that came to its end, this one left out. */
  readonly interruptions: number;
  readonly attempts: ReadonlyMap<string, Attempt>;
}

/** The earlier starts of a run, read from its journal; null when the run has not begun. */
export function historyOf(entries: readonly JournalEntry[]): History | null {
  const first = entries[0];
  if (first?.fact.kind !== 'runStarted') return null;
  const plans = entries.flatMap(({ fact }) => (fact.kind === 'planned' ? [fact.plan] : []));
  return {
    starts: startsOf(entries),
    startedAt: first.time,
    machineId: first.fact.machineId,
    choice: first.fact.choice,
    dryRun: first.fact.dryRun,
    plan: plans.at(-1) ?? null,
    finished: isEnd(entries.at(-1)),
    interruptions: startsOf(entries.slice(entries.findLastIndex((entry) => isEnd(entry)) + 1)),
    attempts: attemptsOf(entries),
  };
}

function isEnd(entry: JournalEntry | undefined): boolean {
  return entry?.fact.kind === 'runFinished' || entry?.fact.kind === 'superseded';
}

export interface Recalling {
  readonly step: Step;
  readonly history: History;
  /** The machine as it was when the run began, and as it is now. */
  readonly before: Inventory;
  readonly now: Inventory;
  /** Whether the plan of today has the step. What it lacks is only judged and never performed. */
  readonly wanted: boolean;
  readonly password: PasswordState;
}

/**
 * How a step of an earlier start stands; null when it has to be performed. A start that was interrupted is
 * continued: what was judged stays judged, so that a wrong password is not tried twice. After a start that came
 * to its end, what failed is tried again.
 */
export function recallStep(recalling: Recalling): StepResult | null {
  const attempt = recalling.history.attempts.get(recalling.step.id);
  if (attempt?.ended && attempt.judged === null) return judgeNow(recalling, attempt, attempt.ended);
  return recalling.wanted ? recallWanted(recalling, attempt) : settle(recalling, attempt);
}

/** Killed between the end of the uninstaller and the question to the machine: ask it now. */
function judgeNow(recalling: Recalling, attempt: Attempt, result: ActionResult): StepResult | null {
  const { step, before, now, password } = recalling;
  const { restartsBefore, restartAsked } = attempt;
  const after = now;
  const judged = judgeStep({
    step,
    result,
    before,
    after,
    restartsBefore,
    password,
    restartAsked,
    restarted: hasRestarted(attempt.look, now),
  });
  return judged.outcome === 'cancelled' && recalling.wanted ? null : judged;
}

function recallWanted(recalling: Recalling, attempt: Attempt | undefined): StepResult | null {
  const judged = attempt?.judged ?? null;
  if (attempt === undefined || judged === null || isDone(judged)) return null;
  if (judged.outcome === 'restartNeeded') {
    return awaitsRestart(recalling, attempt) ? judged : null;
  }
  return recalling.history.finished || judged.outcome === 'cancelled' ? null : judged;
}

function isDone({ outcome }: StepResult): boolean {
  return outcome === 'removed' || outcome === 'done';
}

function settle(recalling: Recalling, attempt: Attempt | undefined): StepResult {
  const { doneWhen } = recalling.step;
  return doneWhen.kind === 'gone'
    ? settleRemoval(recalling, attempt, doneWhen)
    : settleDefender(recalling, attempt, isShown(doneWhen, recalling.now));
}

function settleRemoval(
  recalling: Recalling,
  attempt: Attempt | undefined,
  doneWhen: Gone,
): StepResult {
  const gone = isGone(presenceOf(doneWhen, recalling.before, recalling.now));
  if (gone && attempt?.judged?.outcome === 'removed') return attempt.judged;
  if (attempt !== undefined && awaitsRestart(recalling, attempt)) {
    return settled(recalling, attempt, 'restartNeeded');
  }
  return settled(recalling, attempt, gone ? 'removed' : 'stillPresent');
}

function settleDefender(
  recalling: Recalling,
  attempt: Attempt | undefined,
  shown: boolean | null,
): StepResult {
  const judged = attempt?.judged ?? null;
  if (judged !== null && (shown !== true || isDone(judged))) return judged;
  if (shown !== true) return settled(recalling, attempt, 'failed');
  return settled(recalling, attempt, 'done', laterOf(recalling, judged));
}

/** What was in use waited for the restart to be moved. */
function laterOf({ step }: Recalling, judged: StepResult | null): Message {
  const waited = judged?.outcome === 'restartNeeded' && step.action.kind === 'quarantineFolder';
  return waited ? message('judged.inQuarantine.later') : settledMessages.done;
}

const settledMessages = {
  removed: message('judged.removed.later'),
  restartNeeded: message('judged.removed.restart'),
  stillPresent: message('judged.still.nothingToStart'),
  done: message('judged.defender.later'),
  failed: message('judged.defender.interrupted'),
} as const;

function settled(
  { step }: Recalling,
  attempt: Attempt | undefined,
  outcome: keyof typeof settledMessages,
  says: Message = settledMessages[outcome],
): StepResult {
  const known = attempt?.judged ?? attempt?.ended ?? null;
  return {
    stepId: step.id,
    outcome,
    exitCode: known?.exitCode ?? null,
    durationMs: known?.durationMs ?? 0,
    message: [says],
    command: known?.command ?? null,
    logFile: known?.logFile ?? null,
    // No uninstaller is left for what is still there.
    ...wayOutOf(step, outcome === 'stillPresent' ? 'halfRemoved' : undefined),
  };
}

/**
 * Whether what an attempt left to the restart still waits for it. What came to wait since then, an update of Windows for
 * example, is not its own.
 */
export function awaitsRestart({ now }: Pick<Recalling, 'now'>, attempt: Attempt): boolean {
  const { restartsBefore, restartsAfter, look } = attempt;
  const signs = newRestartSigns(restartsBefore, now, hasRestarted(look, now));
  return restartsAfter === null
    ? signs.length > 0
    : signs.some((sign) => restartsAfter.includes(sign));
}

function attemptsOf(entries: readonly JournalEntry[]): ReadonlyMap<string, Attempt> {
  const attempts = new Map<string, Attempt>();
  const change = (stepId: string, part: Partial<Attempt>) =>
    attempts.set(stepId, { ...(attempts.get(stepId) ?? unknownAttempt), ...part });
  for (const { time, fact } of entries) {
    if (fact.kind === 'stepStarted') {
      const restartAsked = asksForRestart(attempts.get(fact.stepId));
      const restartsBefore = fact.pendingRestarts;
      const { bootedAt } = fact;
      const look = bootedAt === undefined ? null : { at: time, bootedAt };
      attempts.set(fact.stepId, { ...unknownAttempt, restartsBefore, look, restartAsked });
    }
    if (fact.kind === 'stepEnded') change(fact.stepId, { ended: fact.result });
    if (fact.kind === 'stepJudged') {
      const after = fact.pendingRestarts;
      const restarts = after === undefined ? {} : { restartsAfter: after };
      change(fact.result.stepId, { judged: fact.result, ...restarts });
    }
  }
  return attempts;
}

const unknownAttempt: Attempt = {
  restartsBefore: [],
  look: null,
  restartsAfter: null,
  ended: null,
  judged: null,
  restartAsked: false,
};

/** Whether this attempt or one before it ended with the wish for a restart. */
export function asksForRestart(attempt: Attempt | undefined): boolean {
  return attempt?.restartAsked === true || attempt?.judged?.outcome === 'restartNeeded';
}
