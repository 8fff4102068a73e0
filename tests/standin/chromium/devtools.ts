import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The Chrome DevTools protocol over Chromium's debugging pipe: JSON messages that end in a zero byte.
 * Events of the browser come from this object itself, events of one page from its `session`.
 */
export class DevTools extends EventEmitter {
  #count = 0;
  #rest = '';
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, DevToolsSession>();
  readonly #output: Writable;

  constructor(output: Writable, input: Readable) {
    super();
    this.#output = output;
    input.setEncoding('utf8');
    input.on('data', (text: string) => this.#read(text));
    input.on('close', () => this.#close());
    // A broken pipe means that Chromium has ended; whoever waits learns it from `close`.
    output.on('error', () => {});
  }

  send<Result = unknown>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = ++this.#count;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  session(sessionId: string): DevToolsSession {
    const known = this.#sessions.get(sessionId);
    if (known) return known;
    const session = new DevToolsSession(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#dispatch(JSON.parse(message) as Message);
  }

  #dispatch(message: Message): void {
    if (message.id !== undefined) return this.#answer(message.id, message);
    const target = message.sessionId === undefined ? this : this.session(message.sessionId);
    target.emit(message.method ?? '', message.params);
  }

  #answer(id: number, message: Message): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result as never);
  }

  #close(): void {
    for (const { method, reject } of this.#waiting.values()) {
      reject(new Error(`${method}: Chromium has ended`));
    }
    this.#waiting.clear();
    this.emit('close');
  }
}

/** The part of the protocol that belongs to one page. */
export class DevToolsSession extends EventEmitter {
  readonly #devtools: DevTools;
  readonly #id: string;

  constructor(devtools: DevTools, id: string) {
    super();
    this.#devtools = devtools;
    this.#id = id;
  }

  send<Result = unknown>(method: string, params: object = {}): Promise<Result> {
    return this.#devtools.send<Result>(method, params, this.#id);
  }
}
