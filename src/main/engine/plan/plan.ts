import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import { nameAmong } from '../../../shared/domain/product-names.ts';
import { isRemoval } from '../../../shared/domain/plan/is-removal.ts';
import { emptyPlan } from '../../../shared/domain/plan/empty-plan.ts';
import type { Choice, Kept, Plan } from '../../../shared/domain/plan/plan.ts';
import { reactivationPlan } from '../protection/reactivation-plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { productById } from '../../catalog/products/products.ts';
import { nameOfPerson } from '../detect/who-trusts.ts';
import { holdsRemains } from '../detect/folder-contents.ts';
import { toldByRemains } from './danger-rules.ts';
import { dangers } from './dangers.ts';
import { hazards } from './hazards.ts';
import { proofBase, twinOf, type ProofBase } from '../detect/prove.ts';
import { leftovers, type Cleaning } from './leftovers.ts';
import { idleDrivers, repairs, type Repairs } from './repairs.ts';
import { uninstallRoute } from './uninstall-route.ts';
import { waysOut } from './ways-out.ts';

/**
 * Turns findings into ordered steps, with everything that speaks against them and everything that stays and
 * why. Pure: nothing is read or changed. What keeps Microsoft Defender off is told once nothing is to be removed any
 * more: the antivirus that goes may have been what kept it off.
 */
export function plan(inventory: Inventory, findings: readonly Finding[], choice: Choice): Plan {
  const seen = dangers(inventory, findings);
  if (!isRemoval(choice) && !choice.phases.includes('clean')) {
    const steps = choice.phases.includes('reactivate') ? reactivationPlan(inventory).steps : [];
    return { ...emptyPlan, steps, dangers: seen, choice };
  }
  const removal = isRemoval(choice) ? removals(inventory, findings, choice, seen) : nothing;
  const mending = choice.phases.includes('clean') ? repairs(inventory, findings, seen) : unmended;
  const cleans = choice.phases.includes('clean') && !choice.onlyDangerous;
  const cleaning = cleans
    ? heldBack(remains(inventory, findings, seen), mending.notRepaired)
    : uncleaned;
  const steps = [...removal.steps, ...mending.steps, ...cleaning.steps];
  const { kept } = removal;
  const seenHazards = hazards({ inventory, findings, steps, choice });
  return {
    ...emptyPlan,
    steps,
    hazards: seenHazards,
    kept,
    waysOut: waysOut(inventory, findings, { steps, hazards: seenHazards, kept }),
    dangers: seen,
    notRepaired: mending.notRepaired,
    notCleaned: cleaning.notCleaned,
    choice,
  };
}

const nothing = { steps: [], kept: [] } as const satisfies Removals;
const unmended = { steps: [], notRepaired: [] } as const satisfies Repairs;
const uncleaned = { steps: [], notCleaned: [] } as const satisfies Cleaning;

/** A package of drivers goes after the drivers that were installed from it. */
function remains(
  inventory: Inventory,
  findings: readonly Finding[],
  seen: readonly Danger[],
): Cleaning {
  const drivers = idleDrivers(inventory, findings, seen);
  const others = leftovers(inventory, findings);
  return {
    steps: [...drivers.steps, ...others.steps],
    notCleaned: [...drivers.notCleaned, ...others.notCleaned],
  };
}

/**
 * What is left of a product tells of some dangers. While one of those is still there, cleaning up would only hide it: the
 * computer would count as clean and be without updates or without the web.
 */
function heldBack(cleaning: Cleaning, notRepaired: Plan['notRepaired']): Cleaning {
  if (!notRepaired.some(({ danger }) => toldByRemains.has(danger))) return cleaning;
  const held = cleaning.steps.flatMap(({ about }) =>
    about.kind === 'remains'
      ? [{ leftover: about.leftover, name: about.name, why: message('leftover.showsDanger') }]
      : [],
  );
  return { steps: [], notCleaned: [...held, ...cleaning.notCleaned] };
}

