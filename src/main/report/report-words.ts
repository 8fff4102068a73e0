import type { EvidenceKind, Finding } from '../../shared/finding.ts';
import type { SectionName } from '../../shared/inventory.ts';
import type { ProtectionVerdict, SourceAnswer } from '../../shared/protection.ts';
import type { RunOutcome, RunRecord, StepOutcome } from '../../shared/run.ts';
import type { GapReason } from '../../shared/section.ts';

/** How something is to be taken: good, needs attention, bad, or neither. */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

interface Words {
  readonly words: string;
  readonly tone: Tone;
}

/** The headline of a report. */
export const outcomeWords: Readonly<Record<RunOutcome, Words>> = {
  cleanAndProtected: { words: 'Kaspersky is gone and this computer is protected', tone: 'good' },
  nothingToRemove: { words: 'There was nothing to remove', tone: 'good' },
  restartNeeded: { words: 'Almost done: restart the computer to finish', tone: 'attention' },
  notProtected: { words: 'This computer is not protected now', tone: 'bad' },
  remnantsLeft: { words: 'The products are gone; some remains are left', tone: 'attention' },
  stillPresent: { words: 'Something is still there', tone: 'bad' },
  passwordMissing: { words: 'A product asks for a password', tone: 'bad' },
  passwordWrong: { words: 'The password was refused', tone: 'bad' },
  installerBusy: { words: 'Another installation was in the way', tone: 'attention' },
  uninstallerFailed: { words: 'An uninstaller failed', tone: 'bad' },
  timedOut: { words: 'An uninstaller did not end in time', tone: 'bad' },
  cancelled: { words: 'You cancelled', tone: 'attention' },
  stopped: { words: 'Something has to be solved first', tone: 'bad' },
  dryRun: { words: 'Dry run: nothing was changed', tone: 'neutral' },
};

export const unfinishedWords: Words = {
  words: 'This run has not come to its end',
  tone: 'attention',
};

export const stepWords: Readonly<Record<StepOutcome, Words>> = {
  removed: { words: 'Removed', tone: 'good' },
  restartNeeded: { words: 'Removed after a restart', tone: 'attention' },
  stillPresent: { words: 'Still there', tone: 'bad' },
  passwordMissing: { words: 'Password needed', tone: 'bad' },
  passwordWrong: { words: 'Password refused', tone: 'bad' },
  installerBusy: { words: 'Installer busy', tone: 'attention' },
  timedOut: { words: 'Timed out', tone: 'bad' },
  cancelled: { words: 'Cancelled', tone: 'attention' },
  failed: { words: 'Failed', tone: 'bad' },
  notRun: { words: 'Not begun', tone: 'neutral' },
};

export const protectionWords: Readonly<Record<ProtectionVerdict, Words>> = {
  protected: { words: 'Protected', tone: 'good' },
  signaturesOld: { words: 'Protected, but the signatures are old', tone: 'attention' },
  notProtecting: { words: 'An antivirus is there but does not protect', tone: 'bad' },
  onlyKaspersky: { words: 'Only Kaspersky, which does not count', tone: 'bad' },
  unprotected: { words: 'No antivirus protects this computer', tone: 'bad' },
  cannotTell: {
    words: 'It could not be told whether the computer is protected',
    tone: 'attention',
  },
};

/** What one source says, in a word. */
export const answerWords: Readonly<Record<SourceAnswer, Words>> = {
  protects: { words: 'Protects', tone: 'good' },
  doesNotProtect: { words: 'Does not protect', tone: 'bad' },
  unknown: { words: 'Shows nothing either way', tone: 'neutral' },
  notThere: { words: 'Not there', tone: 'neutral' },
};

/** How long nothing was known to protect the computer; null when there is nothing to say. */
export function gapWords({ protectionGap: gap }: RunRecord): string | null {
  if (gap === null) return null;
  const from = momentWords(gap.from);
  if (gap.seconds === null) {
    return `Kaspersky was last known to protect at ${from}; nothing has been known to since.`;
  }
  if (gap.seconds === 0)
    return 'There was no gap: another antivirus protected before Kaspersky went.';
  const length = durationWords(gap.seconds * 1000);
  return `Between Kaspersky (${from}) and the next antivirus at most ${length} passed without known protection.`;
}

/** What a person should do now, the most urgent first. */
export function nextSteps(record: RunRecord): readonly string[] {
  if (record.outcome === null) return [unfinishedAdvice];
  return [...protectionSteps(record), ...outcomeAdvice[record.outcome]];
}

/** Before a restart, and while nothing was removed, missing protection is not what to see to first. */
function protectionSteps({ outcome, protection }: RunRecord): readonly string[] {
  const early: readonly (RunOutcome | null)[] = ['restartNeeded', 'stopped', 'dryRun'];
  if (protection === null || early.includes(outcome)) return [];
  return protectionAdvice[protection.verdict];
}

const unfinishedAdvice = 'Run `cutover resume`: it looks at the computer and continues.';

const again = 'Run the same again; it continues with what is still there.';

