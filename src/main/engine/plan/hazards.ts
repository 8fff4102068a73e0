import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice, Hazard, HazardSeverity } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { hazardRows, type HazardId } from '../../catalog/hazards.ts';
import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import { hazardRules } from './hazard-rules.ts';

/** What a rule looks at. `removed` are the findings that have a step. */
export interface HazardContext {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  readonly removed: readonly Finding[];
  readonly steps: readonly Step[];
  readonly choice: Choice;
}

/** What a rule saw. `severity` replaces the one of the catalog. */
export interface Seen {
  readonly findings: readonly Finding[];
  readonly evidence: Hazard['evidence'];
  readonly severity?: HazardSeverity;
}

export type HazardRule = (context: HazardContext, id: HazardId) => Seen | null;

/** Everything that speaks against the steps or that a person should know before them. Pure rules, one each. */
export function hazards(facts: Omit<HazardContext, 'removed'>): Hazard[] {
  const withStep = new Set(facts.steps.map(findingIdOf));
  const removed = facts.findings.filter((finding) => withStep.has(finding.id));
  const context = { ...facts, removed };
  return hazardRows.flatMap(({ id, severity }) => {
    const seen = hazardRules[id](context, id);
    if (seen === null) return [];
    return [
      {
        id,
        severity: seen.severity ?? severity,
        findingIds: seen.findings.map((finding) => finding.id),
        evidence: seen.evidence,
      },
    ];
  });
}
