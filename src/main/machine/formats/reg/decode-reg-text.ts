import { message, type Message } from '../../../../shared/domain/message.ts';

/** A `.reg` file as text. */
export interface RegText {
  readonly text: string;
  readonly format: 'version5' | 'regedit4';
  /** Turns the bytes of a string into text, where the format stores strings in a code page. */
  readonly decodeAnsi: ((bytes: Uint8Array) => string) | null;
  /** The last character is incomplete. */
  readonly cut: boolean;
  readonly notes: readonly Message[];
}

export type RegTextOutcome =
  | { readonly ok: true; readonly value: RegText }
  | {
      readonly ok: false;
      readonly code: 'notARegistryExport' | 'truncated' | 'empty';
      readonly message: Message;
    };

const headers = {
  version5: 'Windows Registry Editor Version 5.00',
  regedit4: 'REGEDIT4',
} as const;

/**
 * Finds out the encoding and the format of a `.reg` file. Version 5 is UTF-16 as Windows writes it, or UTF-8
 * after somebody saved it in an editor; `REGEDIT4` is in the code page of the machine it was made on, which
 * the file does not name.
 */
export function decodeRegText(bytes: Uint8Array, codePage: string): RegTextOutcome {
  const { text, cut, ansi } = decode(bytes, codePage);
  const start = text.replace(/^[\uFEFF\s]+/, '');
  if (start === '') return failure('empty', message('export.empty'));
  const format = formatOf(start);
  if (format === null) return notAnExport(bytes, start);
  const isOld = format === 'regedit4';
  const decodeAnsi = isOld ? (stored: Uint8Array) => ansiText(stored, codePage) : null;
  const notes = ansi && /[^\0-\x7F]/.test(text) ? [codePageNote(codePage)] : [];
  return { ok: true, value: { text, format, decodeAnsi, cut, notes } };
}

interface Decoded {
  readonly text: string;
  readonly cut: boolean;
  readonly ansi: boolean;
}

function decode(bytes: Uint8Array, codePage: string): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return wide(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && bytes.length > 1)) {
    return wide(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16(), bytes.length % 2 === 1);
  }
  return utf8(bytes) ?? { text: ansiText(bytes, codePage), cut: false, ansi: true };
}

function wide(bytes: Uint8Array, cut = bytes.length % 2 === 1): Decoded {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text: stored.toString('utf16le', 0, bytes.length & ~1), cut, ansi: false };
}

/** Null when these are not UTF-8. A character that the end of the file cuts is left out. */
function utf8(bytes: Uint8Array): Decoded | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    decoder.decode();
    return { text, cut: false, ansi: false };
  } catch {
    return { text, cut: true, ansi: false };
  }
}

function ansiText(bytes: Uint8Array, codePage: string): string {
  return new TextDecoder(codePage).decode(bytes);
}

function formatOf(text: string): 'version5' | 'regedit4' | null {
  const line = text
    .slice(0, 64)
    .split(/[\r\n]/, 1)[0]
    ?.trim();
  if (line === headers.version5) return 'version5';
  return line === headers.regedit4 ? 'regedit4' : null;
}

function notAnExport(bytes: Uint8Array, text: string): RegTextOutcome {
  if (Object.values(headers).some((header) => header.startsWith(text.trimEnd()))) {
    return failure('truncated', message('export.firstLineCut'));
  }
  const isHive = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'regf';
  return failure('notARegistryExport', message(isHive ? 'export.isHive' : 'export.otherFormat'));
}

function failure(
  code: 'notARegistryExport' | 'truncated' | 'empty',
  said: Message,
): RegTextOutcome {
  return { ok: false, code, message: said };
}

function codePageNote(codePage: string): Message {
  return message('export.codePage', { codePage });
}
