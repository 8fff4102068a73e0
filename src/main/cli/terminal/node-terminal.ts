import { createReadStream, writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { thisPlatform } from '../../machine/open-machine.ts';
import { printable, withPlainSigns } from './printable.ts';
import { standardStreams, type StreamName, type TerminalStreams } from './terminal-streams.ts';
import type { Terminal } from './terminal.ts';

const clearLine = '\r\u001b[2K';

/** The terminal of this process. */
export class NodeTerminal implements Terminal {
  readonly #streams: TerminalStreams;
  /** For a pipe or a file, which has no width of its own. */
  readonly #columns: number;
  readonly #mayColour: boolean;
  /** Nobody knows how the reader of a pipe decodes it. */
  readonly #plain: boolean;
  #statusShown = false;

  /** `platform` decides how text goes into a pipe. */
  constructor(
    streams: TerminalStreams = standardStreams(),
    environment = process.env,
    platform = thisPlatform,
  ) {
    this.#streams = streams;
    this.#plain = platform === 'win32';
    this.#mayColour = !environment['NO_COLOR'];
    const named = Number(environment['COLUMNS']);
    this.#columns = Number.isInteger(named) && named > 0 ? named : 80;
  }

  get interactive(): boolean {
    return this.#streams.isTerminal('input') && this.#streams.isTerminal('output');
  }

  get colours(): boolean {
    return this.#streams.isTerminal('output') && this.#mayColour;
  }

  get columns(): number {
    if (!this.#streams.isTerminal('output')) return this.#columns;
    return this.#streams.output.columns ?? this.#columns;
  }

  out(text: string): void {
    this.#clearStatus();
    this.#write(`${this.#printable(text)}\n`);
  }

  err(text: string): void {
    this.#clearStatus();
    this.#write(`${this.#printable(text, 'errors')}\n`, 'errors');
  }

  status(text: string): void {
    if (!this.#streams.isTerminal('output')) return;
    this.#write(clearLine + this.#printable(text).slice(0, this.columns - 1));
    this.#statusShown = true;
  }

  event(): void {
    // What happens is told by those who show the run.
  }

  async ask(question: string): Promise<string | null> {
    this.#clearStatus();
    return await askOn(this.#streams.input, this.#streams.output, this.#printable(question));
  }

  async askSecret(question: string): Promise<string | null> {
    this.#clearStatus();
    this.#write(this.#printable(question));
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const answer = await askOn(this.#streams.input, silent, '');
    this.#write('\n');
    return answer;
  }

  /** From the descriptor itself: on Windows, Electron's `process.stdin` is always empty. */
  async readAll(): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of createReadStream('', { fd: 0, autoClose: false }))
      chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }

  onInterrupt(listener: () => void): () => void {
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
    process.on('SIGBREAK', listener);
    return () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
      process.off('SIGBREAK', listener);
    };
  }

  #printable(text: string, stream: StreamName = 'output'): string {
    const shown = printable(text, this.colours);
    return this.#plain && !this.#streams.isTerminal(stream) ? withPlainSigns(shown) : shown;
  }

  #write(text: string, stream: keyof typeof descriptors = 'output'): void {
    if (this.#streams.isTerminal(stream)) this.#streams[stream].write(text);
    else write(descriptors[stream], text);
  }

  #clearStatus(): void {
    if (this.#statusShown) this.#write(clearLine);
    this.#statusShown = false;
  }
}

const descriptors = { output: 1, errors: 2 } as const;

/**
 * Synchronous, so that nothing is lost when the process ends right afterwards; Node writes to terminals like that by
 * itself, on Windows in Unicode. A full pipe answers EAGAIN; a reader that has gone (EPIPE) is no reason to stop a
 * removal.
 */
function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

async function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
): Promise<string | null> {
  const reader = createInterface({ input, output, terminal: true });
  try {
    const ended = new Promise<null>((resolve) => reader.once('close', () => resolve(null)));
    return await Promise.race([reader.question(question), ended]);
  } catch {
    // Ctrl-C or Ctrl-D at the question: no answer.
    return null;
  } finally {
    reader.close();
  }
}
