import type { Cited } from './row.ts';

/** What an exit code of Windows Installer means for a removal. */
export type InstallerVerdict =
  | 'success'
  | 'restartNeeded'
  | 'alreadyGone'
  | 'busy'
  | 'cancelled'
  | 'retry'
  | 'sourceMissing'
  | 'safeMode'
  | 'blocked'
  | 'failed';

/** One exit code with words for a person. */
export interface InstallerExitCode extends Cited {
  readonly code: number;
  readonly verdict: InstallerVerdict;
  readonly meaning: string;
  readonly advice: string;
}

type Line = readonly [code: number, verdict: InstallerVerdict, meaning: string, advice: string];

const originalPackage =
  "Get the installation package of exactly this version, or use Kaspersky's own removal tool by hand.";

const lines: readonly Line[] = [
  [0, 'success', 'Windows Installer removed it.', 'Nothing.'],
  [
    1601,
    'retry',
    'The Windows Installer service could not be reached.',
    'Restart the computer and try again.',
  ],
  [1602, 'cancelled', 'The removal was cancelled.', 'Start it again when you are ready.'],
  [
    1603,
    'failed',
    'Windows Installer stopped with a fatal error. With Kaspersky that is often a missing or wrong password.',
    'Check the password, then read the installer log. Trying again without a change does not help.',
  ],
  [
    1605,
    'alreadyGone',
    'Windows Installer no longer knows the product.',
    'Nothing; what remains is checked next.',
  ],
  [1612, 'sourceMissing', 'The package that Windows kept for removal is missing.', originalPackage],
  [
    1614,
    'alreadyGone',
    'The product was already removed.',
    'Nothing; what remains is checked next.',
  ],
  [1618, 'busy', 'Another installation is running.', 'Let it finish, then try again.'],
  [
    1619,
    'sourceMissing',
    'The package that Windows kept for removal cannot be opened.',
    originalPackage,
  ],
  [1620, 'sourceMissing', 'The package that Windows kept for removal is damaged.', originalPackage],
  [
    1625,
    'blocked',
    'A policy of this computer forbids the removal.',
    'Ask the administrator of this computer.',
  ],
  [1641, 'restartNeeded', 'Removed, and Windows has begun to restart.', 'Let the restart finish.'],
  [
    1652,
    'safeMode',
    'Windows Installer does not work in safe mode.',
    'Start Windows normally and try again.',
  ],
  [3010, 'restartNeeded', 'Removed; a restart finishes it.', 'Restart the computer.'],
];

export const installerExitCodes: readonly InstallerExitCode[] = lines.map(
  ([code, verdict, meaning, advice]) => ({
    code,
    verdict,
    meaning,
    advice,
    confidence: 'H',
    sources: ['msiErrorCodes'],
  }),
);
