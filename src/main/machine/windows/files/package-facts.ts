import { msiDatabase, openReadOnly } from '../ffi/msi-database.ts';
import { fromWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';

/** What an installation package says of itself; null where it does not. */
export interface PackageFacts {
  /** Upper case, in braces. */
  readonly productCode: string | null;
  /** Tells one build of a package from every other, also of the same product. */
  readonly packageCode: string | null;
}

/** Reads a package for Windows Installer without running anything in it; null for any other file. */
export function readPackageFacts(path: string): PackageFacts | null {
  const database = opened((handle) => msiDatabase().MsiOpenDatabaseW(path, openReadOnly, handle));
  if (database === null) return null;
  try {
    return { productCode: productCodeIn(database), packageCode: packageCodeIn(database) };
  } finally {
    msiDatabase().MsiCloseHandle(database);
  }
}

const query = "SELECT `Value` FROM `Property` WHERE `Property` = 'ProductCode'";

function productCodeIn(database: number): string | null {
  const { MsiDatabaseOpenViewW, MsiViewExecute, MsiViewFetch, MsiRecordGetStringW } = msiDatabase();
  return within(
    (view) => MsiDatabaseOpenViewW(database, query, view),
    (view) => {
      if (MsiViewExecute(view, 0) !== win32.success) return null;
      return within(
        (record) => MsiViewFetch(view, record),
        (record) => textOf((value, length) => MsiRecordGetStringW(record, 1, value, length)),
      );
    },
  );
}

/** `PID_REVNUMBER`: the package code. Source: Microsoft, win32 docs, "Revision Number Summary". */
const revisionNumber = 9;

function packageCodeIn(database: number): string | null {
  const { MsiGetSummaryInformationW, MsiSummaryInfoGetPropertyW } = msiDatabase();
  const [type, number, time] = [new Uint32Array(1), new Uint32Array(1), Buffer.alloc(8)];
  return within(
    (summary) => MsiGetSummaryInformationW(database, null, 0, summary),
    (summary) =>
      textOf((value, length) =>
        MsiSummaryInfoGetPropertyW(summary, revisionNumber, type, number, time, value, length),
      ),
  );
}

/** Far longer than a code; anything else is none. */
const longest = 256;

function textOf(read: (value: Buffer, length: Uint32Array) => number): string | null {
  const value = Buffer.alloc(2 * longest);
  const length = new Uint32Array([longest]);
  const text = read(value, length) === win32.success ? fromWide(value, length[0] ?? 0) : '';
  return text === '' ? null : text.toUpperCase();
}

/** Uses what was opened, and closes it. */
function within<T>(open: (handle: Uint32Array) => number, use: (handle: number) => T): T | null {
  const handle = opened(open);
  if (handle === null) return null;
  try {
    return use(handle);
  } finally {
    msiDatabase().MsiCloseHandle(handle);
  }
}

function opened(open: (handle: Uint32Array) => number): number | null {
  const handle = new Uint32Array(1);
  return open(handle) === win32.success ? (handle[0] ?? null) : null;
}
