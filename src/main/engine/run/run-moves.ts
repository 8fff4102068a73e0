import { liftingFlag } from '../../../shared/domain/lifting-flag.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { openHazards } from '../../../shared/domain/open-hazards.ts';
import type { Hazard, Plan } from '../../../shared/domain/plan.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';
import { awaitProtection, isWorthWaiting, observe, sightings } from './await-protection.ts';
import { bringBack, restoredIn } from './bring-back.ts';
import { protectionGap } from '../protection/protection-gap.ts';
import { restorePlan } from '../protection/restore-plan.ts';
import { mergePlans } from './resume.ts';
import { productChanges } from '../judge/product-changes.ts';
import { protectionOutcome } from '../judge/protection-outcome.ts';
import { runOutcome } from '../judge/run-outcome.ts';
import type { Decided, RunContext, RunState, Seen } from './run-states.ts';
import { nameOf, recall, runSteps } from './run-steps.ts';
import { isOff, notRun, type Done } from './step-policy.ts';
import { notKnownIn, unprovenSections } from '../judge/verify.ts';

type StateAt<K extends RunState['at']> = Extract<RunState, { at: K }>;

/** Reads the machine. The picture it was found in is kept from the first start. */
export async function look(context: RunContext): Promise<StateAt<'deciding'>> {
  const { machine, scope, folder, memory, decisions, emit } = context;
  emit({ kind: 'inventoryStarted', purpose: 'before' });
  const now = context.seen ?? (await machine.inventory({ scope }));
  observe(context, now);
  const kept = memory.plan === null ? null : folder.readInventory('before');
  if (kept === null) folder.writeInventory('before', now);
  const findingsNow = decisions.detect(now);
  const findingsBefore = kept === null ? findingsNow : decisions.detect(kept);
  emit({ kind: 'detected', purpose: 'before', findings: findingsNow });
  return { at: 'deciding', before: kept ?? now, now, findingsBefore, findingsNow };
}

/** Plans, and names the hazards that forbid to begin; none when the list is empty. */
export function decide(
  context: RunContext,
  seen: Seen,
): Decided & { readonly hazards: readonly Hazard[] } {
  const { memory, decisions, journal, emit } = context;
  const whole = decisions.plan(seen.now, seen.findingsNow, memory.choice);
  const today = memory.purpose === 'protection' ? removingNothing(whole) : whole;
  const plan = mergePlans(memory.plan, today);
  journal.append({ kind: 'planned', plan });
  emit({ kind: 'planned', plan });
  if (plan.kept.length > 0) emit({ kind: 'kept', kept: plan.kept });
  const wanted = new Set(today.steps.map(({ id }) => id));
  return { ...seen, plan, wanted, hazards: forbidding(context, today) };
}

/** What a run that only brings protection back may do to products, whatever the plan says. */
function removingNothing(plan: Plan): Plan {
  return { ...plan, steps: [], hazards: [] };
}

/**
 * Stops always hold. What a person has to do or accept was dealt with when the run began; it is asked again
 * only when something has come to light that the run would remove besides.
 */
function forbidding({ memory }: RunContext, today: Plan): readonly Hazard[] {
  const known = new Set(memory.plan?.steps.map(({ id }) => id));
  const asks = today.steps.some(({ id }) => !known.has(id));
  return openHazards(today).filter(({ severity }) => severity === 'stop' || asks);
}

export function stop(context: RunContext, state: StateAt<'stopped'>): StateAt<'reporting'> {
  const { hazards } = state;
  context.journal.append({ kind: 'stopped', hazardIds: hazards.map(({ id }) => id) });
  context.emit({ kind: 'stopped', hazards });
  const steps = state.plan.steps.map(
    (step) => recall(context, state, step) ?? notRun(step, nameOf(step, state), heldUp),
  );
  const begin = steps.some(isOff)
    ? message('run.nothingFurtherRemoved')
    : message('run.nothingRemoved');
  const record = recordOf(context, state, {
    steps,
    findingsAfter: state.findingsNow,
    protection: context.decisions.protection(state.now),
    notKnown: notKnownIn(state.now),
    outcome: 'stopped',
    summary: [begin, ...hazards.map(adviceOn)],
  });
  return { at: 'reporting', record };
}

function adviceOn(hazard: Hazard): Message {
  const title = { id: `hazard.${hazard.id}.title` };
  const advice = { id: `hazard.${hazard.id}.advice` };
  const flag = liftingFlag(hazard);
  return flag === null
    ? message('run.stoppedBy', { title, advice })
    : message('run.stoppedByFlag', { title, advice, flag });
}

const heldUp = message('judged.stopped.notBegun');
const rehearsed = message('judged.dryRun.notBegun');

