/** An open file, read from any place. */
export interface ByteSource {
  /** At most `length` bytes from there: fewer where the file ends; null where they cannot be read. */
  read(at: number, length: number): Promise<Buffer | null>;
}

/** What lies in memory as if it were a file. */
export function bytesAsSource(bytes: Buffer): ByteSource {
  return { read: async (at, length) => await Promise.resolve(bytes.subarray(at, at + length)) };
}
