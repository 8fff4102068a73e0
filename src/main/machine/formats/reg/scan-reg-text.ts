import { message, type Message } from '../../../../shared/domain/message.ts';
import { decodeRegistryValue } from '../../registry/decode-registry-value.ts';
import type { RegistryValue } from '../../registry/registry.ts';
import { scanHexData } from './scan-hex-data.ts';

/** What stands in the text of a `.reg` file, in its order. `at` is the place in the text. */
export type RegRecord =
  | { readonly kind: 'key'; readonly path: string; readonly at: number }
  | { readonly kind: 'value'; readonly value: RegistryValue; readonly at: number }
  /** Something no export contains, or that cannot be read. Nothing of it is kept. */
  | { readonly kind: 'problem'; readonly detail: Message; readonly at: number }
  /** Values that follow belong to a key that is not read. */
  | { readonly kind: 'skippedKey'; readonly detail: Message; readonly at: number }
  /** The file ends within something. Always the last record. */
  | { readonly kind: 'cut'; readonly at: number };

/** Text of a code page as bytes, where strings are stored in one. */
export type AnsiDecoder = ((bytes: Uint8Array) => string) | null;

interface Step {
  readonly record: RegRecord | null;
  readonly next: number;
}

/** Reads the text of a `.reg` file once, from start to end. */
export function* scanRegText(text: string, decodeAnsi: AnsiDecoder): Generator<RegRecord> {
  let at = 0;
  while (at < text.length) {
    const { record, next } = scanStep(text, at, decodeAnsi);
    if (record !== null) yield record;
    if (record?.kind === 'cut') return;
    at = next;
  }
}

/** Blanks, and the mark that stands between two files that were joined. */
const padding = /[ \t\r\n\uFEFF]+/y;
const headerLine = /(?:Windows Registry Editor Version 5\.00|REGEDIT4)[ \t]*\r?(?:\n|$)/y;

function scanStep(text: string, at: number, decodeAnsi: AnsiDecoder): Step {
  switch (text.charAt(at)) {
    case '"':
    case '@':
      return scanValue(text, at, decodeAnsi);
    case '[':
      return scanKey(text, at);
    case ';':
      return { record: null, next: lineAfter(text, at) };
  }
  const ignored = matchAt(padding, text, at) ?? matchAt(headerLine, text, at);
  return ignored === null
    ? unreadable(text, at, message('gap.reg.strangeLine'))
    : { record: null, next: at + ignored[0].length };
}

function scanKey(text: string, at: number): Step {
  const end = lineEnd(text, at);
  if (end === null) return cut(text, at);
  const line = text.slice(at + 1, end);
  const close = line.lastIndexOf(']');
  const next = lineAfter(text, at);
  if (close < 0 || !/^\s*(?:;.*)?$/s.test(line.slice(close + 1))) {
    return { record: { kind: 'skippedKey', detail: message('gap.reg.openKey'), at }, next };
  }
  const path = line.slice(0, close);
  if (!path.startsWith('-')) return { record: { kind: 'key', path, at }, next };
  const detail = message('gap.reg.deletedKey', { key: path.slice(1) });
  return { record: { kind: 'skippedKey', detail, at }, next };
}

function scanValue(text: string, at: number, decodeAnsi: AnsiDecoder): Step {
  const nameEnd = text[at] === '@' ? at : closingQuote(text, at + 1);
  if (nameEnd < 0) return cut(text, at);
  const name = nameEnd === at ? '' : unescapeText(text.slice(at + 1, nameEnd));
  const equals = matchAt(equalsSign, text, nameEnd + 1);
  if (equals === null) return unreadable(text, at, message('gap.reg.noData'), nameEnd + 1);
  const start = nameEnd + 1 + equals[0].length;
  return scanData({ text, at, name, start, decodeAnsi });
}

const equalsSign = /[ \t]*=[ \t]*/y;
const restOfLine = /[ \t]*(?:;[^\n]*)?\r?(?:\n|$)/y;
const dword = /dword:([0-9a-f]{1,8})(?=[ \t\r\n;]|$)/iy;
const hexStart = /hex(?:\(([0-9a-f]{1,8})\))?:/iy;
const deletion = /-[ \t]*\r?(?:\n|$)/y;

