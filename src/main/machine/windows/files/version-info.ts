import { addressOf } from '../ffi/library.ts';
import { version } from '../ffi/version.ts';
import { toWide, wideAt } from '../ffi/wide-string.ts';

export interface VersionInfo {
  readonly companyName: string | null;
  readonly productName: string | null;
  /** From the numbers of the version resource, which are the same in every language. */
  readonly fileVersion: string | null;
}

const none: VersionInfo = { companyName: null, productName: null, fileVersion: null };

/** The version resource of a program; all null where it has none. It is a claim, not a proof. */
export function readVersionInfo(path: string): VersionInfo {
  const { GetFileVersionInfoSizeW, GetFileVersionInfoW } = version();
  const name = toWide(path);
  const size = GetFileVersionInfoSizeW(name, null);
  if (size === 0) return none;
  const block = Buffer.alloc(size);
  if (GetFileVersionInfoW(name, 0, size, block) === 0) return none;
  const tables = stringTables(block);
  return {
    companyName: firstString(block, tables, 'CompanyName'),
    productName: firstString(block, tables, 'ProductName'),
    fileVersion: fixedVersion(block),
  };
}

/** Tried where a file does not say which languages it has: English in Unicode, in Windows-1252, in none. */
const usualTables: readonly string[] = ['040904b0', '040904e4', '04090000'];

function stringTables(block: Buffer): readonly string[] {
  const translation = query(block, '\\VarFileInfo\\Translation');
  const found = translation === null ? [] : tableNames(translation);
  return [...found, ...usualTables];
}

/** Each language is two numbers of 16 bits: language and code page. */
function tableNames(translation: Buffer): string[] {
  return Array.from({ length: Math.floor(translation.length / 4) }, (_, index) =>
    [0, 2].map((at) => hex4(translation.readUInt16LE(index * 4 + at))).join(''),
  );
}

function hex4(number: number): string {
  return number.toString(16).padStart(4, '0');
}

function firstString(block: Buffer, tables: readonly string[], name: string): string | null {
  for (const table of tables) {
    const found = query(block, `\\StringFileInfo\\${table}\\${name}`, 2);
    const text = found === null ? '' : wideAt(found, 0).trim();
    if (text !== '') return text;
  }
  return null;
}

/** `VS_FIXEDFILEINFO` begins with this number; the file version follows at offset 8. */
const fixedSignature = 0xfeef04bd;

function fixedVersion(block: Buffer): string | null {
  const fixed = query(block, '\\');
  if (fixed === null || fixed.length < 16 || fixed.readUInt32LE(0) !== fixedSignature) return null;
  return [10, 8, 14, 12].map((at) => fixed.readUInt16LE(at)).join('.');
}

/** A part of the block. Windows counts strings in characters (`unit` 2) and everything else in bytes. */
function query(block: Buffer, path: string, unit: 1 | 2 = 1): Buffer | null {
  const pointer = new BigUint64Array(1);
  const length = new Uint32Array(1);
  if (version().VerQueryValueW(block, toWide(path), pointer, length) === 0) return null;
  const start = Number((pointer[0] ?? 0n) - addressOf(block));
  const end = start + (length[0] ?? 0) * unit;
  return start < 0 || end > block.length || start === end ? null : block.subarray(start, end);
}
