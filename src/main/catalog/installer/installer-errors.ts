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
    | 'countersNotRemoved'
    | 'dllFailed'
    | 'driverNotRemoved'
    | 'fileHeld'
    | 'fileUnread'
    | 'needsAdministrator'
    | 'noScripting'
    | 'noSource'
    | 'notStarted'
    | 'notUnregistered'
    | 'notWritten'
    | 'olderVersion'
    | 'otherInstallation'
    | 'placeUnreachable'
    | 'programFailed'
    | 'refusedToInstaller'
    | 'restartFirst'
    | 'scriptFailed'
    | 'serviceNotStarted'
    | 'serviceNotStopped'
    | 'temporaryClosed'
    | 'unfinished'
    | 'unreachable';
  readonly help: InstallerHelp;
}

type Line = readonly [number: number, cause: InstallerError['cause'], help: InstallerHelp];

const lines: readonly Line[] = [
  [1303, 'refusedToInstaller', 'closeFirst'],
  [1305, 'fileUnread', 'package'],
  [1306, 'fileHeld', 'closeFirst'],
  [1310, 'refusedToInstaller', 'closeFirst'],
  [1316, 'fileUnread', 'package'],
  [1321, 'refusedToInstaller', 'closeFirst'],
  [1327, 'placeUnreachable', 'connectPlace'],
  [1402, 'refusedToInstaller', 'closeFirst'],
  [1403, 'refusedToInstaller', 'closeFirst'],
  [1404, 'refusedToInstaller', 'closeFirst'],
  [1405, 'refusedToInstaller', 'closeFirst'],
  [1406, 'refusedToInstaller', 'closeFirst'],
  [1500, 'otherInstallation', 'wait'],
  [1606, 'placeUnreachable', 'connectPlace'],
  [1702, 'restartFirst', 'restart'],
  [1703, 'restartFirst', 'restart'],
  [1704, 'unfinished', 'restart'],
  [1705, 'unfinished', 'restart'],
  [1706, 'noSource', 'package'],
  [1711, 'notWritten', 'freeSpace'],
  [1714, 'olderVersion', 'package'],
  [1719, 'unreachable', 'restart'],
  [1720, 'scriptFailed', 'administrator'],
  [1721, 'notStarted', 'log'],
  [1722, 'programFailed', 'log'],
  [1723, 'dllFailed', 'log'],
  [1730, 'needsAdministrator', 'administrator'],
  [1905, 'notUnregistered', 'restart'],
  [1920, 'serviceNotStarted', 'restart'],
  [1921, 'serviceNotStopped', 'closeFirst'],
  [1922, 'serviceNotStopped', 'closeFirst'],
  [1925, 'needsAdministrator', 'administrator'],
  [2203, 'fileUnread', 'administrator'],
  [2502, 'temporaryClosed', 'administrator'],
  [2503, 'temporaryClosed', 'administrator'],
  [2738, 'noScripting', 'administrator'],
  [2755, 'fileUnread', 'package'],
];

/** Of Security for Windows Server and what shares its package. */
const vendorLines: readonly Line[] = [
  [25001, 'needsAdministrator', 'administrator'],
  [26252, 'countersNotRemoved', 'restart'],
  [27300, 'driverNotRemoved', 'vendorTool'],
  [27301, 'driverNotRemoved', 'vendorTool'],
  [27302, 'driverNotRemoved', 'vendorTool'],
];

export const installerErrors: readonly InstallerError[] = [
  ...lines.map((line) => rowOf(line, { confidence: 'M', sources: ['msiErrorMessages'] })),
  ...vendorLines.map((line) => rowOf(line, { confidence: 'H', sources: ['serverReturnCodes'] })),
];

function rowOf([number, cause, help]: Line, cited: Cited): InstallerError {
  return { number, cause, help, ...cited };
}
