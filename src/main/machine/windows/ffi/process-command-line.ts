import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
import { openProcessForQuery } from './process-control.ts';
import { fromWide } from './wide-string.ts';

/**
 * Source: Microsoft, Windows SDK header `winternl.h`; the kind, there since Windows 8.1, is not in it: psutil,
 * `psutil_cmdline_query_proc`. Where it is missing nothing is told, and nothing rests on it.
 */
const queries = lazyLibrary('ntdll.dll', (library) => ({
  NtQueryInformationProcess: library.func(
    'int32 __stdcall NtQueryInformationProcess(void *process, int kind, void *information, uint32 size, void *written)',
  ) as KoffiFunc<
    (process: Pointer, kind: number, information: Buffer, size: number, written: null) => number
  >,
}));

const commandLineInformation = 60;
/** `UNICODE_STRING` in its 64-bit layout, directly in front of the text. */
const headerBytes = 16;
/** A command line of Windows has at most 32,767 characters. */
const mostBytes = headerBytes + 0x10000;

/** What a process was started with; null when Windows does not tell. Any text, and it may hold a secret: never to be shown. */
export function commandLineOf(pid: number): string | null {
  const process = openProcessForQuery(pid);
  if (process === null) return null;
  const answer = Buffer.alloc(mostBytes);
  const { NtQueryInformationProcess } = queries();
  const status = NtQueryInformationProcess(
    process,
    commandLineInformation,
    answer,
    mostBytes,
    null,
  );
  kernel32().CloseHandle(process);
  return status < 0 ? null : fromWide(answer, answer.readUInt16LE(0) / 2, headerBytes);
}
