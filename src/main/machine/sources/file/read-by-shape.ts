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

/** What can hold itself is followed so deep. */
const deepest = 32;

/**
 * A document as the schema has it that the shape is made of, or undefined where it does not fit at the first look: then zod has
 * to say what is wrong with it, or to make of it what it is today. Faster by far, because zod is not needed.
 */
export function readByShape({ whole, named }: DocumentShape, document: unknown): unknown {
  const read = (shape: Shape, value: unknown, depth: number): unknown => {
    switch (shape.is) {
      case 'string':
      case 'boolean':
        return typeof value === shape.is ? value : no;
      case 'number':
      case 'integer':
        return isNumber(value, shape) ? value : no;
      case 'word':
        return shape.words.includes(value) ? value : no;
      case 'pattern':
        return typeof value === 'string' && new RegExp(shape.source).test(value) ? value : no;
      case 'optional':
        return value === undefined ? no : read(shape.of, value, depth);
      case 'nullable':
        return value === null ? null : read(shape.of, value, depth);
      case 'union':
        return readUnion(shape.of, value, depth);
      case 'list':
        return readList(shape.of, value, depth);
      case 'record':
        return readRecord(shape.of, value, depth);
      case 'object':
        return readObject(shape.of, value, depth);
      case 'again': {
        const again = named[shape.of];
        return again === undefined || depth > deepest ? no : read(again, value, depth + 1);
      }
      case 'other':
        return no;
    }
  };
  const readUnion = (shapes: readonly Shape[], value: unknown, depth: number): unknown => {
    for (const shape of shapes) {
      const found = read(shape, value, depth);
      if (found !== no) return found;
    }
    return no;
  };
  const readList = (of: Shape, value: unknown, depth: number): unknown => {
    if (!Array.isArray(value)) return no;
    const items: unknown[] = [];
    for (const each of value) {
      const item = read(of, each, depth);
      if (item === no) return no;
      items.push(item);
    }
    return items;
  };
  const readRecord = (of: Shape, value: unknown, depth: number): unknown => {
    if (!isObject(value) || Object.hasOwn(value, '__proto__')) return no;
    const found: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) {
      const item = read(of, each, depth);
      if (item === no) return no;
      found[key] = item;
    }
    return found;
  };
  const readObject = (of: Readonly<Record<string, Shape>>, value: unknown, depth: number) => {
    if (!isObject(value)) return no;
    const found: Record<string, unknown> = {};
    for (const key in of) {
      const shape = of[key];
      const has = Object.hasOwn(value, key);
      if (shape === undefined || (!has && shape.is === 'optional')) continue;
      const item = has ? read(shape, value[key], depth) : no;
      if (item === no) return no;
      found[key] = item;
    }
    return found;
  };
  const value = read(whole, document, 0);
  return value === no ? undefined : value;
}

function isNumber(value: unknown, { is, least = -Infinity }: NumberShape): boolean {
  const fits = is === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  return fits && (value as number) >= least;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
