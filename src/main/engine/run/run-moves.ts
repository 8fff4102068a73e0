import { liftingFlag } from '../../../shared/domain/plan/lifting-flag.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { openHazards } from '../../../shared/domain/plan/open-hazards.ts';
import { productChanges } from '../judge/product-changes.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isRemoval } from '../../../shared/domain/plan/is-removal.ts';
import {
  defaultChoice,
  mergePlans,
  type Hazard,
  type Plan,
} from '../../../shared/domain/plan/plan.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Phase } from '../../../shared/domain/plan/step.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { State } from '../../../shared/domain/state/state.ts';
import type { Outcome } from '../judge/run-facts.ts';
import { runOutcome } from '../judge/run-outcome.ts';
import { state as judgeState, type EarlierRun } from '../judge/state.ts';
import { notKnownIn } from '../judge/verify.ts';
import { protectionGap } from '../protection/protection-gap.ts';
import { reactivationPlan } from '../protection/reactivation-plan.ts';
import {
  awaitProtection,
  isProtectedNow,
  isWorthWaiting,
  observe,
  sightings,
} from './await-protection.ts';
import { continuedTooOften, maximumTries, triesOf } from './goes-on.ts';
import type { Decided, RunContext, RunState, Seen } from './run-states.ts';
import { isOff, notRun } from './step-policy.ts';
import { recall, stepsOfPhase, takeSteps } from './take-steps.ts';

export type StateAt<K extends RunState['at']> = Extract<RunState, { at: K }>;

/** Reads the machine. The picture it was found in is kept from the first start. */
export async function look(context: RunContext): Promise<StateAt<'deciding'>> {
  const { machine, scope, folder, history, decisions, emit } = context;
  emit({ kind: 'inventoryStarted', purpose: 'before' });
  const now = context.seen ?? (await machine.inventory({ scope }));
  observe(context, now);
  const kept = history.plan === null ? null : folder.readInventory('before');
  if (kept === null) folder.writeInventory('before', now);
  const findingsNow = decisions.detect(now);
  const findingsBefore = kept === null ? findingsNow : decisions.detect(kept);
  emit({ kind: 'detected', purpose: 'before', findings: findingsNow });
  return {
    at: 'deciding',
    phases: history.choice.phases,
    before: kept ?? now,
    now,
    findingsBefore,
    findingsNow,
    plan: null,
    taken: [],
  };
}

/** Plans the phase, and names the hazards that forbid to begin; none when the list is empty. */
export function decide(
  context: RunContext,
  seen: Seen,
): Decided & { readonly hazards: readonly Hazard[] } {
  const { history, journal, emit } = context;
  const today = planOfToday(context, seen);
  const plan = { ...mergePlans(seen.plan ?? history.plan, today), choice: history.choice };
  journal.append({ kind: 'planned', plan });
  emit({ kind: 'planned', plan });
  if (plan.kept.length > 0) emit({ kind: 'kept', kept: plan.kept });
  const wanted = new Set(today.steps.map(({ id }) => id));
  return { ...seen, plan, wanted, hazards: forbidding(context, seen, today) };
}

function planOfToday(context: RunContext, seen: Seen): Plan {
  const { history, decisions } = context;
  const { phases, now, findingsNow } = seen;
  const phase = phases.slice(0, 1);
  const today = decisions.plan(now, findingsNow, { ...history.choice, phases: phase });
  if (phase[0] === 'clean') return withoutSettled(context, seen, today);
  const isLeft = phase[0] === 'reactivate' && !mayReactivate(context, seen);
  return isLeft ? { ...today, steps: [] } : today;
}

/** What goes with the restart that is due needs no mending, and nothing is cleaned up before it. */
function withoutSettled(context: RunContext, seen: Seen, today: Plan): Plan {
  const isDue = awaitedRestart(context, seen) !== null;
  const settles = stateOf(context, seen).restart?.settles ?? [];
  const isSettled = (seenIn: Danger['seenIn']) =>
    settles.some(
      (danger) => danger.seenIn.kind === seenIn.kind && danger.seenIn.ref === seenIn.ref,
    );
  return {
    ...today,
    steps: today.steps.filter(({ about }) =>
      about.kind === 'danger' ? !isSettled(about.seenIn) : !isDue,
    ),
    notRepaired: today.notRepaired.filter(({ seenIn }) => !isSettled(seenIn)),
    notCleaned: isDue ? [] : today.notCleaned,
  };
}

