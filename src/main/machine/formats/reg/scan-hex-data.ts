/** How the bytes behind `hex:` end: whole, cut off by the end of the file, or not as exports write them. */
export type HexScan =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly next: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'malformed'; readonly next: number };

/**
 * Reads `01,02,\` over as many lines as it takes, from `start` to behind the end of the last line. Bytes that
 * the end of the file follows directly are not proven to be all, so they count as cut off.
 */
export function scanHexData(text: string, start: number): HexScan {
  const bytes: number[] = [];
  let line = start;
  for (;;) {
    const newline = text.indexOf('\n', line);
    if (newline < 0 && !text.endsWith('\r')) return { kind: 'cut' };
    const next = newline < 0 ? text.length : newline + 1;
    const end = dataEnd(text, line, next);
    const continued = end > line && text[end - 1] === '\\';
    if (!readLine({ text, from: line, to: continued ? end - 1 : end, bytes })) {
      const isNewRecord = line > start && /["[@]/.test(text[skipBlanks(text, line)] ?? '');
      return { kind: 'malformed', next: isNewRecord ? line : next };
    }
    if (!continued) return { kind: 'bytes', bytes: new Uint8Array(bytes), next };
    line = next;
  }
}

/** Without the line break, a comment and blanks at the end. */
function dataEnd(text: string, line: number, next: number): number {
  const comment = text.slice(line, next).indexOf(';');
  let end = comment < 0 ? next : line + comment;
  while (end > line && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

interface HexLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly bytes: number[];
}

function readLine({ text, from, to, bytes }: HexLine): boolean {
  let at = skipBlanks(text, from);
  while (at < to) {
    const high = hexDigit(text.charCodeAt(at));
    if (high < 0) return false;
    const low = at + 1 < to ? hexDigit(text.charCodeAt(at + 1)) : -1;
    bytes.push(low < 0 ? high : high * 16 + low);
    at += low < 0 ? 1 : 2;
    if (at < to && text.charCodeAt(at) !== comma) return false;
    at = skipBlanks(text, at + 1);
  }
  return true;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

const comma = 0x2c;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isBlank(code: number): boolean {
  return isSpace(code) || code === 0x0a || code === 0x0d;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