interface DataPlace {
  readonly text: string;
  /** Where the value starts. */
  readonly at: number;
  readonly name: string;
  /** Where its data start. */
  readonly start: number;
  readonly decodeAnsi: AnsiDecoder;
}

function scanData(place: DataPlace): Step {
  const { text, at, name, start } = place;
  if (text[start] === '"') return scanString(place);
  const number = matchAt(dword, text, start);
  if (number !== null) return scanNumber(place, number[1] ?? '');
  const hex = matchAt(hexStart, text, start);
  if (hex !== null) return scanBytes(place, parseInt(hex[1] ?? '3', 16), start + hex[0].length);
  const detail =
    matchAt(deletion, text, start) === null
      ? message('gap.reg.unreadableValue', { name })
      : message('gap.reg.deletedValue', { name });
  return unreadable(text, at, detail, start);
}

/** A quoted string may contain line breaks as they are. */
function scanString({ text, at, name, start }: DataPlace): Step {
  const end = closingQuote(text, start + 1);
  if (end < 0) return cut(text, at);
  const rest = matchAt(restOfLine, text, end + 1);
  if (rest === null) return unreadable(text, at, message('gap.reg.unreadableValue', { name }));
  const whole = unescapeText(text.slice(start + 1, end));
  const value = {
    name,
    type: 'REG_SZ',
    size: (whole.length + 1) * 2,
    data: whole.includes('\0') ? whole.slice(0, whole.indexOf('\0')) : whole,
  } as const;
  return { record: { kind: 'value', value, at }, next: end + 1 + rest[0].length };
}

function scanNumber({ text, at, name, start }: DataPlace, digits: string): Step {
  const end = start + 'dword:'.length + digits.length;
  // Windows writes eight digits; fewer at the very end may have been more.
  if (digits.length < 8 && lineEnd(text, start) === null) return cut(text, at);
  const rest = matchAt(restOfLine, text, end);
  if (rest === null) return unreadable(text, at, message('gap.reg.unreadableValue', { name }));
  const value = { name, type: 'REG_DWORD', size: 4, data: parseInt(digits, 16) } as const;
  return { record: { kind: 'value', value, at }, next: end + rest[0].length };
}

/** Text types of the old format are stored in a code page; in a registry they are UTF-16. */
const textTypes: ReadonlySet<number> = new Set([1, 2, 7]);

function scanBytes({ text, at, name, decodeAnsi }: DataPlace, type: number, start: number): Step {
  const scan = scanHexData(text, start);
  if (scan.kind === 'cut') return cut(text, at);
  if (scan.kind === 'malformed') {
    const detail = message('gap.reg.unreadableValue', { name });
    return { record: { kind: 'problem', detail, at }, next: scan.next };
  }
  const bytes =
    decodeAnsi !== null && textTypes.has(type)
      ? Buffer.from(decodeAnsi(scan.bytes), 'utf16le')
      : scan.bytes;
  const value = decodeRegistryValue(name, type, bytes);
  return { record: { kind: 'value', value, at }, next: scan.next };
}

/** The next quotation mark that no backslash escapes, or -1. */
function closingQuote(text: string, from: number): number {
  let mark = text.indexOf('"', from);
  while (mark >= 0) {
    let slash = mark - 1;
    while (slash >= from && text[slash] === '\\') slash -= 1;
    if ((mark - 1 - slash) % 2 === 0) return mark;
    mark = text.indexOf('"', mark + 1);
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', '0': '\0' };

/** Windows escapes the quotation mark and the backslash only; Wine also line breaks and NUL. */
function unescapeText(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(["\\nr0])/g, (_, letter: string) => escapes[letter] ?? letter);
}

/**
 * Skips a line that says nothing. Where the file ends in the line of `seen`, it may be the start of something
 * whole.
 */
function unreadable(text: string, at: number, detail: Message, seen = at): Step {
  if (lineEnd(text, seen) === null) return cut(text, at);
  return { record: { kind: 'problem', detail, at }, next: lineAfter(text, at) };
}

function cut(text: string, at: number): Step {
  return { record: { kind: 'cut', at }, next: text.length };
}

/** Where the line ends, or null when the file ends first. A cut may fall between CR and LF. */
function lineEnd(text: string, at: number): number | null {
  const end = text.indexOf('\n', at);
  if (end >= 0) return end;
  return text.endsWith('\r') ? text.length - 1 : null;
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
