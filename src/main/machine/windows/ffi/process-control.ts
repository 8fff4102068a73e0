import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
import { fromWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `processthreadsapi.h`. */
const processFunctions = lazyLibrary('kernel32.dll', (library) => ({
  GetExitCodeProcess: library.func(
    'int __stdcall GetExitCodeProcess(void *process, void *exitCode)',
  ) as KoffiFunc<(process: Pointer, exitCode: Uint32Array) => number>,
  TerminateProcess: library.func(
    'int __stdcall TerminateProcess(void *process, uint32 exitCode)',
  ) as KoffiFunc<(process: Pointer, exitCode: number) => number>,
}));

const queryLimitedInformation = 0x1000;
const terminate = 0x1;
const longestPath = 32768;
const stillActive = 259;

/** Exit code of a process that was ended by force; the one Windows' own task manager uses. */
const forcedExitCode = 1;

/** Opens a process to ask about it. While it is open, its id is not given to another process. */
export function openProcessForQuery(pid: number): Pointer {
  return kernel32().OpenProcess(queryLimitedInformation, 0, pid);
}

/** Full path of the program of an open process; null when Windows does not tell. */
export function programOf(process: Pointer): string | null {
  const name = Buffer.alloc(longestPath * 2);
  const length = new Uint32Array([longestPath]);
  const known = kernel32().QueryFullProcessImageNameW(process, 0, name, length);
  return known === 0 ? null : fromWide(name, length[0] ?? 0);
}

/** Exit code of an open process that has ended; null while it runs. */
export function exitCodeOf(process: Pointer): number | null {
  const code = new Uint32Array(1);
  const known = processFunctions().GetExitCodeProcess(process, code);
  return known === 0 || code[0] === stillActive ? null : (code[0] ?? null);
}

/** Ends one process by force. False when Windows refuses, as it does for a protected antivirus process. */
export function endProcess(pid: number): boolean {
  const process = kernel32().OpenProcess(terminate, 0, pid);
  if (process === null) return false;
  try {
    return processFunctions().TerminateProcess(process, forcedExitCode) !== 0;
  } finally {
    kernel32().CloseHandle(process);
  }
}