export function rehearse(context: RunContext, state: StateAt<'rehearsed'>): StateAt<'reporting'> {
  const done = state.plan.steps.map((step) => {
    return { step, result: notRun(step, nameOf(step, state), rehearsed) };
  });
  return conclude(context, { ...state, at: 'verifying', done });
}

export async function remove(
  context: RunContext,
  state: StateAt<'removing'>,
): Promise<StateAt<'verifying'>> {
  const { done, now } = await runSteps(context, state);
  return { ...state, at: 'verifying', done, now };
}

/** Asks the machine once more, with nobody's word but its own. */
export async function verify(
  context: RunContext,
  state: StateAt<'verifying'>,
): Promise<StateAt<'reporting'>> {
  const { machine, scope, folder, memory, decisions, emit } = context;
  emit({ kind: 'inventoryStarted', purpose: 'after' });
  const first = await machine.inventory({ scope });
  observe(context, first);
  const awaited = isWorthWaiting(state.done) ? await awaitProtection(context, first) : first;
  const due = memory.choice.enableDefender && namesAwaitingRestart(state.done).length === 0;
  const now = due ? await bringBack(context, awaited) : awaited;
  folder.writeInventory('after', now);
  const findingsNow = decisions.detect(now);
  emit({ kind: 'detected', purpose: 'after', findings: findingsNow });
  return conclude(context, { ...state, now, findingsNow });
}

/** Brings Microsoft Defender back, and removes nothing. */
export async function restore(
  context: RunContext,
  state: StateAt<'restoring'>,
): Promise<StateAt<'reporting'>> {
  const { folder, decisions, signal, emit } = context;
  const now = await bringBack(context, state.now);
  folder.writeInventory('after', now);
  const findingsNow = decisions.detect(now);
  const protection = decisions.protection(now);
  emit({ kind: 'protection', protection });
  const record = recordOf(
    context,
    { ...state, now, findingsNow },
    {
      steps: [],
      findingsAfter: findingsNow,
      protection,
      notKnown: notKnownIn(now),
      ...protectionOutcome({ protection, plan: restorePlan(now), cancelled: signal.aborted }),
    },
  );
  return { at: 'reporting', record };
}

/** The reports come before the last line of the journal, so that a finished run always has them. */
export function report(context: RunContext, record: RunRecord): StateAt<'finished'> {
  const { folder, journal, emit, reports } = context;
  for (const { name, content } of reports(record)) folder.writeFile(name, content);
  const { outcome, summary } = record;
  if (outcome === null) throw new Error('A run ended without an outcome.');
  journal.append({ kind: 'runFinished', outcome, summary });
  emit({ kind: 'runFinished', outcome, summary });
  return { at: 'finished', record };
}

function conclude(context: RunContext, state: StateAt<'verifying'>): StateAt<'reporting'> {
  const { decisions, emit, memory, signal } = context;
  const protection = decisions.protection(state.now);
  emit({ kind: 'protection', protection });
  const steps = state.done.map(({ result }) => result);
  const restarts = namesAwaitingRestart(state.done);
  if (restarts.length > 0) emit({ kind: 'restartNeeded', reasons: restarts });
  const { outcome, summary } = runOutcome({
    plan: state.plan,
    steps,
    findingsAfter: state.findingsNow,
    protection,
    unproven: unprovenSections(state.now),
    cancelled: signal.aborted,
    dryRun: memory.dryRun,
  });
  const record = recordOf(context, state, {
    steps,
    findingsAfter: state.findingsNow,
    protection,
    notKnown: notKnownIn(state.now),
    outcome,
    summary,
  });
  return { at: 'reporting', record };
}

function namesAwaitingRestart(done: readonly Done[]): readonly string[] {
  return done
    .filter(({ result }) => result.outcome === 'restartNeeded')
    .map(({ result }) => result.name);
}

type Result = Pick<
  RunRecord,
  'steps' | 'findingsAfter' | 'protection' | 'notKnown' | 'outcome' | 'summary'
>;

function recordOf(context: RunContext, decided: Decided, result: Result): RunRecord {
  const { folder, machine, memory, clock, cutoverVersion } = context;
  return {
    format: 'cutover-run/2',
    runId: folder.runId,
    purpose: memory.purpose,
    machineId: machine.id,
    practice: machine.practice,
    cutoverVersion,
    startedAt: memory.startedAt,
    finishedAt: clock.now().toISOString(),
    starts: memory.starts,
    computerName: decided.now.machine.computerName,
    findingsBefore: decided.findingsBefore,
    plan: decided.plan,
    products: productChanges({ ...decided, findingsAfter: result.findingsAfter }),
    restored: restoredIn(context.journal.entries, restorePlan(decided.now)),
    protectionGap: protectionGap(sightings(context)),
    ...result,
  };
}
