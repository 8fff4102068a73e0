import { assertNever } from '../../../shared/domain/assert-never.ts';
import { helps } from '../../../shared/domain/run/run-outcomes.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { waitsForRestart, type RunRecord } from '../../../shared/domain/run/record.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { RunView, StepView } from '../../../shared/contract/guide.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { RunEnd } from '../../engine/run/run.ts';

type Running = Extract<RunView, { state: 'running' }>;
type Refusal = Pick<Extract<RunEnd, { kind: 'refused' }>, 'code' | 'detail'>;

/** What the window shows from the moment a run is asked for until the engine says more. */
export function beginning(runId: string, startedAt: string): Running {
  return { state: 'running', runId, phase: 'looking', startedAt, cancelling: false, steps: [] };
}

/** What the window shows after one more event. */
export function afterEvent(view: Running, event: RunEvent): Running {
  switch (event.kind) {
    case 'inventoryStarted':
      return { ...view, phase: event.purpose === 'after' ? 'verifying' : 'looking' };
    case 'planned':
      return { ...view, steps: event.plan.steps.map((step) => known(view, step) ?? waiting(step)) };
    case 'stepStarted':
      return {
        ...withStep(view, event.step.id, { status: 'running' }),
        phase: phaseOf(event.step),
      };
    case 'stepProgress': {
      const { stepId, fraction, text } = event;
      return withStep(view, stepId, { fraction, text, waitingFor: null });
    }
    case 'stepWaiting':
      return withStep(view, event.stepId, { waitingFor: event.waitingFor });
    case 'stepFinished': {
      const { result } = event;
      const change = { status: 'ended', waitingFor: null, result } as const;
      return withStep(view, result.stepId, { ...change, elapsedMs: result.durationMs });
    }
    case 'protectionAwaited':
      return { ...view, phase: 'awaitingProtection' };
    case 'runStarted':
    case 'detected':
    case 'stopped':
    case 'kept':
    case 'restartNeeded':
    case 'judged':
    case 'notPublished':
    case 'runFinished':
      return view;
    default:
      return assertNever(event);
  }
}

/** Time passes for the step that is being performed. */
export function afterTime(view: Running, passedMs: number): Running {
  const steps = view.steps.map((step) =>
    step.status === 'running' ? { ...step, elapsedMs: step.elapsedMs + passedMs } : step,
  );
  return { ...view, steps };
}

/**
 * What the window shows once a run has ended. `hazards` are those that forbade it to begin; `resumed` is the run
 * that was to go on, null for a new one.
 */
export function afterEnd(end: RunEnd, hazards: readonly Hazard[], resumed: string | null): RunView {
  if (end.kind === 'refused') return { state: 'refused', problem: problemOf(end), runId: resumed };
  const { record } = end;
  return record.outcome === 'stopped' ? { state: 'stopped', hazards, record } : ended(record);
}

/** Why a run did not begin, as the window has words for it. */
export function problemOf({ code, detail }: Refusal): Problem {
  return code === 'otherMachine' || code === 'tooManyStarts' ? { id: code } : { id: code, detail };
}

/** What a record that was written says, for a window that was opened later. */
export function ended(record: RunRecord): Extract<RunView, { state: 'ended' }> {
  return {
    state: 'ended',
    record,
    steps: record.plan.steps.map((step) => endedStep(step, record)),
    restartNeeded: waitsForRestart(record),
  };
}

/** It came to its end, and trying the same again would change nothing. */
export function isOver(run: RunView): boolean {
  return run.state === 'ended' && !run.restartNeeded && !helps(run.record, 'again');
}

function endedStep(step: Step, record: RunRecord): StepView {
  const result = record.steps.find(({ stepId }) => stepId === step.id) ?? null;
  const elapsedMs = result?.durationMs ?? 0;
  return { ...waiting(step), status: 'ended', elapsedMs, result };
}

function phaseOf({ phase }: Step): Running['phase'] {
  return phase === 'reactivate' ? 'reactivating' : 'removing';
}

/** A step of an earlier phase keeps what became of it. */
function known({ steps }: Running, { id }: Step): StepView | undefined {
  return steps.find(({ step }) => step.id === id);
}

/** A step before its turn. */
export function waiting(step: Step): StepView {
  return {
    step,
    status: 'waiting',
    fraction: null,
    text: null,
    waitingFor: null,
    elapsedMs: 0,
    result: null,
  };
}

function withStep(view: Running, stepId: string, change: Partial<StepView>): Running {
  const steps = view.steps.map((each) => (each.step.id === stepId ? { ...each, ...change } : each));
  return { ...view, steps };
}
