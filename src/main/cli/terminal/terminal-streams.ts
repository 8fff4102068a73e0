import { openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';
import { attachConsole } from '../../machine/windows/ffi/console.ts';

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

/**
 * The console that the packaged program was started from. Windows gives a program with a window no standard streams
 * that lead there, and Electron's own are no terminal. The standard streams where there is no console, or where the
 * output goes to a file or a pipe.
 */
export function consoleStreams(): TerminalStreams {
  if (!attachConsole()) return standardStreams();
  try {
    const input = new ReadStream(openSync(String.raw`\\.\CONIN$`, 'r+'));
    const output = new WriteStream(openSync(String.raw`\\.\CONOUT$`, 'r+'));
    return { input, output, errors: output };
  } catch {
    return standardStreams();
  }
}
