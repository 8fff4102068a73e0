import type { KoffiFunc } from 'koffi';
import { lazyLibrary, textAt, type Pointer } from './library.ts';
import { guid } from './com.ts';

/** Source: Microsoft, Windows SDK headers `shlobj_core.h`, `combaseapi.h`. */
const shell32 = lazyLibrary('shell32.dll', (library) => ({
  SHGetKnownFolderPath: library.func(
    'int32 __stdcall SHGetKnownFolderPath(void *folder, uint32 flags, void *token, void *path)',
  ) as KoffiFunc<(folder: Buffer, flags: number, token: null, path: BigUint64Array) => number>,
}));

const taskMemory = lazyLibrary('ole32.dll', (library) => ({
  CoTaskMemFree: library.func('void __stdcall CoTaskMemFree(void *memory)') as KoffiFunc<
    (memory: Pointer) => void
  >,
}));

/** `FOLDERID_ProgramData`. Source: Microsoft, Windows SDK header `KnownFolders.h`. */
const programData = '{62AB5D82-FDC1-4DC3-A9DD-070D1D495D97}';

/**
 * `C:\ProgramData` as Windows knows it. Not from the environment: an unprivileged program can change what the
 * variables of an elevated one say. Null when Windows does not tell.
 */
export function programDataFolder(): string | null {
  const path = new BigUint64Array(1);
  const failed = shell32().SHGetKnownFolderPath(guid(programData), 0, null, path) < 0;
  const address = path[0] ?? 0n;
  if (failed || address === 0n) return null;
  try {
    return textAt(address);
  } finally {
    taskMemory().CoTaskMemFree(address);
  }
}
