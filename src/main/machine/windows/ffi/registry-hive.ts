import { advapi32 } from './advapi32.ts';
import { registryFunctions } from './registry-functions.ts';
import { toWide } from './wide-string.ts';

const users = 0xffffffff80000003n;
const read = 0x20019;

/**
 * Opens the hive in a file as a key directly below `HKU`, which needs the rights to back up and to restore, switched on; 0 or
 * a Windows error number. Source: Microsoft, win32 docs, "RegLoadKey".
 */
export function loadHive(name: string, file: string): number {
  return registryFunctions().RegLoadKeyW(users, toWide(name), toWide(file));
}

/** Writes such a hive into its file and closes it; fails while anybody has a key of it open. */
export function unloadHive(name: string): number {
  return registryFunctions().RegUnLoadKeyW(users, toWide(name));
}

/** Keeps such a hive from being closed by anybody. What ends that has it written to the disk, and returns 0 or an error. */
export function holdHive(name: string): (() => number) | number {
  const result = new BigUint64Array(1);
  const { RegOpenKeyExW, RegCloseKey } = advapi32();
  const code = RegOpenKeyExW(users, toWide(name), 0, read, result);
  if (code !== 0) return code;
  const key = result[0] ?? 0n;
  return () => {
    const written = registryFunctions().RegFlushKey(key);
    RegCloseKey(key);
    return written;
  };
}
