import type { RestoreStepResult } from '../../shared/run.ts';
import type { ActionResult, Machine, PerformContext } from '../machine/machine.ts';
import type { RestorePlan, RestoreStep } from './protection/restore-plan.ts';

export interface RestoreRequest {
  readonly machine: Machine;
  readonly plan: RestorePlan;
  readonly signal: AbortSignal;
  readonly logFile: (name: string) => string;
  readonly onStep: (step: RestoreStep) => void;
  /** Called with the raw result, for the journal. */
  readonly onResult: (step: RestoreStep, result: ActionResult) => void;
}

/** Milliseconds; an update of signatures loads some 150 MB. */
const timeLimitMs = 10 * 60_000;

/** Takes the steps that bring Microsoft Defender back, each whether or not the one before it worked. */
export async function restoreProtection(
  request: RestoreRequest,
): Promise<readonly RestoreStepResult[]> {
  const results: RestoreStepResult[] = [];
  for (const [index, step] of request.plan.steps.entries()) {
    if (request.signal.aborted) break;
    request.onStep(step);
    const result = await request.machine.perform(step.action, contextOf(request, step, index));
    request.onResult(step, result);
    results.push({ title: step.title, done: isDone(result), message: messageOf(result) });
  }
  return results;
}

function contextOf(
  { signal, logFile }: RestoreRequest,
  step: RestoreStep,
  index: number,
): PerformContext {
  return {
    secrets: { get: () => undefined },
    timeLimitMs,
    logFile: logFile(`defender-${index + 1}-${step.action.kind}`),
    signal,
    onEvent: () => undefined,
  };
}

function isDone({ ended, exitCode }: ActionResult): boolean {
  return ended === 'exited' && exitCode === 0;
}

function messageOf(result: ActionResult): string {
  if (isDone(result)) return result.message ?? 'Done.';
  const code = result.exitCode === null ? '' : ` (code ${result.exitCode})`;
  return `${result.message ?? 'It did not work.'}${code}`;
}
