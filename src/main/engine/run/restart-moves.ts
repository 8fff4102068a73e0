import { message } from '../../../shared/domain/message.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step, TakenStep } from '../../../shared/domain/plan/step.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { isRegistered, maximumTries, restartChoiceOf, triesOf, type GoingOn } from './goes-on.ts';
import { endOthers } from './open-runs.ts';
import { restartSteps, unregisteringSteps, type RestartStep } from './restart-plan.ts';
import { endOf, stateOf, writeReports, type StateAt } from './run-moves.ts';
import type { Decided, RunContext } from './run-states.ts';
import { notRun } from './step-policy.ts';
import { takeSteps } from './take-steps.ts';

/** Does what was chosen about the restart that a run waits for, before it says how it ended. */
export async function prepare(
  context: RunContext,
  state: StateAt<'preparing'>,
): Promise<StateAt<'concluding'>> {
  const { goingOn, journal, signal } = context;
  const steps = goingOn === undefined || signal.aborted ? [] : stepsFor(context, goingOn, state);
  if (steps.length === 0) return { ...state, at: 'concluding' };
  const plan = withSteps(
    state.plan,
    steps.map(({ step }) => step),
  );
  journal.append({ kind: 'planned', plan });
  const taken: TakenStep[] = [];
  let decided = { ...state, plan };
  for (const each of steps) {
    const one = await takeOne(context, decided, await withAnswer(context, each));
    taken.push(one.taken);
    decided = { ...decided, now: one.now };
  }
  return { ...decided, taken: [...state.taken, ...taken], at: 'concluding' };
}

function stepsFor(context: RunContext, goingOn: GoingOn, state: Decided): readonly RestartStep[] {
  const judged = stateOf(context, state);
  return restartSteps({
    runId: context.folder.runId,
    choice: restartChoiceOf(goingOn, context.history),
    goingOn,
    tries: triesOf(context.journal.entries),
    now: state.now,
    state: judged,
    outcome: endOf(context, state, judged).outcome,
  });
}

/** Who is asked before a restart may say no. */
async function withAnswer(
  { goingOn, history }: RunContext,
  { step, why }: RestartStep,
): Promise<RestartStep> {
  const asks = restartChoiceOf(goingOn, history).restart === 'prompt';
  if (why !== null || step.action.kind !== 'restartComputer' || !asks) return { step, why };
  const may = await goingOn?.mayRestart();
  return { step, why: may === true ? null : message('restart.declined') };
}

async function takeOne(context: RunContext, decided: Decided, { step, why }: RestartStep) {
  if (why !== null) {
    const result = notRun(step, why);
    context.emit({ kind: 'stepFinished', step, result });
    return { taken: { step, result }, now: decided.now };
  }
  const { taken, now } = await takeSteps(context, { ...decided, wanted: new Set([step.id]) }, [
    step,
  ]);
  return {
    taken: taken[0] ?? { step, result: notRun(step, message('judged.cancelled.notBegun')) },
    now,
  };
}

/**
 * The last move: what this run took the place of is ended, and a registration that nobody needs any more is taken away. It
 * comes after the report, so that a power cut in between leaves a run that is gone on with, and not one without its proof; what
 * it came to is then written into the report.
 */
export async function tidy(
  context: RunContext,
  { record, now }: StateAt<'tidying'>,
): Promise<StateAt<'finished'>> {
  const { goingOn } = context;
  endOthers(context, record, now);
  const steps =
    goingOn === undefined || context.history.dryRun ? [] : leftovers(context, goingOn, record, now);
  return finish(
    context,
    steps.length === 0 ? record : await withoutThem(context, record, steps, now),
  );
}

function leftovers(
  context: RunContext,
  { argsOf }: GoingOn,
  record: RunRecord,
  now: StateAt<'tidying'>['now'],
): readonly Step[] {
  const { runId } = context.folder;
  const earlier = context.earlierRun(now)?.runId;
  const waiting = [
    ...(isToGoOn(context, record) ? [runId] : []),
    ...(earlier === undefined ? [] : [earlier]),
  ];
  const registered = isRegistered(context.journal.entries, runId);
  return unregisteringSteps({ runId, argsOf, now, registered, waiting });
}

/** Whether the run waits for a restart after which Windows goes on with it by itself. */
function isToGoOn(
  { goingOn, history, journal }: RunContext,
  { state, outcome }: RunRecord,
): boolean {
  const isStopped = goingOn?.byItself === true && outcome === 'stopped';
  const wanted = restartChoiceOf(goingOn, history).goesOn !== null;
  const isLast = triesOf(journal.entries) >= maximumTries;
  return wanted && !isStopped && !isLast && (state?.restart ?? null) !== null;
}

async function withoutThem(
  context: RunContext,
  record: RunRecord,
  steps: readonly Step[],
  now: StateAt<'tidying'>['now'],
): Promise<RunRecord> {
  const plan = withSteps(record.plan, steps);
  context.journal.append({ kind: 'planned', plan });
  // Also of a run that was cancelled: nobody wants it gone on with.
  const undisturbed = { ...context, signal: new AbortController().signal };
  const decided = {
    ...noSight,
    plan,
    now,
    before: now,
    wanted: new Set(steps.map(({ id }) => id)),
  };
  const { taken } = await takeSteps(undisturbed, decided, steps);
  const stays = taken.some(({ result }) => result.outcome !== 'done');
  const tidied = {
    ...record,
    plan,
    steps: [...record.steps, ...taken.map(({ result }) => result)],
    summary: stays ? [...record.summary, message('run.registrationStays')] : record.summary,
  };
  writeReports(context, tidied);
  return tidied;
}

const noSight = { phases: [], findingsBefore: [], findingsNow: [], taken: [] } as const;

function finish({ journal, emit }: RunContext, record: RunRecord): StateAt<'finished'> {
  const { outcome, summary } = record;
  if (outcome === null) throw new Error('A run ended without an outcome.');
  journal.append({ kind: 'runFinished', outcome, summary });
  emit({ kind: 'runFinished', outcome, summary });
  return { at: 'finished', record };
}

/** What was planned, with these in place of those that had the same id. */
function withSteps(plan: Plan, steps: readonly Step[]): Plan {
  const ids = new Set(steps.map(({ id }) => id));
  return { ...plan, steps: [...plan.steps.filter(({ id }) => !ids.has(id)), ...steps] };
}
