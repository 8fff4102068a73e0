/* oxlint-disable unicorn/consistent-function-scoping -- all of it must be inside the one function that is injected */
/** One end of the passage between the page's own world and the preload's isolated world. */
export interface WorldBridge {
  /** Makes a function callable from the other world under a fixed name. */
  readonly provide: (name: string, run: (...args: never[]) => unknown) => void;
  readonly call: (name: string, args: readonly unknown[]) => unknown;
  /** Defines a read-only, deeply frozen global in the other world. */
  readonly expose: (name: string, value: unknown) => void;
}

/**
 * Opens one end. Both ends run in the same document and talk through synchronous events on it; Chromium
 * itself clones `detail` from world to world, so no object is ever shared. Functions cross as proxies and
 * promises as promises, as with Electron's contextBridge.
 *
 * The function's own source text is injected into pages, therefore it uses nothing from outside itself.
 */
export function openWorldBridge(channel: string, side: 'page' | 'preload'): WorldBridge {
  type AnyFunction = (...args: never[]) => unknown;
  type Answer = { readonly value: unknown } | { readonly error: Error };
  type Message =
    | { readonly kind: 'call'; readonly id: string; readonly args: readonly unknown[] }
    | { readonly kind: 'answer'; readonly answer: Answer }
    | { readonly kind: 'settle'; readonly id: string; readonly answer: Answer }
    | { readonly kind: 'expose'; readonly name: string; readonly value: unknown };

  const outgoing = `${channel}:${side}`;
  const incoming = `${channel}:${side === 'page' ? 'preload' : 'page'}`;
  const functionKey = `${channel}:function`;
  const promiseKey = `${channel}:promise`;
  const functions = new Map<string, AnyFunction>();
  const functionIds = new WeakMap<AnyFunction, string>();
  const unsettled = new Map<string, (answer: Answer) => void>();
  let count = 0;
  let received: Answer | undefined;

  function send(message: Message): Answer | undefined {
    received = undefined;
    document.dispatchEvent(new CustomEvent(outgoing, { detail: structuredClone(message) }));
    return received;
  }

  function ask(message: Message): unknown {
    const answer = send(message);
    if (!answer) throw new Error('The other world does not answer.');
    if ('error' in answer) throw answer.error;
    return unpack(answer.value, false);
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'answer':
        received = message.answer;
        return;
      case 'settle':
        unsettled.get(message.id)?.(message.answer);
        unsettled.delete(message.id);
        return;
      case 'call':
        reply(() => {
          const run = functions.get(message.id);
          if (!run) throw new Error(`Nothing is provided as ${message.id}.`);
          return pack(run(...(unpack(message.args, false) as never[])));
        });
        return;
      case 'expose':
        reply(() => define(message.name, unpack(message.value, true)));
    }
  }

  function reply(produce: () => unknown): void {
    let answer: Answer;
    try {
      answer = { value: structuredClone(produce()) };
    } catch (error) {
      answer = { error: asError(error) };
    }
    send({ kind: 'answer', answer });
  }

  function define(name: string, value: unknown): void {
    if (name in window) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    const property = { value, enumerable: true, configurable: false, writable: false };
    Object.defineProperty(window, name, property);
  }

  function pack(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') return { [functionKey]: idOf(value as AnyFunction) };
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return packPromise(value);
    if (seen.has(value)) return seen.get(value);
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of value) copy.push(pack(item, seen));
      return copy;
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const [key, item] of Object.entries(value)) copy[key] = pack(item, seen);
    return copy;
  }

  function packPromise(promise: Promise<unknown>): unknown {
    const id = `${side}${++count}`;
    const settle = (answer: Answer) => send({ kind: 'settle', id, answer });
    promise
      .then((value) => settle({ value: pack(value) }))
      .catch((error: unknown) => settle({ error: asError(error) }));
    return { [promiseKey]: id };
  }

  function unpack(value: unknown, frozen: boolean, seen = new Set<object>()): unknown {
    if (value === null || typeof value !== 'object' || seen.has(value)) return value;
    if (Object.hasOwn(value, functionKey)) return proxyOf(own(value, functionKey));
    if (Object.hasOwn(value, promiseKey)) return promiseOf(own(value, promiseKey));
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
    seen.add(value);
    // The clone is ours, so it is filled in place; that keeps cycles as they were.
    const target = value as Record<string, unknown>;
    for (const key of Object.keys(target)) target[key] = unpack(target[key], frozen, seen);
    return frozen ? Object.freeze(value) : value;
  }

  function own(value: object, key: string): string {
    return (value as Record<string, string>)[key] ?? '';
  }

  function idOf(run: AnyFunction): string {
    const known = functionIds.get(run);
    if (known !== undefined) return known;
    const id = `${side}${++count}`;
    functionIds.set(run, id);
    functions.set(id, run);
    return id;
  }

  function proxyOf(id: string): (...args: unknown[]) => unknown {
    return (...args) => ask({ kind: 'call', id, args: pack(args) as unknown[] });
  }

  function promiseOf(id: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      unsettled.set(id, (answer) => {
        if ('error' in answer) reject(answer.error);
        else resolve(unpack(answer.value, false));
      });
    });
  }

  function asError(error: unknown): Error {
    return error instanceof Error ? error : new Error(String(error));
  }

  document.addEventListener(incoming, (event) => receive((event as CustomEvent<Message>).detail));

  return {
    provide: (name, run) => functions.set(name, run),
    call: (name, args) => ask({ kind: 'call', id: name, args: pack(args) as unknown[] }),
    expose: (name, value) => ask({ kind: 'expose', name, value: pack(value) }),
  };
}
