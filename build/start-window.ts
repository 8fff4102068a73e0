import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is asked of the computer before anything is fetched. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Whether a program may have a name space of its own here, which the sandbox of Chromium is made of. */
  readonly mayUnshare: () => boolean;
}

/**
 * Why no window can be shown here, with what helps; null when one can. Sources: Chromium, "Linux sandboxing"; Electron's
 * `electron_main_delegate.cc`, which ends as root; Ubuntu 23.10 release notes, "Unprivileged user namespace restrictions".
 */
export function whyNoWindow({ platform, env, isRoot, mayUnshare }: Surroundings): string | null {
  const isRemote = env['SSH_CONNECTION'] !== undefined;
  const hasScreen = Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  if (platform === 'linux' ? !hasScreen : isRemote) return 'there is no screen here to show it on';
  if (platform !== 'linux') return null;
  if (isRoot) return 'Chromium refuses to run as root; start it as another user';
  if (!mayUnshare())
    return 'this system lets no program make the sandbox of Chromium (sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 allows it until the next start)';
  return null;
}

export interface Fetching {
  /** The package of Electron. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  /** Milliseconds without a byte after which it is given up. */
  readonly stalledMs?: number;
  /** Milliseconds for everything. */
  readonly limitMs?: number;
}

/** Of Electron's own, in its version. */
const downloader = '@electron/get';

interface Download {
  readonly downloadArtifact: (options: object) => Promise<string>;
}

/**
 * Fetches Electron's program into its package, checked against the checksums that came with the package from npm. Mirrors
 * (`ELECTRON_MIRROR`), the cache (`electron_config_cache`) and proxies (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) are those of
 * Electron and Node. Returns why it is not there, null when it is.
 */
export async function fetchElectron(fetching: Fetching): Promise<string | null> {
  const { folder, env, say, stalledMs = 60_000, limitMs = 15 * 60_000 } = fetching;
  const require = createRequire(join(folder, 'package.json'));
  const { version } = require('./package.json') as { readonly version: string };
  const stopped = new AbortController();
  const stop = (why: string) => () => stopped.abort(new Error(why));
  let stalled = setTimeout(stop(`nothing came for ${stalledMs / 1000} seconds`), stalledMs);
  const limit = setTimeout(stop(`it took more than ${limitMs / 60_000} minutes`), limitMs);
  let tenth = 0;
  try {
    const get = (await import(pathToFileURL(require.resolve(downloader)).href)) as Download;
    const archive = await get.downloadArtifact({
      version,
      artifactName: 'electron',
      cacheRoot: env['electron_config_cache'],
      checksums: require('./checksums.json') as object,
      platform: process.platform,
      arch: process.arch,
      downloadOptions: {
        quiet: true,
        signal: stopped.signal,
        getProgressCallback: async ({ percent }: { readonly percent: number }) => {
          clearTimeout(stalled);
          stalled = setTimeout(stop(`nothing came for ${stalledMs / 1000} seconds`), stalledMs);
          if (Math.floor(percent * 10) <= tenth) return;
          tenth = Math.floor(percent * 10);
          say(`${tenth * 10}%`);
          await Promise.resolve();
        },
      },
    });
    clearTimeout(stalled);
    return unpack(folder, archive, env);
  } catch (error) {
    const { message, cause } = error as Error & { readonly cause?: { readonly message?: string } };
    return [message, cause?.message].filter(Boolean).join(': ').split('\n', 1)[0] ?? '';
  } finally {
    clearTimeout(stalled);
    clearTimeout(limit);
  }
}

/** By Electron's own script, which finds what was fetched in the cache and writes `path.txt` last. */
function unpack(folder: string, archive: string, env: Fetching['env']): string | null {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    env: { ...env },
    encoding: 'utf8',
  });
  if (status === 0 && electronProgram(folder, env) !== null) return null;
  return `${archive} could not be unpacked: ${stderr.trim().split('\n', 1)[0] ?? ''}`;
}

/** Electron writes path.txt beside its package once its program has been downloaded. */
export function electronProgram(folder: string, env: Fetching['env']): string | null {
  const named = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = process.platform === 'win32' ? 'electron.exe' : 'electron';
  if (named) return existsSync(join(named, file)) ? join(named, file) : null;
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(program) ? program : null;
}

const dayMs = 24 * 60 * 60_000;

interface Failure {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: string;
}

/** A checkout of somebody else's is asked again at the next start. */
function remember(stamp: string, failure: Failure): void {
  try {
    writeFileSync(stamp, JSON.stringify(failure));
  } catch {
    // It cannot be written to.
  }
}

/** Whoever has no network is not kept waiting at every start. */
export function failedToday(stamp: string, now: number): string | null {
  try {
    const { at, why } = JSON.parse(readFileSync(stamp, 'utf8')) as Failure;
    return now - at < dayMs && now >= at ? why : null;
  } catch {
    return null;
  }
}

/** A window that ends so soon, and not well, never came up. */
const soonMs = 10_000;

/** Opens the window, fetching Electron's program once; goes on in the terminal with the reason where that does not work. */
async function start(args: readonly string[]): Promise<number> {
  const { env } = process;
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const stamp = join(folder, '..', '.cutover-no-electron');
  const why = whyNoWindow(surroundings()) ?? (await whyNoProgram(folder, stamp));
  if (why !== null) return await inTerminal(why);
  const begun = performance.now();
  const code = await run(electronProgram(folder, env) ?? '', ['.', ...args]);
  const cameUp = code === 0 || performance.now() - begun > soonMs;
  return cameUp ? code : await inTerminal(`Electron ended with ${code} as soon as it was started`);
}

/** Fetches what is missing; null when it is there. */
async function whyNoProgram(folder: string, stamp: string): Promise<string | null> {
  const { env } = process;
  if (electronProgram(folder, env) !== null) return null;
  if (env['ELECTRON_OVERRIDE_DIST_PATH'] || env['ELECTRON_SKIP_BINARY_DOWNLOAD'])
    return "Electron's program is not here and not to be fetched";
  const earlier = failedToday(stamp, Date.now());
  if (earlier !== null)
    return `Electron's program could not be fetched today (${earlier}); \`npx install-electron --no\` tries again`;
  const say = (text: string) => void process.stdout.write(`${text} `);
  say("Fetching Electron's program once (about 120 MB) …");
  const failed = await fetchElectron({ folder, env, say });
  console.log('');
  if (failed === null) {
    rmSync(stamp, { force: true });
    return null;
  }
  remember(stamp, { at: Date.now(), why: failed });
  return `Electron's program could not be fetched (${failed})`;
}

function surroundings(): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    mayUnshare: () => spawnSync('unshare', ['-Ur', 'true'], { stdio: 'ignore' }).status === 0,
  };
}

async function inTerminal(why: string): Promise<number> {
  console.log(`No window: ${why}. So Cutover goes on in the terminal.\n`);
  return await run(process.execPath, ['out/main/console.js', 'practice']);
}

async function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' });
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

if (import.meta.main) process.exit(await start(process.argv.slice(2)));
