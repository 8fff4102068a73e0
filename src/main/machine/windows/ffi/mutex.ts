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

/** `SYNCHRONIZE` and `MUTEX_MODIFY_STATE`: the second is what .NET calls the right to release. */
const waitAndRelease = 0x00100001;
const waitTimeout = 0x102;
const waitFailed = 0xffffffff;

/**
 * True while another process owns the named mutex. A mutex that exists is not for that reason owned, so it is
 * taken and given back at once. One that may not be opened counts as free: whoever starts something learns it then.
 */
export function isMutexHeld(name: string): boolean {
  const { OpenMutexW, WaitForSingleObject, ReleaseMutex } = mutexFunctions();
  const mutex = OpenMutexW(waitAndRelease, 0, toWide(name));
  if (mutex === null) return false;
  try {
    const answer = WaitForSingleObject(mutex, 0) >>> 0;
    if (answer === waitTimeout) return true;
    // What could not be given back is ours now, for as long as this process lives: nobody may begin anything.
    return answer !== waitFailed && ReleaseMutex(mutex) === 0;
  } finally {
    kernel32().CloseHandle(mutex);
  }
}
