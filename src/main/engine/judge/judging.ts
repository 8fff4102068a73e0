import type { ActionResult } from '../../../shared/domain/action.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Gone, Step } from '../../../shared/domain/plan/step.ts';
import type { Obstacle } from '../../../shared/domain/plan/way-out.ts';
import type { StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';

/** Whether the product of a step takes a password, and whether one was given. */
export type PasswordState = 'notTaken' | 'notGiven' | 'given';

/** Everything that is known after an action was performed. */
export interface Judging {
  readonly step: Step;
  readonly result: ActionResult;
  readonly before: Inventory;
  readonly after: Inventory;
  /** Restarts that were pending before the action, see `restart-signs.ts`. */
  readonly restartsBefore: readonly string[];
  readonly password: PasswordState;
  /** Its uninstaller asked for a restart before, and was started again because that restart did not do it. */
  readonly restartAsked?: boolean;
  /** Windows has been restarted between the action and this look. */
  readonly restarted?: boolean;
}

/** A removal, with what the machine must no longer show. */
export interface Removal extends Judging {
  readonly gone: Gone;
}

export interface Verdict {
  readonly outcome: StepOutcome;
  /** Sentences. */
  readonly message: readonly Message[];
  /** Why the product stays, where trying again is not all that is left. */
  readonly obstacle?: Obstacle;
}
