import type { HazardSeverity } from '../../shared/domain/plan.ts';
import type { ProtectionVerdict, SourceAnswer } from '../../shared/domain/protection.ts';
import type { RunOutcome, StepOutcome } from '../../shared/domain/outcome.ts';

/** How something is to be taken: good, needs attention, bad, or neither. */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

export const outcomeTones: Readonly<Record<RunOutcome, Tone>> = {
  cleanAndProtected: 'good',
  protected: 'good',
  nothingToRemove: 'good',
  restartNeeded: 'attention',
  notProtected: 'bad',
  remnantsLeft: 'attention',
  stillPresent: 'bad',
  passwordMissing: 'bad',
  passwordWrong: 'bad',
  installerBusy: 'attention',
  uninstallerFailed: 'bad',
  timedOut: 'bad',
  cancelled: 'attention',
  stopped: 'bad',
  dryRun: 'neutral',
};

export const stepTones: Readonly<Record<StepOutcome, Tone>> = {
  removed: 'good',
  restartNeeded: 'attention',
  stillPresent: 'bad',
  passwordMissing: 'bad',
  passwordWrong: 'bad',
  installerBusy: 'attention',
  timedOut: 'bad',
  cancelled: 'attention',
  failed: 'bad',
  notRun: 'neutral',
};

export const verdictTones: Readonly<Record<ProtectionVerdict, Tone>> = {
  protected: 'good',
  signaturesOld: 'attention',
  notProtecting: 'bad',
  onlyKaspersky: 'bad',
  unprotected: 'bad',
  cannotTell: 'attention',
};

export const answerTones: Readonly<Record<SourceAnswer, Tone>> = {
  protects: 'good',
  doesNotProtect: 'bad',
  unknown: 'neutral',
  notThere: 'neutral',
};

export const hazardTones: Readonly<Record<HazardSeverity, Tone>> = {
  stop: 'bad',
  todo: 'attention',
  warning: 'attention',
  info: 'neutral',
};
