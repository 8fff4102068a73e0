import type { Message } from '../../../shared/domain/message.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import type { ReactivationCause } from '../../../shared/domain/protection/reactivation.ts';
import type { RunOutcome } from '../../../shared/domain/run/run-outcomes.ts';
import type { State } from '../../../shared/domain/state/state.ts';

/** What is known at the end of a run. */
export interface RunFacts {
  readonly choice: Choice;
  readonly steps: readonly TakenStep[];
  /** The machine as it is now. */
  readonly state: State;
  /** Why Microsoft Defender does not protect now. */
  readonly causes: readonly ReactivationCause[];
  readonly cancelled: boolean;
  readonly dryRun: boolean;
}

export interface Outcome {
  readonly outcome: RunOutcome;
  /** Sentences. */
  readonly summary: readonly Message[];
}
