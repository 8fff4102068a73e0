import { message } from '../../../shared/domain/message.ts';
import type { Gap } from '../../../shared/domain/section.ts';
import { decodeRegistryValue } from './decode-registry-value.ts';
import type {
  Registry,
  RegistryData,
  RegistryKey,
  RegistryRead,
  RegistryType,
  RegistryValue,
} from './registry.ts';

/** A key of a {@link TreeRegistry} while it is built. */
export interface TreeKey {
  readonly path: string;
  readonly name: string;
  readonly values: Map<string, RegistryValue>;
  readonly children: Map<string, TreeKey>;
  /** False for a key that is only known as the parent of a collected one. */
  collected: boolean;
  /** Why this key cannot be opened. */
  closed: Gap | null;
  /** Why subkeys may be missing. */
  incomplete: Gap | null;
}

interface Place {
  readonly key: TreeKey | null;
  readonly gap: Gap | null;
}

/**
 * A registry in memory. A key is known to be absent only below a collected key, and only where nothing cut
 * that key short; everywhere else its absence is a gap.
 */
export class TreeRegistry implements Registry {
  readonly #top = newKey('', '');
  readonly #doubt: Gap | null;

  /** `doubt` is given with every absence, for a source that as a whole may not be up to date. */
  constructor(doubt: Gap | null = null) {
    this.#doubt = doubt;
  }

  /** Adds a collected key, with everything that is below it. Adding it again adds values. */
  addKey(path: string): TreeKey {
    const key = this.#ensure(path);
    key.collected = true;
    return key;
  }

  /** The same for a key that is at hand already; `name` has no backslash. */
  addSubkey(parent: TreeKey, name: string): TreeKey {
    const key = childOf(parent, name);
    key.collected = true;
    return key;
  }

  addValue(key: TreeKey, value: RegistryValue): void {
    key.values.set(value.name.toLowerCase(), value);
  }

  /** The key exists and cannot be opened, and nothing below it either. */
  closeKey(path: string, gap: Gap): void {
    this.#ensure(path).closed = gap;
  }

  /** Subkeys of this key may be missing. */
  markIncomplete(key: TreeKey, gap: Gap): void {
    key.incomplete = gap;
  }

  /** Subkeys of this key and of all keys above it may be missing. */
  markOpen(path: string, gap: Gap): void {
    let key = this.#top;
    for (const segment of segmentsOf(path)) {
      key = childOf(key, segment);
      key.incomplete = gap;
    }
  }

  /** The topmost collected keys. */
  get roots(): string[] {
    const roots: string[] = [];
    const pending = [this.#top];
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (key.collected) roots.push(key.path);
      // One by one: an export can have more keys side by side than a call can have arguments.
      else for (const child of [...key.children.values()].toReversed()) pending.push(child);
    }
    return roots;
  }

  readKey(path: string): RegistryRead<RegistryKey> {
    const { key, gap } = this.#find(path);
    return key !== null && gap === null
      ? { found: true, value: publicKey(key) }
      : { found: false, gap };
  }

  readChildren(
    path: string,
  ): RegistryRead<{ readonly keys: readonly RegistryKey[]; readonly gaps: readonly Gap[] }> {
    const { key, gap } = this.#find(path);
    if (key === null) return { found: false, gap };
    const children = [...key.children.values()];
    const doubts = [gap, key.incomplete ?? this.#doubt, ...children.map((child) => child.closed)];
    const keys = children.filter((child) => child.closed === null).map(publicKey);
    return { found: true, value: { keys, gaps: doubts.filter((doubt) => doubt !== null) } };
  }

  subkeyNames(path: string): RegistryRead<readonly string[]> {
    const { key, gap } = this.#find(path);
    if (key === null || gap !== null) return { found: false, gap };
    return { found: true, value: [...key.children.values()].map((child) => child.name) };
  }

  #ensure(path: string): TreeKey {
    return segmentsOf(path).reduce(childOf, this.#top);
  }

  #find(path: string): Place {
    let key = this.#top;
    let collected = false;
    for (const segment of segmentsOf(path)) {
      const child = key.children.get(segment.toLowerCase());
      if (child === undefined) {
        return { key: null, gap: collected ? (key.incomplete ?? this.#doubt) : notCollected(path) };
      }
      if (child.closed !== null) return { key: null, gap: child.closed };
      key = child;
      collected ||= child.collected;
    }
    return { key, gap: collected ? null : notCollected(path) };
  }
}

/** What a test writes for a value: the type follows from the data, or is given with it. */
export type LooseValue =
  | RegistryData
  | { readonly type: RegistryType; readonly data: RegistryData; readonly size?: number };

/**
 * A complete registry from a plain object of paths, names and data: what is not in it does not exist.
 * Keys in `denied` exist and refuse to be opened.
 */
export function treeRegistryOf(
  keys: Readonly<Record<string, Readonly<Record<string, LooseValue>>>>,
  denied: readonly string[] = [],
): TreeRegistry {
  const registry = new TreeRegistry();
  for (const root of ['HKLM', 'HKU']) registry.addKey(root);
  for (const [path, values] of Object.entries(keys)) {
    const key = registry.addKey(path);
    for (const [name, value] of Object.entries(values)) {
      registry.addValue(key, valueOf(name, value));
    }
  }
  for (const path of denied) registry.closeKey(path, accessDenied(path));
  return registry;
}

function newKey(path: string, name: string): TreeKey {
  return {
    path,
    name,
    values: new Map(),
    children: new Map(),
    collected: false,
    closed: null,
    incomplete: null,
  };
}

function childOf(parent: TreeKey, name: string): TreeKey {
  const known = parent.children.get(name.toLowerCase());
  if (known !== undefined) return known;
  const child = newKey(parent.path === '' ? name : `${parent.path}\\${name}`, name);
  parent.children.set(name.toLowerCase(), child);
  return child;
}

function segmentsOf(path: string): string[] {
  return path.split('\\').filter((segment) => segment !== '');
}

function publicKey({ path, name, values }: TreeKey): RegistryKey {
  return { path, name, values };
}

function notCollected(path: string): Gap {
  return {
    subject: path,
    reason: 'notCollected',
    detail: message('gap.registry.notContained'),
    needsAdministrator: false,
  };
}

function accessDenied(path: string): Gap {
  return {
    subject: path,
    reason: 'accessDenied',
    detail: message('gap.registry.denied'),
    needsAdministrator: true,
  };
}

function valueOf(name: string, value: LooseValue): RegistryValue {
  if (typeof value === 'object' && 'data' in value) {
    return { name, size: value.size ?? 0, type: value.type, data: value.data };
  }
  const [typeCode, bytes] = encode(value);
  return decodeRegistryValue(name, typeCode, bytes);
}

function encode(data: RegistryData): [number, Uint8Array] {
  if (typeof data === 'string') return [1, Buffer.from(`${data}\0`, 'utf16le')];
  if (typeof data === 'number') return [4, Buffer.from(new Uint32Array([data]).buffer)];
  if (typeof data === 'bigint') return [11, Buffer.from(new BigUint64Array([data]).buffer)];
  if (data instanceof Uint8Array) return [3, data];
  return [7, Buffer.from(data.map((line) => `${line}\0`).join('') + '\0', 'utf16le')];
}
