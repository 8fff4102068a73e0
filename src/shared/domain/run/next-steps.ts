import { type NextStep, outcomes } from './run-outcomes.ts';
import type { ProtectionVerdict } from '../protection/protection.ts';
import type { RunRecord } from './record.ts';

/** What a person does now, the most urgent first. Everything that says what comes next after a run asks this. */
export function nextSteps(record: RunRecord): readonly NextStep[] {
  const { outcome } = record;
  if (outcome === null) return ['resumeUnfinished'];
  const dangers = record.state?.dangers ?? [];
  const first: readonly NextStep[] = dangers.length === 0 ? [] : ['seeToDanger'];
  return [...first, ...protectionSteps(record), ...outcomes[outcome].next];
}

/** Before a restart, and while nothing was removed, missing protection is not what to see to first. */
function protectionSteps({ outcome, protection }: RunRecord): readonly NextStep[] {
  if (outcome === null || protection === null) return [];
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
