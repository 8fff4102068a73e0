import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `winbase.h`. */
const power = lazyLibrary('kernel32.dll', (library) => ({
  SetThreadExecutionState: library.func(
    'uint32 __stdcall SetThreadExecutionState(uint32 flags)',
  ) as KoffiFunc<(flags: number) => number>,
}));

const continuous = 0x80000000;
const systemRequired = 0x1;

/**
 * Keeps Windows from going to sleep by itself until the returned function is called, or this process ends. It belongs to
 * the thread that calls, so both have to be called on the main one.
 */
export function stayAwake(): () => void {
  power().SetThreadExecutionState((continuous | systemRequired) >>> 0);
  return () => void power().SetThreadExecutionState(continuous >>> 0);
}
