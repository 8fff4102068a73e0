import { kernel32 } from './kernel32.ts';
import { fromWide } from './wide-string.ts';

/** Error numbers of Windows that are told apart. Source: Microsoft, Windows SDK header `winerror.h`. */
export const win32 = {
  success: 0,
  fileNotFound: 2,
  pathNotFound: 3,
  accessDenied: 5,
  invalidData: 13,
  noMoreFiles: 18,
  notReady: 21,
  notSupported: 50,
  invalidParameter: 87,
  callNotImplemented: 120,
  insufficientBuffer: 122,
  procedureNotFound: 127,
  moreData: 234,
  noMoreItems: 259,
  badDatabase: 1009,
  cancelled: 1223,
  keyDeleted: 1018,
  registryCorrupt: 1015,
  registryIoFailed: 1016,
  timeout: 1460,
  unknownProduct: 1605,
  badConfiguration: 1610,
} as const;

const fromSystem = 0x1000;
const ignoreInserts = 0x200;
const oneLine = 0xff;
const englishUs = 0x409;
const anyLanguage = 0;

/**
 * A Windows error number or HRESULT as a sentence with its number. In English where Windows has the text, so
 * that reports can be compared, else in the language of the computer.
 */
export function describeWin32Error(code: number): string {
  const number = code > 0xffff || code < 0 ? `0x${hex(code)}` : String(code);
  const sentence = systemMessage(code, englishUs) ?? systemMessage(code, anyLanguage);
  return sentence === null ? `Windows error ${number}.` : `${sentence} (Windows error ${number})`;
}

/** Eight hexadecimal digits, as error numbers are written by Microsoft. */
function hex(code: number): string {
  return (code >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

function systemMessage(code: number, language: number): string | null {
  const buffer = Buffer.alloc(1024);
  const flags = fromSystem | ignoreInserts | oneLine;
  const length = kernel32().FormatMessageW(flags, null, code >>> 0, language, buffer, 512, null);
  const text = fromWide(buffer, length).trim();
  return text === '' ? null : text;
}
