import type { Cited } from '../row.ts';

/** What an exit code of Windows Installer means for a removal; `fatal` has no meaning of its own. */
export type InstallerVerdict =
  | 'success'
  | 'restartNeeded'
  | 'alreadyGone'
  | 'busy'
  | 'cancelled'
  | 'failed'
  | 'fatal';

/** What a person is told of a code: `installer.cause.…` of the catalogue of words, and `installer.help.…`. */
export interface InstallerWords {
  readonly cause:
    | 'busy'
    | 'cancelled'
    | 'damaged'
    | 'damagedRegistration'
    | 'fatal'
    | 'forbidden'
    | 'logNotWritten'
    | 'missing'
    | 'otherPlatform'
    | 'otherVersion'
    | 'patchDamaged'
    | 'patchMissing'
    | 'patchTarget'
    | 'programFailed'
    | 'properties'
    | 'remoteSession'
    | 'safeMode'
    | 'suspended'
    | 'temporaryFolder'
    | 'undocumented'
    | 'unopenable'
    | 'unreachable';
  readonly help: InstallerHelp;
}

export type InstallerHelp =
  | 'administrator'
  | 'atComputer'
  | 'begin'
  | 'closeFirst'
  | 'connectPlace'
  | 'freeSpace'
  | 'log'
  | 'logFirst'
  | 'package'
  | 'restart'
  | 'startNormally'
  | 'vendorTool'
  | 'wait';

/** One exit code; null for words where what became of the product says it all. */
export interface InstallerExitCode extends Cited {
  readonly code: number;
  readonly verdict: InstallerVerdict;
  readonly words: InstallerWords | null;
}

type Line = readonly [code: number, verdict: InstallerVerdict, words: InstallerWords | null];

const lines: readonly Line[] = [
  [0, 'success', null],
  [13, 'failed', { cause: 'damaged', help: 'package' }],
  [1601, 'failed', { cause: 'unreachable', help: 'restart' }],
  [1602, 'cancelled', { cause: 'cancelled', help: 'begin' }],
  [1603, 'fatal', { cause: 'fatal', help: 'log' }],
  [1604, 'failed', { cause: 'suspended', help: 'restart' }],
  [1605, 'alreadyGone', null],
  [1610, 'failed', { cause: 'damagedRegistration', help: 'vendorTool' }],
  [1612, 'failed', { cause: 'missing', help: 'package' }],
  [1614, 'alreadyGone', null],
  [1618, 'busy', { cause: 'busy', help: 'wait' }],
  [1619, 'failed', { cause: 'unopenable', help: 'package' }],
  [1620, 'failed', { cause: 'damaged', help: 'package' }],
  [1622, 'failed', { cause: 'logNotWritten', help: 'freeSpace' }],
  [1625, 'failed', { cause: 'forbidden', help: 'administrator' }],
  [1627, 'failed', { cause: 'programFailed', help: 'log' }],
  [1631, 'failed', { cause: 'unreachable', help: 'restart' }],
  [1632, 'failed', { cause: 'temporaryFolder', help: 'freeSpace' }],
  [1633, 'failed', { cause: 'otherPlatform', help: 'package' }],
  [1635, 'failed', { cause: 'patchMissing', help: 'package' }],
  [1636, 'failed', { cause: 'patchDamaged', help: 'package' }],
  [1638, 'failed', { cause: 'otherVersion', help: 'vendorTool' }],
  [1639, 'failed', { cause: 'properties', help: 'logFirst' }],
  [1640, 'failed', { cause: 'remoteSession', help: 'atComputer' }],
  [1641, 'restartNeeded', null],
  [1642, 'failed', { cause: 'patchTarget', help: 'package' }],
  [1643, 'failed', { cause: 'forbidden', help: 'administrator' }],
  [1645, 'failed', { cause: 'remoteSession', help: 'atComputer' }],
  [1649, 'failed', { cause: 'forbidden', help: 'administrator' }],
  [1652, 'failed', { cause: 'safeMode', help: 'startNormally' }],
  [3010, 'restartNeeded', null],
];

export const installerExitCodes: readonly InstallerExitCode[] = lines.map(
  ([code, verdict, words]) => ({
    code,
    verdict,
    words,
    confidence: 'H',
    sources: ['msiErrorCodes'],
  }),
);
