import type { TakenStep } from '../plan/step.ts';

/** What a run did about the restart that it waits for. */
export interface AroundRestart {
  /** Windows goes on with it after the restart: yes, no although that was asked for, or nobody asked. */
  readonly goesOn: boolean | null;
  /** Windows was told to restart. */
  readonly started: boolean;
}

export function aroundRestart(steps: readonly TakenStep[]): AroundRestart {
  const ends = (kind: TakenStep['step']['action']['kind']) =>
    steps.filter(({ step }) => step.action.kind === kind).map(({ result }) => result.outcome);
  const registering = ends('registerContinuation');
  return {
    goesOn: registering.length === 0 ? null : registering.includes('done'),
    started: ends('restartComputer').includes('done'),
  };
}
