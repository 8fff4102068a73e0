import { isSea } from 'node:sea';
import { dirname, join, resolve } from 'node:path';
import { childEnvironment } from '../system/child-environment.ts';
import type { WorkerKind } from './protocol.ts';

/** The argument that starts Cutover as a worker: `cutover --worker uninstall-msi`. */
export const workerArgument = '--worker';

/** How a worker process is started. Nothing in it is secret. */
export interface WorkerLaunch {
  readonly program: string;
  readonly args: readonly string[];
  /** Its own, with nothing of ours added. */
  readonly env: Readonly<Record<string, string>>;
  readonly workingFolder: string;
}

/** The parts of a running Cutover that tell how it was started. */
export interface OwnStart {
  readonly execPath: string;
  readonly argv: readonly string[];
  /** `console`: the program that is one file. `window`: the packaged one. `script`: out of a checkout. */
  readonly kind: 'console' | 'window' | 'script';
}

/**
 * The worker is the console program, which needs no window and ends when it is told to; the packaged window has it beside
 * itself. Out of a checkout it is what was started, with the same script. `temporaryFolder` is one that only administrators
 * write.
 */
export function workerLaunch(
  kind: WorkerKind,
  temporaryFolder: string,
  own: OwnStart = ownStart(),
  environment: typeof childEnvironment = childEnvironment,
): WorkerLaunch {
  const script = own.kind === 'script' ? own.argv[1] : undefined;
  const before = script === undefined ? [] : [resolve(script)];
  const folder = dirname(own.execPath);
  return {
    program: consoleProgram(own) ?? own.execPath,
    args: [...before, workerArgument, kind],
    env: environment(temporaryFolder),
    // Not the folder that we were started in: anybody may have put a file there.
    workingFolder: folder,
  };
}

/** The console program of this start; null out of a checkout. */
export function consoleProgram(own: OwnStart = ownStart()): string | null {
  if (own.kind === 'script') return null;
  return own.kind === 'window' ? join(dirname(own.execPath), 'bin', 'cutover.exe') : own.execPath;
}

function ownStart(): OwnStart {
  const inElectron = process.versions['electron'] !== undefined;
  const startedWithScript = 'defaultApp' in process && process.defaultApp;
  const kind = inElectron && !startedWithScript ? 'window' : 'script';
  return { execPath: process.execPath, argv: process.argv, kind: isSea() ? 'console' : kind };
}