const outcomeAdvice: Readonly<Record<RunOutcome, readonly string[]>> = {
  cleanAndProtected: ['Nothing. You can keep this report or throw it away.'],
  nothingToRemove: ['Nothing.'],
  restartNeeded: [
    'Save your work and restart the computer.',
    'After the restart run `cutover resume`, or open Cutover: it checks whether everything is gone and whether the computer is protected.',
  ],
  notProtected: [
    'Run `cutover protection`: it says why Microsoft Defender is off and, with `--enable-defender`, brings it back.',
    'Run `cutover check` afterwards: it says whether the computer is protected.',
  ],
  remnantsLeft: ['Read below whether the remains matter. They do not protect and do not run.'],
  stillPresent: [
    'Restart the computer and run `cutover resume`.',
    'If it stays, follow what is said at the step below.',
  ],
  passwordMissing: ['Find the password, then start again and give it.', again],
  passwordWrong: [
    'Find the right password; at work, ask whoever administers the computer.',
    'Do not guess: some products lock themselves after several attempts.',
  ],
  installerBusy: ['Wait until the other installation has finished, or restart.', again],
  uninstallerFailed: [
    'Read what is said at the failed step below.',
    'Restart, then ' + lower(again),
  ],
  timedOut: ['Restart the computer.', again],
  cancelled: [again],
  stopped: ['Do what is said under "What stands in the way", then start again.'],
  dryRun: ['Start without the dry run when you agree with what would be removed.'],
};

const turnOn = 'Open Windows Security, "Virus & threat protection", and turn protection on.';

const protectionAdvice: Readonly<Record<ProtectionVerdict, readonly string[]>> = {
  protected: [],
  signaturesOld: ['Update the signatures of the antivirus now.'],
  notProtecting: [turnOn],
  onlyKaspersky: ['Install another antivirus, or let Microsoft Defender take over.'],
  unprotected: ['Turn on Microsoft Defender or install another antivirus at once.', turnOn],
  cannotTell: [turnOn],
};

const matters: Partial<Record<EvidenceKind, string>> = {
  service:
    'An entry of a service whose program is gone. It does nothing, but can disturb Windows upgrades.',
  driver:
    'An entry of a driver. It does nothing without its file, but can disturb Windows upgrades.',
  vendorKey: 'Settings in the registry. Harmless, though they can disturb a repair of Windows.',
  folder:
    'Folders on the disk. Harmless; look into them for quarantined files or vaults before you delete any.',
  certificate:
    'A root certificate. Remove it: whoever has its key could pretend to be any web site.',
  browserExtension: 'A browser extension. Remove it in the browser; it no longer does anything.',
  securityProduct:
    'A row in Windows Security that leads nowhere. It can keep Microsoft Defender from taking over.',
  networkComponent:
    'A filter in the network settings. If the network works, leave it to the next clean-up.',
  classFilter: 'A filter for keyboard or mouse. Do not delete its driver by hand.',
};

/** What stands above the list of what is left. */
export function leftWords({ outcome }: RunRecord, count: number): string {
  if (outcome === 'stopped' || outcome === 'dryRun') return 'Everything is as it was.';
  if (count === 0) return 'Nothing that was to go is left.';
  if (outcome === 'restartNeeded')
    return 'Some of this goes with the restart; the check afterwards shows the rest.';
  return 'Cutover found these after the run:';
}

/** Whether the remains of a product matter, by what they are. */
export function whyItMatters(finding: Finding): readonly string[] {
  if (finding.state === 'installed')
    return ['It is still installed; see what is said at its step.'];
  const kinds = new Set(finding.evidence.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => matters[kind] ?? []);
}

const reasons: Readonly<Record<GapReason, string>> = {
  accessDenied: 'access was denied',
  notSupported: 'this system does not support it',
  timedOut: 'it took too long',
  corrupt: 'it was damaged',
  truncated: 'it was cut off',
  notCollected: 'nobody tried to read it',
  failed: 'reading failed',
};

const sections: Readonly<Record<SectionName, string>> = {
  profiles: 'User profiles',
  programs: 'Programs',
  installerProducts: 'Windows Installer products',
  services: 'Services and drivers',
  processes: 'Running programs',
  vendorKeys: 'Registry keys of the vendor',
  vendorFolders: 'Folders of the vendor',
  files: 'Program files and their signatures',
  certificates: 'Certificates',
  scheduledTasks: 'Scheduled tasks',
  browserExtensions: 'Browser extensions',
  networkComponents: 'Network components',
  classFilters: 'Device filters',
  encryption: 'Encryption',
  pendingRestarts: 'Pending restarts',
  securityProducts: 'Windows Security',
  wmiSecurityProducts: 'Windows Security Center (WMI)',
  defender: 'Microsoft Defender',
  defenderStatus: 'the state of Microsoft Defender',
  amsiProviders: 'the Antimalware Scan Interface',
};

/** One thing that could not be read, in a sentence. */
export function gapSentence({ section, gap }: RunRecord['notKnown'][number]): string {
  const rights = gap.needsAdministrator ? ' Administrator rights would help.' : '';
  return `${sections[section]}: ${gap.subject} could not be read, because ${reasons[gap.reason]}.${rights}`;
}

/** What a help-desk technician noted about the case; fields that were left empty are left out. */
export function technicianNotes({ technician }: RunRecord): readonly string[] {
  if (technician === undefined) return [];
  const labelled = [
    ['Ticket', technician.ticket],
    ['Technician', technician.technician],
    ['Customer', technician.customer],
  ] as const;
  return labelled.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]));
}

/** `2 min 5 s`; nothing is rounded to zero that took time. */
export function durationWords(ms: number): string {
  if (ms <= 0) return '–';
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A moment in UTC, the same on every computer the report is read on. */
export function momentWords(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
