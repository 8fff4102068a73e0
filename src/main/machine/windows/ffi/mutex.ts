import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `synchapi.h`. */
const mutexFunctions = lazyLibrary('kernel32.dll', (library) => ({
  OpenMutexW: library.func(
    'void * __stdcall OpenMutexW(uint32 access, int inherit, void *name)',
  ) as KoffiFunc<(access: number, inherit: number, name: Buffer) => Pointer>,
  WaitForSingleObject: library.func(
    'uint32 __stdcall WaitForSingleObject(void *handle, uint32 milliseconds)',
  ) as KoffiFunc<(handle: Pointer, milliseconds: number) => number>,
  ReleaseMutex: library.func('int __stdcall ReleaseMutex(void *mutex)') as KoffiFunc<
    (mutex: Pointer) => number
  >,
}));

const synchronize = 0x00100000;
const waitTimeout = 0x102;
const waitFailed = 0xffffffff;

/**
 * True while another process owns the named mutex. A mutex that exists is not for that reason owned, so it is
 * taken and given back at once. One that may not be opened counts as free: whoever starts something learns it then.
 */
export function isMutexHeld(name: string): boolean {
  const { OpenMutexW, WaitForSingleObject, ReleaseMutex } = mutexFunctions();
  const mutex = OpenMutexW(synchronize, 0, toWide(name));
  if (mutex === null) return false;
  try {
    const answer = WaitForSingleObject(mutex, 0) >>> 0;
    if (answer === waitTimeout) return true;
    if (answer !== waitFailed) ReleaseMutex(mutex);
    return false;
  } finally {
    kernel32().CloseHandle(mutex);
  }
}
