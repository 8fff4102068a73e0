import type { KoffiFunc } from 'koffi';
import { kernel32 } from './kernel32.ts';
import { lazyLibrary } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `winevt.h`. */
const wevtapi = lazyLibrary('wevtapi.dll', (library) => ({
  EvtExportLog: library.func(
    'int __stdcall EvtExportLog(void *session, void *path, void *query, void *target, uint32 flags)',
  ) as KoffiFunc<
    (session: null, path: Buffer, query: Buffer, target: Buffer, flags: number) => number
  >,
}));

/** `EvtExportLogChannelPath`: a log is meant by its name, and not a file. */
const byName = 1;

/** Copies all events of a log into a new file of Windows' own format; 0 or a Windows error number. */
export function exportLog(log: string, to: string): number {
  const done = wevtapi().EvtExportLog(null, toWide(log), toWide('*'), toWide(to), byName);
  return done === 0 ? kernel32().GetLastError() : 0;
}
