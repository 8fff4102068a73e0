import { cpSync } from 'node:fs';
import { basename } from 'node:path/win32';
import { writing } from '../../../disk/cannot-write.ts';
import { describePackages } from '../../sources/windows/driver-packages.ts';
import { installPackage, storeFolderOf, uninstallPackage } from '../ffi/setupapi.ts';
import { win32 } from '../ffi/win32-error.ts';
import { packageInf, packageInfNames } from '../files/package-infs.ts';
import type { PackageControl } from '../perform/quarantine-control.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

/** The driver store of this computer, which nothing but Windows changes. `locate` is for tests, where Windows does not tell. */
export const windowsPackages = (locate: typeof storeFolderOf = storeFolderOf): PackageControl => ({
  at(inf) {
    const found = packageInf(inf);
    if (found === undefined) return { code: win32.accessDenied };
    if (found === null) return { value: null };
    const [now] = describePackages(new WindowsRegistry(), [found], locate);
    const folder = locate(inf);
    const store = now?.store ?? null;
    if (now === undefined || store === null || folder === null) return { code: win32.notReady };
    return { value: { ...now, store, folder } };
  },
  isStored(store) {
    // A folder in which something is in use outlives its package: what counts is what Windows lists.
    const lies = (inf: string) => basename(locate(inf) ?? '').toLowerCase();
    return packageInfNames()?.some((inf) => lies(inf) === store.toLowerCase()) ?? null;
  },
  copy(folder, to) {
    writing(to, () =>
      cpSync(folder, to, { recursive: true, errorOnExist: true, preserveTimestamps: true }),
    );
    return win32.success;
  },
  drop: uninstallPackage,
  add: (folder, inf) => installPackage(`${folder}\\${inf}`),
});
