/** What a terminal reads from and writes to. */
export interface TerminalStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}

/** The standard streams of this process. Node makes each when it is first asked for, and few commands read anything. */
export function standardStreams(): TerminalStreams {
  return {
    get input() {
      return process.stdin;
    },
    get output() {
      return process.stdout;
    },
    get errors() {
      return process.stderr;
    },
  };
}