/** What was begun is taken to its end, although the first steps may have been enough for Defender to protect. */
function isNeedless(context: RunContext, now: Inventory): boolean {
  return !isBegun(context, 'reactivate') && isProtectedNow(context, now);
}

/** Whether an earlier start of the run came as far as this phase. */
function isBegun({ history: { attempts, plan } }: RunContext, wanted: Phase): boolean {
  return plan?.steps.some(({ id, phase }) => phase === wanted && attempts.has(id)) === true;
}

/**
 * Stops always hold. What a person has to do or accept was dealt with before the first step of the phase was taken; it is
 * asked again only when something has come to light that the run would remove besides.
 */
function forbidding(context: RunContext, { phases }: Seen, today: Plan): readonly Hazard[] {
  const known = new Set(context.history.plan?.steps.map(({ id }) => id));
  const [phase] = phases;
  const asks =
    phase === undefined || !isBegun(context, phase) || today.steps.some(({ id }) => !known.has(id));
  const open = openHazards(today).filter(({ severity }) => severity === 'stop' || asks);
  return isTriedOut(context) ? [continuedTooOften, ...open] : open;
}

function isTriedOut({ goingOn, journal }: RunContext): boolean {
  return goingOn?.byItself === true && triesOf(journal.entries) > maximumTries;
}

