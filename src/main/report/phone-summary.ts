import type { GuideSnapshot, RunView } from '../../shared/guide.ts';
import type { ProtectionVerdict } from '../../shared/protection.ts';
import type { RunOutcome } from '../../shared/run.ts';

/**
 * The state of a machine in about a dozen words, to be read out on the telephone: what became of Kaspersky,
 * what protects, and the last characters of the run's name by which the report is found.
 */
export function phoneSummary({ scan, run, practice }: GuideSnapshot): string {
  const parts = [practice ? 'Practice.' : '', ...aboutRun(run)];
  if (run.state === 'notBegun' && scan.state === 'done') {
    const count = scan.findings.filter(({ state }) => state === 'installed').length;
    parts.push(`Kaspersky products found: ${count}.`, protectionWords[scan.protection.verdict]);
  } else if (run.state === 'notBegun') parts.push('Nothing looked at yet.');
  return parts.filter((part) => part !== '').join(' ');
}

function aboutRun(run: RunView): readonly string[] {
  switch (run.state) {
    case 'notBegun':
      return [];
    case 'running':
      return ['Removal is going on.', code(run.runId)];
    case 'interrupted':
      return ['Removal was interrupted; open Cutover to go on.', code(run.runId)];
    case 'refused':
      return ['Removal could not begin.'];
    case 'stopped':
      return ['Nothing removed; something must be solved first.', code(run.record.runId)];
    case 'ended': {
      const { outcome, protection, runId } = run.record;
      const words = outcome === null ? 'Removal has not ended.' : outcomeWords[outcome];
      return [words, protection === null ? '' : protectionWords[protection.verdict], code(runId)];
    }
  }
}

function code(runId: string): string {
  return runId === '' ? '' : `Code ${runId.slice(-4).toUpperCase()}.`;
}

const outcomeWords: Readonly<Record<RunOutcome, string>> = {
  cleanAndProtected: 'Kaspersky is gone.',
  nothingToRemove: 'Nothing to remove.',
  restartNeeded: 'Removed; restart needed.',
  notProtected: 'Kaspersky is gone.',
  remnantsLeft: 'Kaspersky is gone, remains are left.',
  stillPresent: 'Kaspersky is still there.',
  passwordMissing: 'Not removed: password needed.',
  passwordWrong: 'Not removed: password wrong.',
  installerBusy: 'Not removed: another installation runs.',
  uninstallerFailed: 'Not removed: uninstaller failed.',
  timedOut: 'Not removed: uninstaller took too long.',
  cancelled: 'Cancelled.',
  stopped: 'Nothing removed; something must be solved first.',
  dryRun: 'Dry run; nothing was changed.',
};

const protectionWords: Readonly<Record<ProtectionVerdict, string>> = {
  protected: 'Protected.',
  signaturesOld: 'Protected, signatures old.',
  notProtecting: 'Antivirus is off.',
  onlyKaspersky: 'No other antivirus.',
  unprotected: 'Not protected.',
  cannotTell: 'Protection not known.',
};
