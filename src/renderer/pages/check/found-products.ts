import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import type { Family, Finding } from '../../../shared/domain/finding.ts';
import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';

export interface FoundProduct {
  readonly finding: Finding;
  readonly chosen: boolean;
  /** Null where a person can choose; else why it stays. */
  readonly stays: Message | null;
}

/** What was found, by what a person can do about it. */
export interface FoundProducts {
  /** Goes with Kaspersky unless it is unticked. */
  readonly main: readonly FoundProduct[];
  /** Products a person may want to keep: decided one by one. */
  readonly extras: readonly FoundProduct[];
  readonly staying: readonly FoundProduct[];
}

const extraFamilies: readonly Family[] = ['vpn', 'passwordManager', 'childSafety'];

export function foundProducts(snapshot: GuideSnapshot): FoundProducts {
  const findings = snapshot.scan.state === 'done' ? snapshot.scan.findings : [];
  const all = findings.map((finding) => ({
    finding,
    chosen: snapshot.chosen.includes(finding.id),
    stays: whyItStays(finding, snapshot.plan),
  }));
  const isExtra = ({ finding }: FoundProduct) => extraFamilies.includes(finding.family);
  const choosable = all.filter(({ stays }) => stays === null);
  return {
    main: choosable.filter((product) => !isExtra(product)),
    extras: choosable.filter(isExtra),
    staying: all.filter(({ stays }) => stays !== null),
  };
}

function whyItStays({ id, confidence, state }: Finding, plan: Plan | null): Message | null {
  if (plan?.steps.some((step) => findingIdOf(step) === id)) return null;
  const kept = plan?.kept.find(({ findingId }) => findingId === id);
  if (kept !== undefined && kept.reason !== 'notChosen') return kept.explanation;
  return confidence === 'proven' && state === 'installed' ? null : { id: 'kept.notProven' };
}
