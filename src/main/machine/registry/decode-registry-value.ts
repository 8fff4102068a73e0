import type { RegistryData, RegistryType, RegistryValue } from './registry.ts';

/**
 * A value from its type number and its bytes as stored, so that the live registry, an export and a hive file
 * all read alike. Bytes that do not fit their type (a `REG_DWORD` of three bytes) stay bytes.
 */
export function decodeRegistryValue(
  name: string,
  typeCode: number,
  bytes: Uint8Array,
): RegistryValue {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decode = decoders[typeCode] ?? copyOf;
  return { name, type: registryTypeName(typeCode), size: stored.length, data: decode(stored) };
}

/** Microsoft: winnt.h, registry value types. */
const typeNames: Readonly<Record<number, RegistryType>> = {
  0: 'REG_NONE',
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  4: 'REG_DWORD',
  5: 'REG_DWORD_BIG_ENDIAN',
  6: 'REG_LINK',
  7: 'REG_MULTI_SZ',
  11: 'REG_QWORD',
};

function registryTypeName(typeCode: number): RegistryType {
  return typeNames[typeCode] ?? `REG_${typeCode}`;
}

const decoders: Readonly<Record<number, (stored: Buffer) => RegistryData>> = {
  1: firstString,
  2: firstString,
  4: (stored) => (stored.length === 4 ? stored.readUInt32LE(0) : copyOf(stored)),
  5: (stored) => (stored.length === 4 ? stored.readUInt32BE(0) : copyOf(stored)),
  6: firstString,
  7: strings,
  11: (stored) => (stored.length === 8 ? stored.readBigUInt64LE(0) : copyOf(stored)),
};

function copyOf(stored: Buffer): Uint8Array {
  return new Uint8Array(stored);
}

function firstString(stored: Buffer): string {
  const text = wideText(stored);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/**
 * All strings, empty ones included: `PendingFileRenameOperations` says "delete" by an empty string, so reading
 * only to the first empty one would lose the rest.
 */
function strings(stored: Buffer): readonly string[] {
  const text = wideText(stored).replace(/\0{1,2}$/, '');
  return text === '' ? [] : text.split('\0');
}

/** Buffer keeps lone surrogates, which TextDecoder would replace. */
function wideText(stored: Buffer): string {
  return stored.toString('utf16le', 0, stored.length - (stored.length % 2));
}
