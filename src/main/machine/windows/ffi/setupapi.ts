import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';
import { toWide, wideAt } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `setupapi.h`. */
const setupapi = lazyLibrary('setupapi.dll', (library) => ({
  SetupGetInfDriverStoreLocationW: library.func(
    'int __stdcall SetupGetInfDriverStoreLocationW(void *name, void *platform, void *locale, void *path, uint32 size, void *needed)',
  ) as KoffiFunc<
    (name: Buffer, platform: null, locale: null, path: Buffer, size: number, needed: null) => number
  >,
}));

const longestPath = 1024;

/** Where the file of a package lies in the driver store, in full; null where Windows does not tell. */
export function storeLocationOf(inf: string): string | null {
  const path = Buffer.alloc(2 * longestPath);
  const { SetupGetInfDriverStoreLocationW: locate } = setupapi();
  return locate(toWide(inf), null, null, path, longestPath, null) === 0 ? null : wideAt(path, 0);
}
