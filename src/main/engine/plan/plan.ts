import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice, Kept, Plan } from '../../../shared/domain/plan.ts';
import type { Step } from '../../../shared/domain/step.ts';
import { productById } from '../../catalog/products.ts';
import { stepWords } from '../../catalog/step-words.ts';
import { hazards } from './hazards.ts';
import { proofBase, type ProofBase } from '../detect/prove.ts';
import { uninstallRoute } from './uninstall-route.ts';

/**
 * Turns findings into ordered steps, with everything that speaks against them and everything that stays and
 * why. Pure: nothing is read or changed.
 */
export function plan(inventory: Inventory, findings: readonly Finding[], choice: Choice): Plan {
  const base = proofBase(inventory);
  const decisions = [...findings].sort(inOrder).map((finding) => decide(finding, base, choice));
  const steps = withoutTwins(decisions.flatMap((each) => ('action' in each ? [each] : [])));
  return {
    format: 'cutover-plan/1',
    steps,
    hazards: hazards({ inventory, findings, steps, choice }),
    kept: decisions.flatMap((each) => ('action' in each ? [] : [each])),
    choice,
  };
}

function inOrder(a: Finding, b: Finding): number {
  const order = productById(a.productId).order - productById(b.productId).order;
  return order !== 0 ? order : a.id < b.id ? -1 : 1;
}

function decide(finding: Finding, base: ProofBase, choice: Choice): Step | Kept {
  const kept = whyKept(finding, choice);
  if (kept !== null) return { findingId: finding.id, name: finding.name, ...kept };
  const route = uninstallRoute(finding, base, choice);
  if (!route.ok) {
    const { reason, explanation } = route;
    return { findingId: finding.id, name: finding.name, reason, explanation };
  }
  const { action, timeLimitMs } = route;
  const codes = action.kind === 'uninstallMsi' ? [action.productCode] : [];
  const { programs, services } = finding.parts;
  return {
    id: `remove:${finding.id}`,
    findingId: finding.id,
    productId: finding.productId,
    family: finding.family,
    title: `Remove ${finding.name}`,
    explanation: stepWords[finding.family],
    action,
    timeLimitMs: choice.timeLimitMs ?? timeLimitMs,
    gone: { productCodes: codes, programs, services },
  };
}

type Why = Pick<Kept, 'reason' | 'explanation'>;

/** Null when the finding is to be removed, if there is a way. */
function whyKept(finding: Finding, choice: Choice): Why | null {
  if (finding.family === 'embeddedEngine' || finding.family === 'successor')
    return notKaspersky(finding);
  if (finding.state === 'leftover') return leftover;
  if (!isChosen(finding, choice)) return notChosen(finding);
  if (finding.state === 'portable') return portable;
  return finding.confidence === 'proven' ? null : notProven(finding);
}

/** By finding, product or family; the catalog says what is chosen when nobody says anything. */
function isChosen(finding: Finding, choice: Choice): boolean {
  const { sweep } = productById(finding.productId);
  if (sweep === 'never') return false;
  const names = [finding.id, finding.productId, finding.family].map((name) => name.toLowerCase());
  const isNamed = (list: readonly string[]) =>
    list.some((name) => names.includes(name.toLowerCase()));
  if (choice.all || isNamed(choice.include)) return true;
  return choice.only === null ? sweep === 'byDefault' : isNamed(choice.only);
}

const leftover: Why = {
  reason: 'leftover',
  explanation:
    'It is what remains of a product that is gone. It does nothing by itself, and Cutover leaves it where it is.',
};

const portable: Why = {
  reason: 'noSafeWay',
  explanation:
    'It was never installed, so there is nothing to uninstall. Close it, and delete its folder when you need nothing from its quarantine.',
};

function notChosen(finding: Finding): Why {
  return {
    reason: 'notChosen',
    explanation: `It is a product of its own and was not chosen. To remove it as well, choose “${finding.productId}”.`,
  };
}

function notKaspersky(finding: Finding): Why {
  const whose =
    finding.family === 'successor'
      ? 'It is from another company, although Kaspersky may have installed it. It may be the antivirus that protects you now.'
      : 'It is a product of another company that has the Kaspersky engine inside.';
  return {
    reason: 'notKaspersky',
    explanation: `${whose} If you want to be rid of it, use its own uninstaller in the Windows settings under Apps.`,
  };
}

function notProven(finding: Finding): Why {
  const unread = finding.evidence.filter(({ says }) => says.includes('could not be read'));
  const why =
    unread.length > 0
      ? unread.map(({ says }) => says).join(' ')
      : 'There are signs of it, but nothing proves that it is installed and from Kaspersky.';
  return {
    reason: 'notProven',
    explanation: `${why} Cutover removes only what is proven. Ask somebody who knows this computer, or use Kaspersky’s own removal tool by hand.`,
  };
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
