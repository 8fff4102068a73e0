import { isSea } from 'node:sea';
import { resolve } from 'node:path';
import type { WorkerKind } from './protocol.ts';

/** The argument that starts Cutover as a worker: `cutover --worker uninstall-msi`. */
export const workerArgument = '--worker';

/** How a worker process is started. Nothing in it is secret. */
export interface WorkerLaunch {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
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
 */
export function workerLaunch(
  kind: WorkerKind,
  own: OwnStart = ownStart(),
  env: NodeJS.ProcessEnv = process.env,
): WorkerLaunch {
  const script = own.argv[1];
  const before = own.selfContained || script === undefined ? [] : [resolve(script)];
  return {
    program: own.execPath,
    args: [...before, workerArgument, kind],
    env: workerEnvironment(env),
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

/** What Windows itself gives to every program, and uninstallers expect. */
const passedOn: ReadonlySet<string> = new Set([
  'allusersprofile',
  'appdata',
  'commonprogramfiles',
  'commonprogramfiles(x86)',
  'commonprogramw6432',
  'computername',
  'comspec',
  'driverdata',
  'homedrive',
  'homepath',
  'localappdata',
  'logonserver',
  'number_of_processors',
  'os',
  'path',
  'pathext',
  'processor_architecture',
  'processor_architew6432',
  'processor_identifier',
  'processor_level',
  'processor_revision',
  'programdata',
  'programfiles',
  'programfiles(x86)',
  'programw6432',
  'public',
  'sessionname',
  'systemdrive',
  'systemroot',
  'temp',
  'tmp',
  'userdomain',
  'username',
  'userprofile',
  'windir',
]);

/**
 * Everything else stays behind: a variable like `NODE_OPTIONS` would let somebody run code with our rights, and
 * deployment tools put passwords into variables.
 */
function workerEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter(([name]) => passedOn.has(name.toLowerCase()));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
