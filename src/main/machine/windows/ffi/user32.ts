import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `winuser.h`. */
export const user32 = lazyLibrary('user32.dll', (library) => ({
  GetSystemMetrics: library.func('int __stdcall GetSystemMetrics(int index)') as KoffiFunc<
    (index: number) => number
  >,
  AllowSetForegroundWindow: library.func(
    'int __stdcall AllowSetForegroundWindow(uint32 process)',
  ) as KoffiFunc<(process: number) => number>,
}));
