import type { Finding } from '../finding.ts';
import type { Message } from '../message.ts';
import type { RunOutcome } from './run-outcomes.ts';
import type { Hazard, Kept, Plan } from '../plan/plan.ts';
import type { Step, StepResult } from '../plan/step.ts';
import type { State } from '../state/state.ts';

/** What a run tells while it goes on. The same events feed the terminal, the window and the log. */
export type RunEvent =
  | {
      readonly kind: 'runStarted';
      readonly runId: string;
      readonly resumed: boolean;
      readonly folder: string;
    }
  | { readonly kind: 'inventoryStarted'; readonly purpose: 'before' | 'after' }
  | {
      readonly kind: 'detected';
      readonly purpose: 'before' | 'after';
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'stopped'; readonly hazards: readonly Hazard[] }
  | { readonly kind: 'kept'; readonly kept: readonly Kept[] }
  | {
      readonly kind: 'stepStarted';
      readonly step: Step;
      readonly index: number;
      readonly total: number;
    }
  | {
      readonly kind: 'stepProgress';
      readonly stepId: string;
      readonly fraction: number | null;
      readonly text: string | null;
    }
  | {
      readonly kind: 'stepWaiting';
      readonly stepId: string;
      readonly waitingFor: Message;
      readonly elapsedMs: number;
    }
  | { readonly kind: 'stepFinished'; readonly step: Step; readonly result: StepResult }
  | { readonly kind: 'restartNeeded'; readonly reasons: readonly string[] }
  /** Nothing protects yet and no restart is due: the run looks again until something does. */
  | {
      readonly kind: 'protectionAwaited';
      readonly elapsedMs: number;
      readonly limitMs: number;
    }
  /** What is to be said of the machine as the run leaves it. */
  | { readonly kind: 'judged'; readonly state: State }
  | {
      readonly kind: 'runFinished';
      readonly outcome: RunOutcome;
      readonly summary: readonly Message[];
    }
  /** How the run ended could not be told where it was to be: other tools look there, or persons. */
  | { readonly kind: 'notPublished'; readonly why: Message };
