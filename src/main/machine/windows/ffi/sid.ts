/** A security identifier in its text form: `S-1-5-32-544`. Source: Microsoft, [MS-DTYP] 2.4.2. */
export function readSid(bytes: Buffer, at: number): string {
  const parts = Array.from({ length: bytes.readUInt8(at + 1) }, (_, index) =>
    bytes.readUInt32LE(at + 8 + 4 * index),
  );
  return ['S', bytes.readUInt8(at), bytes.readUIntBE(at + 2, 6), ...parts].join('-');
}