type Removals = Pick<Plan, 'steps' | 'kept'>;

function removals(
  inventory: Inventory,
  findings: readonly Finding[],
  choice: Choice,
  seen: readonly Danger[],
): Removals {
  const base = proofBase(inventory);
  const decisions = [...findings]
    .sort(inOrder)
    .map((finding) => decide(finding, { base, choice, dangers: seen, findings }));
  return {
    steps: withoutTwins(decisions.flatMap((each) => ('action' in each ? [each] : []))),
    kept: decisions.flatMap((each) => ('action' in each ? [] : [each])),
  };
}

interface Facts {
  readonly base: ProofBase;
  readonly choice: Choice;
  readonly dangers: readonly Danger[];
  readonly findings: readonly Finding[];
}

function inOrder(a: Finding, b: Finding): number {
  const order = productById(a.productId).order - productById(b.productId).order;
  return order !== 0 ? order : a.id < b.id ? -1 : 1;
}

function decide(finding: Finding, facts: Facts): Step | Kept {
  const { base, choice, findings } = facts;
  // What a person registers for themselves changes nothing of what is said about the machine's.
  const name = nameAmong(
    finding,
    findings.filter(({ person }) => person === finding.person),
  );
  const kept = whyKept(finding, facts);
  if (kept !== null) return keptOf(finding, name, kept);
  const route = uninstallRoute(finding, base, choice);
  if (!route.ok) return keptOf(finding, name, route);
  const { action, timeLimitMs } = route;
  const codes = action.kind === 'uninstallMsi' ? [action.productCode] : [];
  const { programs, services } = finding.parts;
  const { id: findingId, productId, family } = finding;
  return {
    id: `remove:${findingId}`,
    phase: 'remove',
    about: { kind: 'product', findingId, productId, family, name },
    action,
    doneWhen: { kind: 'gone', productCodes: codes, programs, services },
    timeLimitMs: choice.timeLimitMs ?? timeLimitMs,
  };
}

function keptOf({ id, productId }: Finding, name: string, { reason, explanation }: Why): Kept {
  return { findingId: id, productId, name, reason, explanation };
}

type Why = Pick<Kept, 'reason' | 'explanation'>;

/** Null when the finding is to be removed, if there is a way. */
function whyKept(finding: Finding, { base, choice, dangers: seen }: Facts): Why | null {
  const { family, state } = finding;
  if (family === 'embeddedEngine') return engineInside;
  if (family === 'successor') return notKaspersky;
  if (isOffered(finding, base)) return offered;
  if (state === 'leftover') {
    if (isDangerous(finding, seen)) return dangerous;
    if (productById(finding.productId).isOfOthersToo) return moduleOfOthers;
    return holdsOnlyUserData(finding, base.inventory) ? userData : leftover;
  }
  const person = finding.person === null ? null : nameOfPerson(finding.person, base.inventory);
  if (!isChosen(finding, choice)) {
    if (isMeant(finding, choice)) return notIdentified;
    if (state === 'portable' && isNobodysChoice(finding, choice)) return portable;
    if (!isChoosable(finding)) return notProven(finding, base);
    return isGuessed(finding, choice) ? notProven(finding, base) : notChosen(person);
  }
  if (state === 'portable') return portable;
  if (person !== null) return onePerson(person);
  return finding.confidence === 'proven' ? null : notProven(finding, base);
}

function isChoosable({ productId }: Finding): boolean {
  return productById(productId).sweep !== 'never';
}

/** By finding, product or family; the catalog says what is chosen when nobody says anything. */
function isChosen(finding: Finding, choice: Choice): boolean {
  if (!isChoosable(finding)) return false;
  const { sweep } = productById(finding.productId);
  const names = [finding.id, finding.productId, finding.family].map((name) => name.toLowerCase());
  const isNamed = (list: readonly string[]) =>
    list.some((name) => names.includes(name.toLowerCase()));
  if (choice.all || isNamed(choice.include)) return true;
  return choice.only === null ? sweep === 'byDefault' && finding.identified : isNamed(choice.only);
}

