import { createReadStream, writeSync } from 'node:fs';
import { lineSplitter } from '../worker-client/line-splitter.ts';
import { workerCommandSchema, type WorkerEvent } from '../worker-client/protocol.ts';

const standardInput = 0;
const standardOutput = 1;

/** The worker's ends of its two pipes. */
export interface WorkerChannel {
  /** The first line that came in; null when the input ended without one. */
  readonly request: Promise<string | null>;
  readonly cancel: AbortSignal;
  readonly emit: (event: WorkerEvent) => void;
}

/**
 * Speaks over the file descriptors themselves: on Windows, Electron replaces `process.stdin` and
 * `process.stdout` by stand-ins that never reach a pipe (electron, `lib/browser/init.ts`).
 */
export function openWorkerChannel(): WorkerChannel {
  let resolve: (line: string | null) => void;
  const request = new Promise<string | null>((done) => (resolve = done));
  const cancelling = new AbortController();
  let requested = false;
  const lines = lineSplitter((line) => {
    if (requested && isCancel(line)) cancelling.abort();
    requested = true;
    resolve(line);
  });
  const input = createReadStream('', { fd: standardInput, encoding: 'utf8', autoClose: false });
  input.on('data', (text) => lines.push(String(text)));
  // A closed pipe is an error on Windows. The end of the input is no order to stop: if the window was closed
  // or killed, an uninstaller that has begun is better finished than left halfway.
  const ended = () => {
    lines.end();
    resolve(null);
  };
  input.on('error', ended).on('end', ended);
  return { request, cancel: cancelling.signal, emit };
}

function isCancel(line: string): boolean {
  try {
    return workerCommandSchema.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}

function emit(event: WorkerEvent): void {
  try {
    let rest = Buffer.from(`${JSON.stringify(event)}\n`);
    // A pipe may take a part only, and half a line is no event.
    while (rest.length > 0) rest = rest.subarray(writeSync(standardOutput, rest));
  } catch {
    // Nobody listens any more. The work goes on.
  }
}
