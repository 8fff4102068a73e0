import { advapi32 } from './advapi32.ts';
import { registryFunctions } from './registry-functions.ts';
import { win32 } from './win32-error.ts';
import { toWide } from './wide-string.ts';

const localMachine = 0xffffffff80000002n;
const nativeView = 0x100;
const access = { queryValue: 0x1, setValue: 0x2 } as const;
const text = 1;
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

/**
 * Writes texts and numbers into a key below `HKLM\\`, which is made where it is missing, in their order; 0 or a Windows error
 * number. The last one is taken away before, so that whoever finds it finds the rest as it belongs to it.
 */
export function rewriteMachineKey(
  path: string,
  values: Readonly<Record<string, string | number>>,
): number {
  const { RegCreateKeyExW, RegSetValueExW, RegDeleteValueW } = registryFunctions();
  const entries = Object.entries(values);
  const result = new BigUint64Array(1);
  const below = toWide(path.replace(/^HKLM\\/i, ''));
  const made = RegCreateKeyExW(
    localMachine,
    below,
    0,
    null,
    0,
    access.setValue | nativeView,
    null,
    result,
    null,
  );
  if (made !== 0) return made;
  const key = result[0] ?? 0n;
  try {
    const [last = ''] = entries.at(-1) ?? [];
    const gone = RegDeleteValueW(key, toWide(last));
    if (gone !== 0 && gone !== win32.fileNotFound) return gone;
    for (const [name, value] of entries) {
      const isText = typeof value === 'string';
      const data = isText ? toWide(value) : new Uint32Array([value]);
      const type = isText ? text : dword;
      const code = RegSetValueExW(key, toWide(name), 0, type, data, data.byteLength);
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    advapi32().RegCloseKey(key);
  }
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
