import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where a path of drive C lies on Linux. Windows ignores case, Linux does not: what exists is found in any case,
 * the rest is taken as written.
 */
export function toLinux(prefixFolder: string, windowsPath: string): string {
  const [drive, ...names] = windowsPath.split(/[\\/]+/).filter((name) => name !== '');
  if (drive?.toLowerCase() !== 'c:' || names.includes('..'))
    throw new Error(`not a plain path on drive C: ${windowsPath}`);
  return names.reduce(child, join(prefixFolder, 'drive_c'));
}

function child(folder: string, name: string): string {
  const exact = join(folder, name);
  if (existsSync(exact) || !existsSync(folder)) return exact;
  const found = readdirSync(folder).find((entry) => entry.toLowerCase() === name.toLowerCase());
  return join(folder, found ?? name);
}
