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

/** What a person is told of a code: `installer.cause.…` of the catalogue of words, and `installer.help.…`. */
export interface InstallerWords {
  readonly cause:
    | 'busy'
    | 'cancelled'
    | 'damaged'
    | 'fatal'
    | 'fatalOrPassword'
    | 'forbidden'
    | 'missing'
    | 'safeMode'
    | 'undocumented'
    | 'unopenable'
    | 'unreachable';
  readonly help:
    | 'administrator'
    | 'begin'
    | 'checkPassword'
    | 'log'
    | 'logFirst'
    | 'package'
    | 'restart'
    | 'startNormally'
    | 'wait';
}

/** One exit code; null for words where what became of the product says it all. */
export interface InstallerExitCode extends Cited {
  readonly code: number;
  readonly verdict: InstallerVerdict;
  readonly words: InstallerWords | null;
}

type Line = readonly [code: number, verdict: InstallerVerdict, words: InstallerWords | null];

const lines: readonly Line[] = [
  [0, 'success', null],
  [1601, 'retry', { cause: 'unreachable', help: 'restart' }],
  [1602, 'cancelled', { cause: 'cancelled', help: 'begin' }],
  [1603, 'failed', { cause: 'fatalOrPassword', help: 'checkPassword' }],
  [1605, 'alreadyGone', null],
  [1612, 'sourceMissing', { cause: 'missing', help: 'package' }],
  [1614, 'alreadyGone', null],
  [1618, 'busy', { cause: 'busy', help: 'wait' }],
  [1619, 'sourceMissing', { cause: 'unopenable', help: 'package' }],
  [1620, 'sourceMissing', { cause: 'damaged', help: 'package' }],
  [1625, 'blocked', { cause: 'forbidden', help: 'administrator' }],
  [1641, 'restartNeeded', null],
  [1652, 'safeMode', { cause: 'safeMode', help: 'startNormally' }],
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
