import { helps, type NextStep, outcomes } from './run-outcomes.ts';
import type { ProtectionVerdict } from '../protection/protection.ts';
import { isHarmless } from '../state/is-harmless.ts';
import { whatIsLeft } from './product-fate.ts';
import type { RunRecord } from './record.ts';

/** What a person does now, the most urgent first. Everything that says what comes next after a run asks this. */
export function nextSteps(record: RunRecord): readonly NextStep[] {
  const { outcome } = record;
  if (outcome === null) return ['resumeUnfinished'];
  const dangers = record.state?.dangers ?? [];
  const first: readonly NextStep[] = dangers.length === 0 ? [] : ['seeToDanger'];
  return [
    ...first,
    ...protectionSteps(record),
    ...stuckSteps(record),
    ...ownSteps(record, outcome),
  ];
}

/** Before a restart, and while nothing was removed, missing protection is not what to see to first. */
function protectionSteps(record: RunRecord): readonly NextStep[] {
  const { outcome, protection } = record;
  if (outcome === null || protection === null) return [];
  // Kaspersky protects until it goes, and it has not gone yet.
  if (protection.verdict === 'onlyKaspersky' && helps(record, 'again')) return [];
  return outcomes[outcome].leaves === 'settled' ? verdictSteps[protection.verdict] : [];
}

const verdictSteps: Readonly<Record<ProtectionVerdict, readonly NextStep[]>> = {
  protected: [],
  signaturesOld: ['updateSignatures'],
  notProtecting: ['turnOn'],
  onlyKaspersky: ['installAnother'],
  unprotected: ['protectAtOnce', 'turnOn'],
  cannotTell: ['turnOn'],
};

/** What a second try did not change, a third one hardly will. */
function stuckSteps(record: RunRecord): readonly NextStep[] {
  return record.starts > 1 && helps(record, 'vendorTool') ? ['useVendorTool'] : [];
}

function ownSteps(
  record: RunRecord,
  outcome: NonNullable<RunRecord['outcome']>,
): readonly NextStep[] {
  const isFine = outcome === 'remnantsLeft' && whatIsLeft(record).every(isHarmless);
  return isFine ? ['leaveRemains'] : outcomes[outcome].next;
}
