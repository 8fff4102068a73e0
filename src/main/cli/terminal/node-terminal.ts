import { createInterface } from 'node:readline/promises';
import { writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.ts';

const clearLine = '\r\u001b[2K';

/** The terminal of this process. */
export class NodeTerminal implements Terminal {
  readonly interactive = isTerminal(process.stdin) && isTerminal(process.stdout);
  readonly colours = isTerminal(process.stdout) && !process.env['NO_COLOR'];
  #statusShown = false;

  get columns(): number {
    return process.stdout.columns ?? 100;
  }

  out(text: string): void {
    this.#clearStatus();
    write(1, `${text}\n`);
  }

  err(text: string): void {
    this.#clearStatus();
    write(2, `${text}\n`);
  }

  status(text: string): void {
    if (!isTerminal(process.stdout)) return;
    write(1, clearLine + text.slice(0, this.columns - 1));
    this.#statusShown = true;
  }

  async ask(question: string): Promise<string | null> {
    this.#clearStatus();
    return await askOn(process.stdout, question);
  }

  async askSecret(question: string): Promise<string | null> {
    this.#clearStatus();
    write(1, question);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const answer = await askOn(silent, '');
    write(1, '\n');
    return answer;
  }

  async readAll(): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
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

  #clearStatus(): void {
    if (this.#statusShown) write(1, clearLine);
    this.#statusShown = false;
  }
}

function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true;
}

/**
 * Synchronous, so that nothing is lost when the process ends right afterwards. A full pipe answers EAGAIN;
 * a reader that has gone (EPIPE) is no reason to stop a removal.
 */
function write(descriptor: 1 | 2, text: string): void {
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

async function askOn(output: NodeJS.WritableStream, question: string): Promise<string | null> {
  const reader = createInterface({ input: process.stdin, output, terminal: true });
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
