const roots: Readonly<Record<string, string>> = {
  HKEY_LOCAL_MACHINE: 'HKLM',
  HKLM: 'HKLM',
  HKEY_USERS: 'HKU',
  HKU: 'HKU',
  HKEY_CURRENT_USER: 'HKU\\current',
  HKCU: 'HKU\\current',
  HKEY_CLASSES_ROOT: 'HKCR',
  HKCR: 'HKCR',
  HKEY_CURRENT_CONFIG: 'HKCC',
  HKCC: 'HKCC',
};

/**
 * The path of a key in a `.reg` file as a {@link Registry} names it, or null when its root is unknown.
 * `HKEY_CURRENT_USER` becomes `HKU\current`: an export does not say whose it is. `HKCR` and `HKCC` are merged
 * views of other keys; they stay apart, and nothing reads them.
 */
export function nativeRegistryPath(path: string): string | null {
  const end = path.indexOf('\\');
  const root = roots[(end < 0 ? path : path.slice(0, end)).toUpperCase()];
  if (root === undefined) return null;
  return end < 0 ? root : root + path.slice(end);
}
