import type { InstallerHelp } from './installer-exit-codes.ts';
import type { Cited } from '../row.ts';

/**
 * An error that Windows Installer names by its number in what it says, in every language: `Error 1714. …`. The exit
 * code is the same 1603 for all of Windows' own; the vendor's stand in the same place or are the exit code. Its words are
 * `installer.error.CAUSE`.
 */
export interface InstallerError extends Cited {
  readonly number: number;
  readonly cause:
    | 'dllFailed'
    | 'driverNotRemoved'
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

/** Of Security for Windows Server and what shares its package. */
const vendorLines: readonly Line[] = [
  [25001, 'needsAdministrator', 'administrator'],
  [27301, 'driverNotRemoved', 'vendorTool'],
];

export const installerErrors: readonly InstallerError[] = [
  ...lines.map((line) => rowOf(line, { confidence: 'M', sources: ['msiErrorMessages'] })),
  ...vendorLines.map((line) => rowOf(line, { confidence: 'H', sources: ['serverReturnCodes'] })),
];

function rowOf([number, cause, help]: Line, cited: Cited): InstallerError {
  return { number, cause, help, ...cited };
}
