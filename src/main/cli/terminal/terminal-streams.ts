/** What a terminal reads from and writes to. */
export interface TerminalStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}

/** The standard streams of this process. */
export function standardStreams(): TerminalStreams {
  return { input: process.stdin, output: process.stdout, errors: process.stderr };
}
