import type { Finding } from '../../shared/domain/finding.ts';
import type { Inventory } from '../../shared/domain/inventory.ts';
import type { Choice, Plan } from '../../shared/domain/plan/plan.ts';
import { isRemoval } from '../../shared/domain/plan/is-removal.ts';
import type { State } from '../../shared/domain/state/state.ts';
import { detect } from '../engine/detect/detect.ts';
import { state, type EarlierRun } from '../engine/judge/state.ts';
import { plan } from '../engine/plan/plan.ts';
import { protection } from '../engine/protection/protection.ts';

/** The pure functions of the engine, as a run asks for them. */
export const decisions = { detect, plan, protection };

/** Everything there is to say about a machine before anything happens to it. */
export interface Answer {
  readonly findings: readonly Finding[];
  readonly plan: Plan;
  readonly state: State;
}

/** Asks the engine about a machine, for what a person wants removed. */
export function answerAbout(
  inventory: Inventory,
  choice: Choice,
  earlierRun: EarlierRun | null = null,
): Answer {
  const findings = detect(inventory);
  const planned = plan(inventory, findings, choice);
  // What is installed is told by what a removal would take off, also where only remains are to go.
  const { kept } = isRemoval(choice)
    ? planned
    : plan(inventory, findings, { ...choice, phases: ['remove'] });
  return {
    findings,
    plan: planned,
    state: state({ inventory, findings, plan: { ...planned, kept }, earlierRun }),
  };
}
