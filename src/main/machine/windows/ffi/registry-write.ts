import { advapi32 } from './advapi32.ts';
import { registryFunctions } from './registry-functions.ts';
import { toWide } from './wide-string.ts';

const localMachine = 0xffffffff80000002n;
const nativeView = 0x100;
const access = { queryValue: 0x1, setValue: 0x2 } as const;
const dword = 4;
const invalidData = 13;

/** The data of a REG_DWORD below `HKLM\`, or a Windows error number (13 for another type). */
export function readMachineNumber(
  path: string,
  name: string,
): { value: number } | { code: number } {
  const [type, data, size] = [new Uint32Array(1), new Uint32Array(1), new Uint32Array([4])];
  const code = withKey(path, access.queryValue, (key) =>
    registryFunctions().RegQueryValueExW(key, toWide(name), null, type, data, size),
  );
  if (code !== 0) return { code };
  return type[0] === dword ? { value: data[0] ?? 0 } : { code: invalidData };
}

/** Writes a REG_DWORD into a key below `HKLM\` that is there; 0 or a Windows error number. */
export function writeMachineNumber(path: string, name: string, data: number): number {
  const value = new Uint32Array([data]);
  return withKey(path, access.setValue, (key) =>
    registryFunctions().RegSetValueExW(key, toWide(name), 0, dword, value, value.byteLength),
  );
}

/** Deletes one value below `HKLM\`; 0 or a Windows error number. */
export function deleteMachineValue(path: string, name: string): number {
  return withKey(path, access.setValue, (key) =>
    registryFunctions().RegDeleteValueW(key, toWide(name)),
  );
}

function withKey(path: string, wanted: number, use: (key: bigint) => number): number {
  const { RegOpenKeyExW, RegCloseKey } = advapi32();
  const result = new BigUint64Array(1);
  const below = toWide(path.replace(/^HKLM\\/i, ''));
  const opened = RegOpenKeyExW(localMachine, below, 0, wanted | nativeView, result);
  if (opened !== 0) return opened;
  const key = result[0] ?? 0n;
  try {
    return use(key);
  } finally {
    RegCloseKey(key);
  }
}
