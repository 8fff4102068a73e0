import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import type { GuideState, ProtectionChoice, ScanState } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import {
  defaultChoice,
  type Choice,
  type Kept,
  type Owner,
} from '../../../shared/domain/plan/plan.ts';
import type { EarlierRun } from '../../engine/judge/state.ts';
import { notKnownIn } from '../../engine/judge/verify.ts';
import { answerAbout, decisions } from '../../session/decisions.ts';

type Done = Extract<ScanState, { state: 'done' }>;

/** What the window shows of an inventory. */
export function scanView(inventory: Inventory): Done {
  return {
    state: 'done',
    collectedAt: inventory.collectedAt,
    computerName: inventory.machine.computerName,
    findings: decisions.detect(inventory),
    protection: decisions.protection(inventory),
    gaps: notKnownIn(inventory),
  };
}

/** What a person chose in the window, as the engine takes it. */
export interface Answers {
  readonly chosen: readonly string[];
  readonly owner: Owner | null;
  readonly acknowledged: readonly string[];
  readonly protectionChoice: ProtectionChoice;
  readonly cleanRemains: boolean;
}

export function choiceOf(answers: Answers): Choice {
  const { chosen, owner, acknowledged, protectionChoice, cleanRemains } = answers;
  const { requireReplacement, reactivateDefender } = protectionChoice;
  const { phases: usual } = defaultChoice;
  const phases = reactivateDefender ? [...usual, 'reactivate' as const] : usual;
  return {
    ...defaultChoice,
    phases,
    only: chosen,
    owner,
    acknowledged,
    requireReplacement,
    onlyDangerous: !cleanRemains,
  };
}

/**
 * What is chosen when nobody has said anything: what the catalog proposes, also where there is no way to remove it, so
 * that the window finds what the command line finds.
 */
export function proposedFindings(inventory: Inventory, scan: Done): readonly string[] {
  const { steps, kept } = decisions.plan(inventory, scan.findings, defaultChoice);
  const identified = new Set(scan.findings.flatMap((each) => (each.identified ? each.id : [])));
  const meant = kept.filter(
    ({ reason, findingId }) => noWay.includes(reason) && identified.has(findingId),
  );
  return [
    ...steps.flatMap((step) => findingIdOf(step) ?? []),
    ...meant.map((each) => each.findingId),
  ];
}

/** It was to go. */
const noWay: readonly Kept['reason'][] = [
  'notProven',
  'notRead',
  'noSafeWay',
  'portable',
  'onePerson',
];

/** What would be done, and what is to be said of the computer; `waiting` is a run that waits for a restart of it. */
export function planFor(
  inventory: Inventory,
  answers: Answers,
  waiting: EarlierRun | null,
): Pick<GuideState, 'plan' | 'state'> {
  const { plan, state } = answerAbout(inventory, choiceOf(answers), waiting);
  return { plan, state };
}
