import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { addressOf, lazyLibrary, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `winbase.h`. */
const eventFunctions = lazyLibrary('advapi32.dll', (library) => ({
  RegisterEventSourceW: library.func(
    'void * __stdcall RegisterEventSourceW(void *server, void *source)',
  ) as KoffiFunc<(server: null, source: Buffer) => Pointer>,
  ReportEventW: library.func(
    'int __stdcall ReportEventW(void *log, uint16 type, uint16 category, uint32 id, void *user, uint16 count, uint32 size, void *texts, void *data)',
  ) as KoffiFunc<
    (
      log: Pointer,
      type: number,
      category: 0,
      id: number,
      user: null,
      count: number,
      size: 0,
      texts: BigUint64Array,
      data: null,
    ) => number
  >,
  DeregisterEventSource: library.func(
    'int __stdcall DeregisterEventSource(void *log)',
  ) as KoffiFunc<(log: Pointer) => number>,
}));

/** `EVENTLOG_ERROR_TYPE` and so on. */
export const eventTypes = { error: 1, warning: 2, information: 4 } as const;

/** Of one text of an entry (Microsoft: `ReportEvent`: 31,839 characters). */
const longestText = 30_000;

/** Writes one entry with one text into the log of a source; 0 or a Windows error number. */
export function reportEvent(source: string, type: number, id: number, text: string): number {
  const { RegisterEventSourceW, ReportEventW, DeregisterEventSource } = eventFunctions();
  const log = RegisterEventSourceW(null, toWide(source));
  if (log === null) return kernel32().GetLastError();
  const wide = toWide(text.slice(0, longestText));
  const texts = new BigUint64Array([addressOf(wide)]);
  const code = ReportEventW(log, type, 0, id, null, 1, 0, texts, null) === 0 ? lastError() : 0;
  DeregisterEventSource(log);
  // Still needed by the address in `texts`, which nothing else refers to.
  return wide.length > 0 ? code : 0;
}

function lastError(): number {
  return kernel32().GetLastError();
}
