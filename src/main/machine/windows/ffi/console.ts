import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK headers `consoleapi.h`, `processenv.h`, `fileapi.h`. */
const consoleFunctions = lazyLibrary('kernel32.dll', (library) => ({
  AttachConsole: library.func('int __stdcall AttachConsole(uint32 process)') as KoffiFunc<
    (process: number) => number
  >,
  GetStdHandle: library.func('void * __stdcall GetStdHandle(uint32 which)') as KoffiFunc<
    (which: number) => Pointer
  >,
  GetFileType: library.func('uint32 __stdcall GetFileType(void *file)') as KoffiFunc<
    (file: Pointer) => number
  >,
  GetConsoleMode: library.func(
    'int __stdcall GetConsoleMode(void *console, void *mode)',
  ) as KoffiFunc<(console: Pointer, mode: Uint32Array) => number>,
}));

const standardOutput = 0xffff_fff5;
const parentProcess = 0xffff_ffff;
const fileTypes = { unknown: 0, character: 2 } as const;

/**
 * Connects this process to the console it was started from. A program with a window has none of its own and none of
 * its standard handles lead there (Microsoft: "AttachConsole"). False when the output goes to a file or a pipe:
 * then whoever started us reads there.
 */
export function attachConsole(): boolean {
  const { AttachConsole, GetStdHandle } = consoleFunctions();
  if (leadsElsewhere(GetStdHandle(standardOutput))) return false;
  // Fails where it is attached already, as Electron does by itself, and where there is none; opening it tells.
  AttachConsole(parentProcess);
  return true;
}

function leadsElsewhere(output: Pointer): boolean {
  const { GetFileType, GetConsoleMode } = consoleFunctions();
  const type = GetFileType(output);
  if (type === fileTypes.unknown) return false;
  if (type !== fileTypes.character) return true;
  return GetConsoleMode(output, new Uint32Array(1)) === 0;
}
