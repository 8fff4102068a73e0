import type { ProtectionVerdict } from '../../shared/domain/protection.ts';
import type { RunOutcome } from '../../shared/domain/outcome.ts';
import type { RunRecord } from '../../shared/domain/record.ts';
import type { ReportLanguage } from './report-language.ts';
import { nextStepWords } from './words/next-step-words.ts';

type NextStep = keyof typeof nextStepWords;

/** What a person should do now, the most urgent first. Commands stand between backquotes. */
export function nextSteps(record: RunRecord, { words }: ReportLanguage): readonly string[] {
  const { outcome } = record;
  const steps: readonly NextStep[] =
    outcome === null
      ? ['resumeUnfinished']
      : [...protectionSteps(record), ...outcomeSteps[outcome]];
  return steps.map((step) => words(nextStepWords[step]));
}

/** Before a restart, and while nothing was removed, missing protection is not what to see to first. */
function protectionSteps({ outcome, protection }: RunRecord): readonly NextStep[] {
  const early: readonly (RunOutcome | null)[] = ['restartNeeded', 'stopped', 'dryRun'];
  if (protection === null || early.includes(outcome)) return [];
  return verdictSteps[protection.verdict];
}

const outcomeSteps: Readonly<Record<RunOutcome, readonly NextStep[]>> = {
  cleanAndProtected: ['nothingKeepReport'],
  protected: ['nothing'],
  nothingToRemove: ['nothing'],
  restartNeeded: ['saveAndRestart', 'checkAfterRestart'],
  notProtected: ['bringDefenderBack', 'checkProtection'],
  remnantsLeft: ['readAboutRemains'],
  stillPresent: ['restartAndResume', 'ifItStays'],
  passwordMissing: ['findPassword', 'again'],
  passwordWrong: ['rightPassword', 'doNotGuess'],
  installerBusy: ['waitForInstaller', 'again'],
  uninstallerFailed: ['readFailedStep', 'restartThenAgain'],
  timedOut: ['restart', 'again'],
  cancelled: ['again'],
  stopped: ['solveFirst'],
  dryRun: ['startForReal'],
};

const verdictSteps: Readonly<Record<ProtectionVerdict, readonly NextStep[]>> = {
  protected: [],
  signaturesOld: ['updateSignatures'],
  notProtecting: ['turnOn'],
  onlyKaspersky: ['installAnother'],
  unprotected: ['protectAtOnce', 'turnOn'],
  cannotTell: ['turnOn'],
};
