import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Makes sure that koffi's library for a target is there: npm installs only the one of the system it runs on, so
 * a package for another system needs its library fetched, in the version of the lock file.
 *
 * @throws when the npm registry does not give it.
 */
export async function foreignFunctionLibrary(platform: string, arch: string): Promise<void> {
  const name = `@koromix/koffi-${platform}-${arch}`;
  const target = join(root, 'node_modules', name);
  if (existsSync(target)) return;
  // On the same disk, so that it is put into its place as a whole.
  const place = mkdtempSync(join(root, 'node_modules', '.cutover-koffi-'));
  try {
    const archive = packedByNpm(`${name}@${koffiVersion()}`, place);
    run('tar', ['-xzf', archive], place);
    mkdirSync(join(target, '..'), { recursive: true });
    renameSync(join(place, 'package'), target);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  await Promise.resolve();
}

function koffiVersion(): string {
  const manifest = readFileSync(join(root, 'node_modules/koffi/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Fetches a package into a folder, by name and version, and returns the name of its archive there. @throws as npm does. */
export function packedByNpm(wanted: string, place: string): string {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const output = run(npm, ['pack', wanted, '--silent'], place);
  return output.trim().split('\n').at(-1) ?? '';
}

/** Runs a program of this computer to its end and returns what it printed. @throws with what it complained of. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const shell = program.endsWith('.cmd');
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', shell });
  if (result.status === 0) return result.stdout;
  throw new Error(`${program} ${args.join(' ')} failed: ${result.stderr || result.error?.message}`);
}
