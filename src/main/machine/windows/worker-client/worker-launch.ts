import { isSea } from 'node:sea';
import { dirname, resolve } from 'node:path';
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
  /** True for a packaged Electron program and for a single-file executable: there is no script to name. */
  readonly selfContained: boolean;
}

/**
 * The worker is this same program in another mode, so it is started the way this program was: the executable
 * alone where everything is inside it, else the executable with the script that was named to it. Electron is
 * started as Electron; the switch that would turn it into plain Node stays off in the packaged program.
 * `temporaryFolder` is one that only administrators write.
 */
export function workerLaunch(
  kind: WorkerKind,
  temporaryFolder: string,
  own: OwnStart = ownStart(),
  environment: typeof childEnvironment = childEnvironment,
): WorkerLaunch {
  const script = own.argv[1];
  const before = own.selfContained || script === undefined ? [] : [resolve(script)];
  return {
    program: own.execPath,
    args: [...before, workerArgument, kind],
    env: environment(temporaryFolder),
    // Not the folder that we were started in: anybody may have put a file there.
    workingFolder: dirname(own.execPath),
  };
}

function ownStart(): OwnStart {
  const electron = process.versions['electron'] !== undefined;
  const startedWithScript = 'defaultApp' in process && process.defaultApp;
  return {
    execPath: process.execPath,
    argv: process.argv,
    selfContained: isSea() || (electron && !startedWithScript),
  };
}
