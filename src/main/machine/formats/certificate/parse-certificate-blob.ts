/**
 * The encoded certificate in the `Blob` value of a certificate store in the registry, or null when the value is
 * not built as Windows builds it: elements of a number, an encoding, a length and as many bytes, exactly one of them
 * the certificate. Microsoft: MS-WCCE, "CACERTBLOB".
 */
export function parseCertificateBlob(blob: Uint8Array): Buffer | null {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  let certificate: Buffer | null = null;
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at);
    if (element === null) return null;
    at = element.end;
    if (element.type !== certificateElement) continue;
    if (certificate !== null || !isWholeSequence(element.data)) return null;
    certificate = element.data;
  }
  return certificate;
}

const certificateElement = 0x20;
const x509Encoding = 1;
const headerSize = 12;

function elementAt(bytes: Buffer, at: number) {
  if (bytes.length - at < headerSize) return null;
  const start = at + headerSize;
  const end = start + bytes.readUInt32LE(at + 8);
  if (bytes.readUInt32LE(at + 4) !== x509Encoding || end > bytes.length) return null;
  return { type: bytes.readUInt32LE(at), data: bytes.subarray(start, end), end };
}

/** One DER sequence from the first byte to the last, and no text form of a certificate. ITU-T X.690. */
function isWholeSequence(der: Buffer): boolean {
  if (der.length < 2 || der[0] !== 0x30) return false;
  const short = der.readUInt8(1);
  if (short < 0x80) return der.length === 2 + short;
  const size = short - 0x80;
  if (size < 1 || size > 4 || der.length < 2 + size) return false;
  return der.length === 2 + size + der.readUIntBE(2, size);
}
