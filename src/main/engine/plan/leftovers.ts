import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { changeStep } from '../../../shared/domain/plan/change-step.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { leftovers as rows, type LeftoverRow } from '../../catalog/leftover-kinds.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { candidates, isLiving, type Candidate } from './leftover-candidates.ts';
import { conditions, type LeftoverContext } from './leftover-conditions.ts';

export type Cleaning = Pick<Plan, 'steps' | 'notCleaned'>;

const nothing = { steps: [], notCleaned: [] } as const satisfies Cleaning;

const kinds = rows.map((row) => ({ row, place: new RegExp(row.match, 'i') }));

/**
 * Steps that clean up what is left of products that are gone, and what of it stays and why. What an installed product
 * has is not left over and is not told.
 */
export function leftovers(inventory: Inventory, findings: readonly Finding[]): Cleaning {
  // Most computers have a product and nothing of another one.
  if (findings.length > 0 && findings.every(isLiving)) return nothing;
  const going: string[] = [];
  const context = { inventory, findings, going, files: () => fileIndex(inventory) };
  const seen = kinds.flatMap(({ row, place }) =>
    candidates[row.section](inventory, findings)
      .filter((candidate) => place.test(candidate.place) && isLeft(candidate, findings))
      .map((candidate) => {
        const why = whyItStays(row, candidate, context);
        if (why === null && candidate.action.kind === 'quarantineFolder')
          going.push(candidate.place);
        return { row, candidate, why };
      }),
  );
  return {
    steps: seen.flatMap(({ row: { kind }, candidate: { place, action }, why }) =>
      why === null
        ? [changeStep('clean', { kind: 'remains', leftover: kind, name: place }, action)]
        : [],
    ),
    notCleaned: seen.flatMap(({ row: { kind }, candidate: { place }, why }) =>
      why === null ? [] : [{ leftover: kind, name: place, why }],
    ),
  };
}

function whyItStays(
  { when }: LeftoverRow,
  candidate: Candidate,
  context: LeftoverContext,
): Message | null {
  for (const condition of when) {
    const why = conditions[condition](candidate, context);
    if (why !== null) return why;
  }
  return null;
}

/** Something of a product that is gone claims it, or nothing at all and no product is there. */
function isLeft({ owners }: Candidate, findings: readonly Finding[]): boolean {
  return owners.length === 0 ? !findings.some(isLiving) : owners.some((each) => !isLiving(each));
}
