import type { Finding } from '../../../shared/domain/finding.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { RunOutcome } from '../../../shared/domain/run/run-outcomes.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';
import type { ReactivationCause } from '../../../shared/domain/protection/reactivation.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import type { ProvingSection } from '../../../shared/domain/state/state.ts';

/** What is known at the end of a run. */
export interface RunFacts {
  readonly plan: Plan;
  readonly steps: readonly TakenStep[];
  readonly findingsAfter: readonly Finding[];
  readonly protection: Protection;
  /** Sections without which absence is not proven; empty when everything was read. */
  readonly unproven: readonly ProvingSection[];
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
