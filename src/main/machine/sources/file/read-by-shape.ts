import { once, oncePer } from '../../../../shared/domain/once.ts';

/**
 * What a document has to look like, as plain data: a schema of zod without what only an older or a damaged document needs.
 * `other` stands for what cannot be told so.
 */
export type Shape =
  | { readonly is: 'string' | 'boolean' | 'other' }
  | { readonly is: 'number' | 'integer'; readonly least?: number }
  | { readonly is: 'word'; readonly words: readonly unknown[] }
  | { readonly is: 'pattern'; readonly source: string }
  | { readonly is: 'optional' | 'nullable' | 'list' | 'record'; readonly of: Shape }
  | { readonly is: 'union'; readonly of: readonly Shape[] }
  | { readonly is: 'object'; readonly of: Readonly<Record<string, Shape>> }
  | { readonly is: 'again'; readonly of: string };

type NumberShape = Extract<Shape, { readonly is: 'number' | 'integer' }>;

/** A shape, and those in it that hold themselves by their names. */
export interface DocumentShape {
  readonly whole: Shape;
  readonly named: Readonly<Record<string, Shape>>;
}

const no = Symbol('not of this shape');

/** What takes a value as it should be, or says no. It hands back what was given where there is nothing to leave out. */
type Reader = (value: unknown, depth: number) => unknown;

/** What can hold itself is followed so deep. */
const deepest = 32;

/**
 * A document as the schema has it that the shape is made of, or undefined where it does not fit at the first look: then zod has
 * to say what is wrong with it, or to make of it what it is today. Faster by far, because zod is not needed.
 */
export function readByShape(shape: DocumentShape, document: unknown): unknown {
  const value = readerOf(shape)(document, 0);
  return value === no ? undefined : value;
}

/** Thousands of inventories are read by one shape; of what is in a list, nothing is made for an empty one. */
const readerOf = oncePer(({ whole, named }: DocumentShape): Reader => {
  const again = new Map<string, Reader>();
  const make = (shape: Shape): Reader => {
    switch (shape.is) {
      case 'string':
      case 'boolean':
        return (value) => (typeof value === shape.is ? value : no);
      case 'number':
      case 'integer':
        return (value) => (isNumber(value, shape) ? value : no);
      case 'word': {
        const words = new Set(shape.words);
        return (value) => (words.has(value) ? value : no);
      }
      case 'pattern': {
        const pattern = new RegExp(shape.source);
        return (value) => (typeof value === 'string' && pattern.test(value) ? value : no);
      }
      case 'optional': {
        const read = make(shape.of);
        return (value, depth) => (value === undefined ? no : read(value, depth));
      }
      case 'nullable': {
        const read = make(shape.of);
        return (value, depth) => (value === null ? null : read(value, depth));
      }
      case 'union':
        return unionReader(shape.of.map(make));
      case 'list':
        return listReader(once(() => make(shape.of)));
      case 'record':
        return recordReader(make(shape.of));
      case 'object':
        return objectReader(
          Object.entries(shape.of).map(([key, of]) => ({
            key,
            read: make(of),
            optional: of.is === 'optional',
          })),
        );
      case 'again':
        return (value, depth) =>
          depth > deepest ? no : (again.get(shape.of)?.(value, depth + 1) ?? no);
      case 'other':
        return () => no;
    }
  };
  for (const [name, shape] of Object.entries(named)) again.set(name, make(shape));
  return make(whole);
});

function unionReader(readers: readonly Reader[]): Reader {
  return (value, depth) => {
    for (const read of readers) {
      const found = read(value, depth);
      if (found !== no) return found;
    }
    return no;
  };
}

function listReader(reader: () => Reader): Reader {
  return (value, depth) => {
    if (!Array.isArray(value)) return no;
    if (value.length === 0) return value;
    const read = reader();
    const given: readonly unknown[] = value;
    let items: unknown[] | null = null;
    for (let at = 0; at < given.length; at += 1) {
      const item = read(given[at], depth);
      if (item === no) return no;
      if (item !== given[at]) (items ??= [...given])[at] = item;
    }
    return items ?? given;
  };
}

function recordReader(read: Reader): Reader {
  return (value, depth) => {
    if (!isObject(value) || Object.hasOwn(value, '__proto__')) return no;
    const found: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) {
      const item = read(each, depth);
      if (item === no) return no;
      found[key] = item;
    }
    return found;
  };
}

interface KeyReader {
  readonly key: string;
  readonly read: Reader;
  readonly optional: boolean;
}

function objectReader(keys: readonly KeyReader[]): Reader {
  // Every object seems to have those.
  if (keys.some(({ key }) => key in {})) return () => no;
  return (value, depth) => {
    if (!isObject(value)) return no;
    let found: Record<string, unknown> | null = null;
    let known = 0;
    for (const { key, read, optional } of keys) {
      const given = value[key];
      // JSON has no such value, so that the key is missing.
      if (given === undefined && optional) continue;
      const item = given === undefined ? no : read(given, depth);
      if (item === no) return no;
      known += 1;
      if (item !== given) (found ??= { ...value })[key] = item;
    }
    const whole = found ?? value;
    return Object.keys(value).length === known ? whole : only(keys, whole);
  };
}

function only(keys: readonly KeyReader[], value: Record<string, unknown>): object {
  const known = new Set(keys.map(({ key }) => key));
  return Object.fromEntries(Object.entries(value).filter(([key]) => known.has(key)));
}

function isNumber(value: unknown, { is, least = -Infinity }: NumberShape): boolean {
  const fits = is === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  return fits && (value as number) >= least;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