/** It cannot be chosen, or nobody would know by which name. */
function isNobodysChoice(finding: Finding, choice: Choice): boolean {
  return !isChoosable(finding) || isGuessed(finding, choice);
}

/** It would go by itself, if it were sure which product it is. Nobody decided that it stays. */
function isMeant({ productId, identified }: Finding, { only }: Choice): boolean {
  return only === null && !identified && productById(productId).sweep === 'byDefault';
}

/** Nothing proves it, and it is not known what it is: nobody could have chosen it. */
function isGuessed({ confidence, person, productId }: Finding, { only }: Choice): boolean {
  const isUnknown = productId === 'kaspersky-other' && person === null;
  return only === null && isUnknown && confidence === 'hint';
}

/** One of its signs is what a danger was seen in. */
function isDangerous({ evidence }: Finding, seen: readonly Danger[]): boolean {
  return seen.some(({ seenIn }) =>
    evidence.some(({ kind, ref }) => kind === seenIn.kind && ref === seenIn.ref),
  );
}

/** Nothing is left of it but folders in which a person keeps something. */
function holdsOnlyUserData({ evidence }: Finding, { vendorFolders }: Inventory): boolean {
  return evidence.every(
    ({ kind, ref }) => kind === 'folder' && !holdsRemains(ref, vendorFolders.items),
  );
}

/**
 * Windows Installer knows it only as what somebody may set up. Microsoft: Windows Installer, "Advertisement": nothing of
 * such a product is there before it is first started.
 */
function isOffered({ parts }: Finding, { products }: ProofBase): boolean {
  const { productCodes, services, processes } = parts;
  const states = productCodes.flatMap((code) => products.get(code) ?? []);
  return (
    states.length > 0 &&
    states.every(({ state }) => state === 'advertised') &&
    services.length === 0 &&
    processes.length === 0
  );
}

const offered: Why = { reason: 'offered', explanation: message('kept.offered') };
const dangerous: Why = { reason: 'leftover', explanation: message('kept.dangerous') };
const leftover: Why = { reason: 'leftover', explanation: message('kept.leftover') };
const userData: Why = { reason: 'userData', explanation: message('kept.userData') };
const engineInside: Why = {
  reason: 'engineInside',
  explanation: message('kept.embeddedEngine'),
};
const notKaspersky: Why = { reason: 'notKaspersky', explanation: message('kept.successor') };
const moduleOfOthers: Why = { reason: 'notProven', explanation: message('kept.moduleOfOthers') };
const notIdentified: Why = { reason: 'notProven', explanation: message('kept.notIdentified') };

function notChosen(person: string | null): Why {
  const explanation =
    person === null
      ? message('kept.notChosen')
      : message('kept.notChosenOnePerson', { who: person });
  return { reason: 'notChosen', explanation };
}

function onePerson(who: string): Why {
  return { reason: 'onePerson', explanation: message('kept.onePerson', { who }) };
}

/** It was never installed. */
const portable: Why = { reason: 'portable', explanation: message('kept.portable') };

function notProven({ notRead, parts }: Finding, base: ProofBase): Why {
  const twin = parts.productCodes.map((code) => twinOf(code, base)).find((why) => why !== null);
  if (twin) return { reason: 'noSafeWay', explanation: message('kept.byHand', { why: twin }) };
  const registering = ['programs', 'installerProducts'] as const;
  const sections = [
    ...notRead,
    ...registering.filter((name) => base.inventory[name].state === 'unreadable'),
  ];
  if (sections.length === 0) return { reason: 'notProven', explanation: message('kept.notProven') };
  const told = [...new Set(sections)].map((name) => message(`section.${name}`));
  return { reason: 'notRead', explanation: message('kept.notRead', { sections: told }) };
}

/** Two findings that end in the same action need one step. */
function withoutTwins(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter(({ action }) => {
    const key = JSON.stringify(action).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
