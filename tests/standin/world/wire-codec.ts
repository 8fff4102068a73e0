/* oxlint-disable unicorn/consistent-function-scoping -- all of it must be inside the one function that is injected */
/** Structured clone as text, so that values keep their type between Node and a page. */
export interface WireCodec {
  /** @throws Error "An object could not be cloned.", the message Electron gives. */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * Makes the codec. The function's own source text is injected into pages, therefore it uses nothing from
 * outside itself.
 */
export function makeWireCodec(): WireCodec {
  type Wire =
    | readonly [tag: string, ...parts: readonly unknown[]]
    | string
    | boolean
    | number
    | null;
  const errorTypes: Readonly<Record<string, ErrorConstructor>> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };

  function encode(value: unknown): string {
    const seen = new Map<object, number>();
    return JSON.stringify(write(cloned(value), seen));
  }

  function cloned(value: unknown): unknown {
    try {
      return structuredClone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function write(value: unknown, seen: Map<object, number>): Wire {
    if (value === undefined) return ['undefined'];
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (typeof value === 'number') return writeNumber(value);
    if (typeof value === 'object' && value !== null) return writeObject(value, seen);
    return value as string | boolean | null;
  }

  function writeNumber(value: number): Wire {
    if (Object.is(value, -0)) return ['number', '-0'];
    return Number.isFinite(value) ? value : ['number', String(value)];
  }

  function writeObject(value: object, seen: Map<object, number>): Wire {
    const earlier = seen.get(value);
    if (earlier !== undefined) return ['seen', earlier];
    seen.set(value, seen.size);
    const inner = (item: unknown) => write(item, seen);
    if (value instanceof Date) return ['Date', String(value.getTime())];
    if (value instanceof RegExp) return ['RegExp', value.source, value.flags];
    if (value instanceof Map) return ['Map', [...value].map(([k, v]) => [inner(k), inner(v)])];
    if (value instanceof Set) return ['Set', [...value].map(inner)];
    if (value instanceof Error) return ['Error', value.name, value.message, value.stack ?? ''];
    if (value instanceof ArrayBuffer) return ['ArrayBuffer', toBase64(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return [value.constructor.name, toBase64(bytes)];
    }
    if (Array.isArray(value)) return ['Array', Array.from(value, inner)];
    return ['Object', Object.entries(value).map(([key, item]) => [key, inner(item)])];
  }

  function decode(text: string): unknown {
    return read(JSON.parse(text) as Wire, []);
  }

  function read(wire: Wire, seen: unknown[]): unknown {
    if (!Array.isArray(wire)) return wire;
    const [tag, first, second, third] = wire as [string, never, never, never];
    const keep = <T>(value: T): T => {
      seen.push(value);
      return value;
    };
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(first);
      case 'number':
        return Number(first);
      case 'seen':
        return seen[first];
      case 'Date':
        return keep(new Date(Number(first)));
      case 'RegExp':
        return keep(new RegExp(first, second));
      case 'Error':
        return keep(readError(first, second, third));
      case 'ArrayBuffer':
        return keep(fromBase64(first).buffer);
      case 'Map':
      case 'Set':
      case 'Array':
      case 'Object':
        return readCollection(tag, first, seen, keep);
      default:
        return keep(readView(tag, fromBase64(first)));
    }
  }

  function readCollection(
    tag: string,
    items: readonly Wire[] & readonly (readonly [Wire, Wire])[],
    seen: unknown[],
    keep: <T>(value: T) => T,
  ): unknown {
    const inner = (item: Wire) => read(item, seen);
    if (tag === 'Map') {
      const map = keep(new Map<unknown, unknown>());
      for (const [key, value] of items) map.set(inner(key), inner(value));
      return map;
    }
    if (tag === 'Set') {
      const set = keep(new Set<unknown>());
      for (const value of items) set.add(inner(value));
      return set;
    }
    if (tag === 'Array') {
      const array = keep<unknown[]>([]);
      for (const value of items) array.push(inner(value));
      return array;
    }
    const object = keep({});
    for (const [key, value] of items) {
      // Defined, not assigned: `__proto__` must stay an ordinary key.
      const property = {
        value: inner(value),
        enumerable: true,
        writable: true,
        configurable: true,
      };
      Object.defineProperty(object, key as string, property);
    }
    return object;
  }

  function readError(name: string, message: string, stack: string): Error {
    const error = new (errorTypes[name] ?? Error)(message);
    error.stack = stack;
    return error;
  }

  function readView(name: string, bytes: Uint8Array<ArrayBuffer>): unknown {
    const views = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
    const View = views[name];
    if (!View) throw new TypeError(`Unknown type on the wire: ${name}`);
    return new View(bytes.buffer);
  }

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return btoa(text);
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }

  return { encode, decode };
}