export function stop(context: RunContext, state: StateAt<'stopped'>): StateAt<'reporting'> {
  const { hazards } = state;
  context.journal.append({ kind: 'stopped', hazardIds: hazards.map(({ id }) => id) });
  context.emit({ kind: 'stopped', hazards });
  const taken = state.plan.steps.map((step) => ({
    step,
    result: recall(context, state, step) ?? notRun(step, heldUp),
  }));
  const begin = taken.some(({ result }) => isOff(result))
    ? message('run.nothingFurtherRemoved')
    : message('run.nothingRemoved');
  const ended = { outcome: 'stopped', summary: [begin, ...hazards.map(adviceOn)] } as const;
  const seen = { ...state, taken };
  const record = recordOf(context, seen, { ...ended, state: stateOf(context, seen) });
  return { at: 'reporting', record, now: state.now };
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

export function rehearse(
  context: RunContext,
  state: StateAt<'rehearsed'>,
): StateAt<'deciding' | 'concluding'> {
  const steps = stepsOfPhase(state).map((step) => ({ step, result: notRun(step, rehearsed) }));
  const seen = { ...state, taken: [...state.taken, ...steps], phases: state.phases.slice(1) };
  const goesOn = seen.phases[0] === 'clean' && mayBegin(context, seen);
  return { ...seen, at: goesOn ? 'deciding' : 'concluding' };
}

export async function act(
  context: RunContext,
  state: StateAt<'acting'>,
): Promise<StateAt<'verifying'>> {
  const { taken, now } = await takeSteps(context, state);
  return { ...state, at: 'verifying', now, taken: [...state.taken, ...taken] };
}

/** Asks the machine once more, with nobody's word but its own. */
export async function verify(
  context: RunContext,
  state: StateAt<'verifying'>,
): Promise<StateAt<'deciding' | 'preparing'>> {
  const { machine, scope, decisions, emit } = context;
  emit({ kind: 'inventoryStarted', purpose: 'after' });
  const first = await machine.inventory({ scope });
  observe(context, first);
  const ofPhase = state.taken.filter(({ step }) => step.phase === state.phases[0]);
  const now = isWorthWaiting(ofPhase) ? await awaitProtection(context, first) : first;
  const seen = { ...state, now, findingsNow: decisions.detect(now), phases: state.phases.slice(1) };
  const [next, ...later] = seen.phases;
  // A phase without anything to do is passed over.
  const isIdle = next === 'clean' && !mayBegin(context, seen);
  const phases = isIdle ? later : seen.phases;
  const at = mayBegin(context, { ...seen, phases }) ? 'deciding' : 'preparing';
  return { ...seen, phases, at };
}

/**
 * Before a restart that is due nothing further begins, because nobody can know yet what it brings; but what hurts with
 * the restart itself is mended before it.
 */
function mayBegin(context: RunContext, seen: Seen): boolean {
  const [next] = seen.phases;
  if (next === undefined || context.signal.aborted) return false;
  if (next === 'clean')
    return planOfToday(context, seen).steps.length > 0 || isBegun(context, 'clean');
  if (awaitedRestart(context, seen) !== null) return false;
  return next !== 'reactivate' || mayReactivate(context, seen);
}

/** Before a restart that is due, Windows often brings its own antivirus back alone. */
function mayReactivate(context: RunContext, seen: Seen): boolean {
  return awaitedRestart(context, seen) === null && !isNeedless(context, seen.now);
}

/** What waits for a restart: what this run took off, and what an earlier one did. */
function awaitedRestart(
  { folder, earlierRun }: RunContext,
  { taken, plan, now }: Seen,
): EarlierRun | null {
  const earlier = earlierRun(now);
  const own = taken.filter(({ result }) => result.outcome === 'restartNeeded');
  if (own.length === 0) return earlier;
  return {
    runId: folder.runId,
    steps: [...own.map(({ step }) => step), ...(earlier?.steps ?? [])],
    dangersBefore: earlier?.dangersBefore ?? plan?.dangers ?? [],
  };
}

/** Says how the run ended. */
export function conclude(context: RunContext, state: StateAt<'concluding'>): StateAt<'reporting'> {
  const { folder, emit, history } = context;
  const { now, findingsNow } = state;
  if (!history.dryRun) {
    folder.writeInventory('after', now);
    emit({ kind: 'detected', purpose: 'after', findings: findingsNow });
  }
  const judged = stateOf(context, state);
  emit({ kind: 'judged', state: judged });
  const restarts = judged.restart?.products ?? [];
  if (restarts.length > 0) emit({ kind: 'restartNeeded', reasons: restarts });
  const ended = endOf(context, state, judged);
  const record = recordOf(context, state, { ...ended, state: judged });
  return { at: 'reporting', record, now };
}

/** How the run ends, by what was done so far and by the machine as it is. */
export function endOf(
  { history, signal }: RunContext,
  { taken, now }: Seen,
  state: State,
): Outcome {
  return runOutcome({
    choice: history.choice,
    steps: taken,
    state,
    causes: reactivationPlan(now).causes,
    cancelled: signal.aborted,
    dryRun: history.dryRun,
  });
}

/** The reports come before the last line of the journal, so that a finished run always has them. */
export function report(
  context: RunContext,
  { record, now }: StateAt<'reporting'>,
): StateAt<'tidying'> {
  writeReports(context, record);
  return { at: 'tidying', record, now };
}

export function writeReports({ folder, reports }: RunContext, record: RunRecord): void {
  for (const { name, content } of reports(record)) folder.writeFile(name, content);
}

/** The one answer about the machine as it is now, for what the run was to remove. */
export function stateOf(context: RunContext, seen: Seen): State {
  const { history, decisions } = context;
  const { now: inventory, findingsNow: findings } = seen;
  const wanted = isRemoval(history.choice) ? history.choice : defaultChoice;
  const plan = decisions.plan(inventory, findings, { ...wanted, phases: ['remove'] });
  return judgeState({ inventory, findings, plan, earlierRun: awaitedRestart(context, seen) });
}

function recordOf(
  context: RunContext,
  seen: Decided,
  ended: Pick<RunRecord, 'outcome' | 'summary'> & { readonly state: State },
): RunRecord {
  const { folder, machine, history, clock, cutoverVersion } = context;
  const { now, findingsBefore, findingsNow, plan, taken } = seen;
  return {
    format: 'cutover-run/3',
    runId: folder.runId,
    machineId: machine.id,
    practice: machine.practice,
    cutoverVersion,
    startedAt: history.startedAt,
    finishedAt: clock.now().toISOString(),
    starts: history.starts,
    computerName: now.machine.computerName,
    findingsBefore,
    plan,
    steps: taken.map(({ result }) => result),
    findingsAfter: findingsNow,
    products: productChanges({ findingsBefore, findingsAfter: findingsNow, plan }),
    protection: ended.state.protection,
    protectionGap: protectionGap(sightings(context)),
    notKnown: notKnownIn(now),
    ...ended,
  };
}
