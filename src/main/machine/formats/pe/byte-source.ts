/** An open file, read from any place. */
export interface ByteSource {
  /**
   * Puts at most `length` bytes from there at the beginning of `into`: how many, fewer where the file ends; null where they
   * cannot be read.
   */
  read(at: number, into: Buffer, length: number): Promise<number | null>;
}

/** What lies in memory as if it were a file. */
export function bytesAsSource(bytes: Buffer): ByteSource {
  return {
    read: async (at, into, length) =>
      await Promise.resolve(bytes.subarray(at, at + length).copy(into)),
  };
}
