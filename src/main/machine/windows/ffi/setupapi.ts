import type { KoffiFunc } from 'koffi';
import { dirname } from 'node:path/win32';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary } from './library.ts';
import { toWide, wideAt } from './wide-string.ts';
import { win32 } from './win32-error.ts';

/** Source: Microsoft, Windows SDK header `setupapi.h`. */
const setupapi = lazyLibrary('setupapi.dll', (library) => ({
  locate: library.func(
    'int __stdcall SetupGetInfDriverStoreLocationW(void *name, void *platform, void *locale, void *path, uint32 size, void *needed)',
  ) as KoffiFunc<
    (name: Buffer, platform: null, locale: null, path: Buffer, size: number, needed: null) => number
  >,
  uninstall: library.func(
    'int __stdcall SetupUninstallOEMInfW(void *name, uint32 flags, void *reserved)',
  ) as KoffiFunc<(name: Buffer, flags: number, reserved: null) => number>,
  copy: library.func(
    'int __stdcall SetupCopyOEMInfW(void *file, void *media, uint32 mediaType, uint32 style, void *name, uint32 size, void *needed, void *component)',
  ) as KoffiFunc<
    (
      file: Buffer,
      media: null,
      mediaType: number,
      style: number,
      name: null,
      size: number,
      needed: null,
      component: null,
    ) => number
  >,
  setNonInteractive: library.func('int __stdcall SetupSetNonInteractiveMode(int on)') as KoffiFunc<
    (on: number) => number
  >,
}));

const longestPath = 1024;

/** The folder of a package in the driver store, in full; null where Windows does not tell. */
export function storeFolderOf(inf: string): string | null {
  const path = Buffer.alloc(2 * longestPath);
  const { locate } = setupapi();
  const isTold = locate(toWide(inf), null, null, path, longestPath, null) !== 0;
  return isTold ? dirname(wideAt(path, 0)) : null;
}

/** Has Windows take a package out of its store, which it does not do while a device uses it; 0 or a Windows error number. */
export function uninstallPackage(inf: string): number {
  return told(() => setupapi().uninstall(toWide(inf), 0, null));
}

/** Has Windows take a package into its store; 0 or a Windows error number. */
export function installPackage(file: string): number {
  return told(() => setupapi().copy(toWide(file), null, 0, 0, null, 0, null, null));
}

/** Whoever would have to be asked on the screen is not asked, and the call fails. */
function told(call: () => number): number {
  const { setNonInteractive } = setupapi();
  const before = setNonInteractive(1);
  const code = call() === 0 ? kernel32().GetLastError() : win32.success;
  setNonInteractive(before);
  return code;
}
