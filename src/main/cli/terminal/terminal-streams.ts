import { fstatSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { thisPlatform } from '../../machine/open-machine.ts';

/** What a terminal reads from and writes to. */
export interface TerminalStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  /** Whether there is a terminal at all: a pipe, a file and nothing are none. */
  readonly isTerminal: (stream: StreamName) => boolean;
}

export type StreamName = 'input' | 'output' | 'errors';

/**
 * The standard streams of this process. Node makes each when it is first asked for, and loads all it has about streams for it;
 * most commands are started by other programs, read nothing, and write to a pipe as it is.
 */
export function standardStreams(): TerminalStreams {
  const known: Partial<Record<StreamName, boolean>> = {};
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
    isTerminal: (stream) => (known[stream] ??= mayBeTerminal(stream) && isTerminal(stream)),
  };
}

const descriptors = { input: 0, output: 1, errors: 2 } as const;

const streamOf = {
  input: () => process.stdin,
  output: () => process.stdout,
  errors: () => process.stderr,
} as const;

function isTerminal(stream: StreamName): boolean {
  const found: { readonly isTTY?: boolean } = streamOf[stream]();
  return found.isTTY === true;
}

/** Whether it has to be asked of Node: what the system says of a console differs between systems, of a pipe or a file it does not. */
function mayBeTerminal(stream: StreamName): boolean {
  try {
    const stats = fstatSync(descriptors[stream]);
    if (stats.isFile() || stats.isFIFO() || stats.isSocket()) return false;
    return thisPlatform === 'win32' || stats.rdev !== statSync(devNull).rdev;
  } catch {
    // There is nothing behind it, or nobody knows.
    return true;
  }
}
