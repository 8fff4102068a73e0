/** Offsets of the flags, of the length of the proxy and of its text; four bytes each, lowest first. */
const flagsAt = 8;
const lengthAt = 12;
const textAt = 16;
const usesProxy = 2;

/**
 * The proxy in the value `WinHttpSettings`, which services use; the empty text when they connect directly, null when the
 * value cannot be understood. Microsoft documents the direct value ("Use Group Policy to apply WinHTTP proxy settings");
 * the rest is as several public readers agree.
 */
export function decodeWinHttpSettings(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes);
  if (buffer.length < textAt) return null;
  if ((buffer.readUInt32LE(flagsAt) & usesProxy) === 0) return '';
  const end = textAt + buffer.readUInt32LE(lengthAt);
  return end > buffer.length ? null : buffer.toString('latin1', textAt, end);
}
