import { helps, type NextStep, outcomes } from './run-outcomes.ts';
import type { ProtectionVerdict } from '../protection/protection.ts';
import { isHarmless } from '../state/is-harmless.ts';
import { wayOutIds } from '../plan/way-out-ids.ts';
import { whatIsLeft } from './product-fate.ts';
import type { RunRecord } from './record.ts';
import { waysOut } from './ways-out.ts';

/** What a person does now, the most urgent first. Everything that says what comes next after a run asks this. */
export function nextSteps(record: RunRecord): readonly NextStep[] {
  const { outcome } = record;
  if (outcome === null) return ['resumeUnfinished'];
  const dangers = record.state?.dangers ?? [];
  const first: readonly NextStep[] = dangers.length === 0 ? [] : ['seeToDanger'];
  const own = ownSteps(record, outcome);
  const past = pastObstacles(record);
  // What a second try did not change, a third one hardly will.
  const isStuck = record.starts > 1 && helps(record, 'vendorTool');
  const steps = isStuck ? [...stuckSteps(past), ...own] : [...own, ...past];
  const all = [...first, ...protectionSteps(record), ...steps];
  // To start again cleans up too.
  const isSaid = (step: NextStep) => step === 'cleanUp' && all.includes('again');
  return [
    ...new Set(all.filter((step) => !isSaid(step) && (past.length === 0 || step !== 'nothing'))),
  ];
}

/** Only where a person is done with the run: a restart, or a finished try, may settle it by itself. */
function pastObstacles(record: RunRecord): readonly NextStep[] {
  if (record.outcome === null || outcomes[record.outcome].leaves === 'unfinished') return [];
  return wayOutIds.filter((id) => waysOut(record).some(({ ways }) => ways.includes(id)));
}

/** The vendor's tool in front where nothing else is known. */
function stuckSteps(past: readonly NextStep[]): readonly NextStep[] {
  return past.length === 0 ? ['useVendorTool'] : past;
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

function ownSteps(
  record: RunRecord,
  outcome: NonNullable<RunRecord['outcome']>,
): readonly NextStep[] {
  const isFine = outcome === 'remnantsLeft' && whatIsLeft(record).every(isHarmless);
  return isFine ? ['leaveRemains'] : outcomes[outcome].next;
}
