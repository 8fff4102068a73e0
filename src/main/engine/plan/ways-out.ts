import { isManaged } from '../../../shared/domain/plan/managed-hazards.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Hazard, Kept, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { Obstacle, StepWayOut, WayOut } from '../../../shared/domain/plan/way-out.ts';
import { pastObstacle } from '../../catalog/installer/ways-out.ts';
import { productById } from '../../catalog/products/products.ts';

type Planned = Pick<Plan, 'steps' | 'hazards' | 'kept'>;

/**
 * Where it is known before anything begins that the usual way does not lead further, for each product one obstacle, the
 * most serious, and what is left. Pure: the words of the plan and of a report come from it, and what is offered besides.
 */
export function waysOut(
  inventory: Inventory,
  findings: readonly Finding[],
  planned: Planned,
): readonly WayOut[] {
  return findings.flatMap((finding) => {
    const obstacle = obstacleOf(finding, inventory, planned);
    if (obstacle === null) return [];
    const { id: findingId, name, family } = finding;
    const past = pastObstacle(obstacle, family);
    return leadsOn(past, planned) ? [{ findingId, name, ...past }] : [];
  });
}

/** To start once more, and nothing besides, helps only where something is cleaned up then. */
function leadsOn({ ways }: StepWayOut, { steps }: Planned): boolean {
  return (
    ways.some((way) => way !== 'cleanUp') ||
    (ways.length > 0 && steps.some(({ phase }) => phase === 'clean'))
  );
}

function obstacleOf(finding: Finding, inventory: Inventory, planned: Planned): Obstacle | null {
  const lifted = planned.hazards.find(({ id, severity }) => severity === 'stop' && isManaged(id));
  // What is left of an agent shows that there was a Security Center; nobody has to be asked to remove it.
  const isThere = finding.state === 'installed';
  if (isThere && lifted?.findingIds.includes(finding.id) === true) return 'managed';
  if (isAffected(finding, planned.hazards)) return 'packageMissing';
  const kept = planned.kept.find(({ findingId }) => findingId === finding.id);
  return kept === undefined ? null : whyStuck(finding, kept, inventory, planned.steps);
}

const packageHazards: readonly string[] = ['missing-installer-package', 'installer-source-open'];

function isAffected({ id }: Finding, hazards: readonly Hazard[]): boolean {
  return hazards.some(
    (hazard) => packageHazards.includes(hazard.id) && hazard.findingIds.includes(id),
  );
}

/** What nobody chose, what is one person's and what could not be read is no dead end: its own words say what to do. */
function whyStuck(
  finding: Finding,
  { reason }: Kept,
  inventory: Inventory,
  steps: readonly Step[],
): Obstacle | null {
  const { state, confidence, notRead, person } = finding;
  if (person !== null || notRead.length > 0) return null;
  if (state === 'leftover') return mayStillRun(finding, inventory, steps) ? 'halfRemoved' : null;
  if (state !== 'installed') return null;
  if (reason === 'noSafeWay') return 'noUninstaller';
  return reason === 'notProven' && confidence !== 'hint' ? 'registrationBroken' : null;
}

/** Services and drivers whose files are still there, and that neither a step nor the next start of Windows takes away. */
function mayStillRun(
  { parts, productId }: Finding,
  { services }: Inventory,
  steps: readonly Step[],
): boolean {
  if (productById(productId).isOfOthersToo) return false;
  const names = new Set([...parts.services, ...parts.drivers].map(lower));
  const taken = new Set(steps.flatMap(({ about }) => ('name' in about ? [lower(about.name)] : [])));
  return services.items.some(
    ({ name, imageExists, markedForDeletion }) =>
      names.has(lower(name)) &&
      imageExists !== false &&
      markedForDeletion !== true &&
      !taken.has(lower(name)),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
