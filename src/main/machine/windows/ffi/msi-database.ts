import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** `MSIDBOPEN_READONLY`: nothing in the package runs, and nothing is changed. Source: Microsoft, `MsiQuery.h`. */
export const openReadOnly = null;

/** The part of Windows Installer that reads packages. Source: Microsoft, Windows SDK headers `MsiQuery.h` and `Msi.h`. */
export const msiDatabase = lazyLibrary('msi.dll', (library) => ({
  MsiOpenDatabaseW: library.func(
    'uint32 __stdcall MsiOpenDatabaseW(str16 path, void *persist, void *database)',
  ) as KoffiFunc<(path: string, persist: null, database: Uint32Array) => number>,
  MsiDatabaseOpenViewW: library.func(
    'uint32 __stdcall MsiDatabaseOpenViewW(uint32 database, str16 query, void *view)',
  ) as KoffiFunc<(database: number, query: string, view: Uint32Array) => number>,
  MsiViewExecute: library.func(
    'uint32 __stdcall MsiViewExecute(uint32 view, uint32 record)',
  ) as KoffiFunc<(view: number, record: number) => number>,
  MsiViewFetch: library.func(
    'uint32 __stdcall MsiViewFetch(uint32 view, void *record)',
  ) as KoffiFunc<(view: number, record: Uint32Array) => number>,
  MsiRecordGetStringW: library.func(
    'uint32 __stdcall MsiRecordGetStringW(uint32 record, uint32 field, void *value, void *length)',
  ) as KoffiFunc<(record: number, field: number, value: Buffer, length: Uint32Array) => number>,
  MsiGetSummaryInformationW: library.func(
    'uint32 __stdcall MsiGetSummaryInformationW(uint32 database, str16 path, uint32 updates, void *summary)',
  ) as KoffiFunc<(database: number, path: null, updates: number, summary: Uint32Array) => number>,
  MsiSummaryInfoGetPropertyW: library.func(
    'uint32 __stdcall MsiSummaryInfoGetPropertyW(uint32 summary, uint32 property, void *type, void *number, void *time, void *value, void *length)',
  ) as KoffiFunc<
    (
      summary: number,
      property: number,
      type: Uint32Array,
      number: Uint32Array,
      time: Buffer,
      value: Buffer,
      length: Uint32Array,
    ) => number
  >,
  MsiCloseHandle: library.func('uint32 __stdcall MsiCloseHandle(uint32 handle)') as KoffiFunc<
    (handle: number) => number
  >,
}));
