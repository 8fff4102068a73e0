import type { InstallerHelp } from './installer-exit-codes.ts';
import type { Cited } from '../row.ts';

/**
 * An error that Windows Installer names by its number in what it says, in every language: `Error 1714. …`. The exit
 * code is the same 1603 for all of them. Its words are `installer.error.CAUSE`.
 */
export interface InstallerError extends Cited {
  readonly number: number;
  readonly cause:
    | 'dllFailed'
    | 'needsAdministrator'
    | 'noScripting'
    | 'notStarted'
    | 'olderVersion'
    | 'programFailed'
    | 'serviceNotStopped';
  readonly help: InstallerHelp;
}

type Line = readonly [number: number, cause: InstallerError['cause'], help: InstallerHelp];

const lines: readonly Line[] = [
  [1714, 'olderVersion', 'package'],
  [1721, 'notStarted', 'log'],
  [1722, 'programFailed', 'log'],
  [1723, 'dllFailed', 'log'],
  [1730, 'needsAdministrator', 'administrator'],
  [1921, 'serviceNotStopped', 'closeFirst'],
  [2738, 'noScripting', 'administrator'],
];

export const installerErrors: readonly InstallerError[] = lines.map(([number, cause, help]) => ({
  number,
  cause,
  help,
  confidence: 'M',
  sources: ['msiErrorMessages'],
}));
