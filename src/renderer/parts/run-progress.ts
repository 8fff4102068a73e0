import { nameOf } from '../../shared/domain/plan/step-about.ts';
import type { RunView, StepView } from '../../shared/contract/guide.ts';

/** What a run does when it is not removing anything. */
export type QuietPhase = Exclude<Extract<RunView, { state: 'running' }>['phase'], 'removing'>;

export interface RunProgress {
  readonly ended: number;
  readonly total: number;
  /** Of the whole run, 0 to 1: ended steps and the known part of the running one. */
  readonly fraction: number;
  readonly current: StepView | null;
}

export function runProgress(all: readonly StepView[]): RunProgress {
  const steps = removals(all);
  const ended = steps.filter(({ status }) => status === 'ended').length;
  const current = steps.find(({ status }) => status === 'running') ?? null;
  const part = current?.fraction ?? 0;
  const fraction = steps.length === 0 ? 0 : Math.min(1, (ended + part) / steps.length);
  return { ended, total: steps.length, fraction, current };
}

/** What a screen reader hears about a run: it changes by step and by quarter, never by the percent. */
export type Announcement =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'phase'; readonly phase: QuietPhase }
  | { readonly kind: 'step'; readonly name: string; readonly quarter: number }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'over' };

export function announcement(run: RunView): Announcement {
  if (run.state === 'ended') return { kind: 'over' };
  if (run.state !== 'running') return { kind: 'quiet' };
  if (run.cancelling) return { kind: 'stopping' };
  if (run.phase !== 'removing') return { kind: 'phase', phase: run.phase };
  const { current } = runProgress(run.steps);
  if (current === null) return { kind: 'quiet' };
  const quarter = Math.floor((current.fraction ?? 0) * 4) * 25;
  return { kind: 'step', name: nameOf(current.step), quarter };
}

/** What is done to what there is of Kaspersky; the steps for Microsoft Defender are shown with the protection,
 * those about a restart on its page. */
export function removals(steps: readonly StepView[]): readonly StepView[] {
  return steps.filter(({ step: { about } }) => !['defender', 'restart'].includes(about.kind));
}

export function reactivations(steps: readonly StepView[]): readonly StepView[] {
  return steps.filter(({ step }) => step.phase === 'reactivate');
}
