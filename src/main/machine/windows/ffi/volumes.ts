import type { KoffiFunc } from 'koffi';
import { isInvalidHandle } from './kernel32.ts';
import { lazyLibrary } from './library.ts';
import { toWide, wideAt } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `fileapi.h`. */
const volumeFunctions = lazyLibrary('kernel32.dll', (library) => ({
  FindFirstVolumeW: library.func(
    'intptr_t __stdcall FindFirstVolumeW(void *name, uint32 size)',
  ) as KoffiFunc<(name: Buffer, size: number) => number | bigint>,
  FindNextVolumeW: library.func(
    'int __stdcall FindNextVolumeW(intptr_t search, void *name, uint32 size)',
  ) as KoffiFunc<(search: number | bigint, name: Buffer, size: number) => number>,
  FindVolumeClose: library.func('int __stdcall FindVolumeClose(intptr_t search)') as KoffiFunc<
    (search: number | bigint) => number
  >,
  GetVolumePathNamesForVolumeNameW: library.func(
    'int __stdcall GetVolumePathNamesForVolumeNameW(void *volume, void *names, uint32 size, void *length)',
  ) as KoffiFunc<(volume: Buffer, names: Buffer, size: number, length: Uint32Array) => number>,
}));

export interface Volume {
  /** As Windows names it by itself, `\\?\Volume{…}\`. */
  readonly name: string;
  /** The drives and folders through which it is reached, with a backslash at their end. */
  readonly paths: readonly string[];
}

/** Characters; the name of a volume has forty-nine. */
const longestName = 64;

/** Characters of all paths to one volume together. */
const longestPaths = 32_768;

/** Every volume of this computer, those too that have no letter of a drive. */
export function volumes(): readonly Volume[] {
  const { FindFirstVolumeW, FindNextVolumeW, FindVolumeClose } = volumeFunctions();
  const name = Buffer.alloc(longestName * 2);
  const search = FindFirstVolumeW(name, longestName);
  if (isInvalidHandle(search)) return [];
  const found: Volume[] = [];
  do found.push({ name: wideAt(name, 0), paths: pathsTo(wideAt(name, 0)) });
  while (FindNextVolumeW(search, name, longestName) !== 0);
  FindVolumeClose(search);
  return found;
}

/** A list of texts that ends with an empty one. */
function pathsTo(volume: string): readonly string[] {
  const names = Buffer.alloc(longestPaths * 2);
  const length = new Uint32Array(1);
  const { GetVolumePathNamesForVolumeNameW } = volumeFunctions();
  if (GetVolumePathNamesForVolumeNameW(toWide(volume), names, longestPaths, length) === 0)
    return [];
  return names
    .toString('utf16le', 0, (length[0] ?? 0) * 2)
    .split('\0')
    .filter((path) => path !== '');
}
