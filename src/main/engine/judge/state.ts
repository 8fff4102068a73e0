import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Kept, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { nameOf } from '../../../shared/domain/plan/step-about.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import type { Product, State } from '../../../shared/domain/state/state.ts';
import { provingSections, verdicts, type Verdict } from '../../../shared/domain/state/verdicts.ts';
import { isHarmless } from '../../../shared/domain/state/is-harmless.ts';
import { protection } from '../protection/protection.ts';

/** A run of this machine that came as far as it could before a restart. */
export interface EarlierRun {
  readonly runId: string;
  /** The steps whose products go with the restart. */
  readonly steps: readonly Step[];
  /** What was dangerous before it began; its restart takes none of that away. */
  readonly dangersBefore: readonly Danger[];
}

export interface StateFacts {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  /** What would be removed now, and what would be left. */
  readonly plan: Plan;
  /** The run that waits for a restart; null where none does. */
  readonly earlierRun: EarlierRun | null;
}

/** The one answer about a machine: what is there, what stays and why, what is left, and what is dangerous. */
export function state(facts: StateFacts): State {
  const { inventory, findings, plan, earlierRun } = facts;
  const settles = plan.dangers.filter((danger) => isSettled(danger, earlierRun));
  const known = {
    installed: findings.filter((finding) => isToGo(finding, facts)).map(productOf),
    stays: plan.kept.filter(({ reason }) => reason !== 'leftover'),
    remains: findings
      .filter((finding) => finding.state === 'leftover' && !isKeptOtherwise(finding, plan))
      .map((finding) => ({
        ...productOf(finding),
        harmless: isHarmless(finding),
        told: isTold(finding, plan),
        ...notOurs(finding, inventory),
      })),
    dangers: plan.dangers.filter((danger) => !settles.includes(danger)),
    restart: earlierRun && {
      runId: earlierRun.runId,
      products: [...new Set(earlierRun.steps.map(nameOf))],
      settles,
    },
    assigned: assignedIn(plan),
    unread: provingSections.filter((section) => inventory[section].state === 'unreadable'),
    protection: protection(inventory),
  };
  return { verdict: verdictOn(known), ...known };
}

function verdictOn(known: Omit<State, 'verdict'>): Verdict {
  const applies: Readonly<Record<Verdict, boolean>> = {
    danger: known.dangers.length > 0,
    found: known.installed.length > 0,
    restartNeeded: known.restart !== null,
    notKnown: known.unread.length > 0,
    notProtected: !isProtected(known.protection),
    engineInside: known.stays.some(({ reason }) => reason === 'engineInside'),
    clean: true,
  };
  return verdicts.find((verdict) => applies[verdict]) ?? 'clean';
}

/** What an organization will install again, whatever is removed here. */
function assignedIn({ hazards }: Plan): readonly string[] {
  return hazards
    .filter(({ id }) => id === 'assigned-by-policy')
    .flatMap(({ evidence }) => evidence.filter((each) => typeof each === 'string'));
}

/** A name alone is no product; what goes with the restart is on its way. */
function isToGo(finding: Finding, { plan, earlierRun }: StateFacts): boolean {
  return (
    finding.state !== 'leftover' &&
    (finding.confidence !== 'hint' || isOnePersons(finding, plan)) &&
    !isOnPurpose(finding, plan) &&
    earlierRun?.steps.some((step) => isAbout(step, finding)) !== true
  );
}

/** Nothing more than an entry tells of a copy in the folders of a person; its maker has to be named there. */
function isOnePersons({ id, evidence }: Finding, { kept }: Plan): boolean {
  return (
    kept.some(({ findingId, reason }) => findingId === id && reason === 'onePerson') &&
    evidence.some(({ strength }) => strength !== 'hint')
  );
}

type NotOurs = Pick<State['remains'][number], 'notOurs'>;

/**
 * Where a trace stands that Cutover leaves to somebody else altogether: a row of Windows Security, which Windows protects and
 * drops itself, and an extension in the profile of a browser that nothing forces on it any more.
 */
function notOurs({ evidence }: Finding, { browserExtensions }: Inventory): NotOurs {
  const places = evidence.map(({ kind, ref }) => {
    if (kind === 'securityProduct') return 'windowsSecurity';
    const isOnlyInProfiles = browserExtensions.items.every(
      ({ id, origin }) => id !== ref || origin === 'profile',
    );
    return kind === 'browserExtension' && isOnlyInProfiles ? 'browser' : null;
  });
  const known = places.filter((place) => place !== null);
  return known.length < places.length ? {} : { notOurs: [...new Set(known)] };
}

function isTold({ evidence }: Finding, { dangers }: Plan): boolean {
  return evidence.every(({ kind, ref }) =>
    dangers.some(({ seenIn }) => seenIn.kind === kind && seenIn.ref === ref),
  );
}

const onPurpose: readonly Kept['reason'][] = [
  'notChosen',
  'offered',
  'notKaspersky',
  'engineInside',
  'userData',
];

/** What stays because nobody chose it, or because it is not Cutover's to remove. */
export function isOnPurpose({ id }: Finding, { kept }: Plan): boolean {
  return kept.some(({ findingId, reason }) => findingId === id && onPurpose.includes(reason));
}

/** What is no trace of a product that went, or nobody's trace for certain. */
function isKeptOtherwise({ id }: Finding, { kept }: Plan): boolean {
  return kept.some(({ findingId, reason }) => findingId === id && reason !== 'leftover');
}

/** By what the step takes off: what is still there of a product until the restart may have another id. */
function isAbout({ about, doneWhen }: Step, { id, parts }: Finding): boolean {
  if (about.kind === 'product' && about.findingId === id) return true;
  if (doneWhen.kind !== 'gone') return false;
  const going = new Set(
    [doneWhen.productCodes, doneWhen.programs, doneWhen.services].flat().map(lowerCase),
  );
  return [parts.productCodes, parts.programs, parts.services]
    .flat()
    .some((ref) => going.has(lowerCase(ref)));
}

function lowerCase(ref: string): string {
  return ref.toLowerCase();
}

/**
 * Until the restart a driver that was taken off is still loaded, and what its product brought is still listed. What
 * hurts with the restart itself is told before it, always.
 */
function isSettled({ severity, seenIn }: Danger, earlierRun: EarlierRun | null): boolean {
  if (earlierRun === null || severity === 'critical') return false;
  return !earlierRun.dangersBefore.some(
    (before) => before.seenIn.kind === seenIn.kind && before.seenIn.ref === seenIn.ref,
  );
}

function productOf({ id, productId, family, name, version }: Finding): Product {
  return { id, productId, family, name, version };
}
