import type { z } from 'zod';
import type { DocumentShape, Shape } from './read-by-shape.ts';

interface Definition {
  readonly type: string;
  readonly checks?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly catchall?: unknown;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

/**
 * The shape of what a schema takes as it is. What it would fill in or turn into something else, as it does for documents of older
 * versions, is not of this shape.
 */
export function shapeOf(schema: z.ZodType): DocumentShape {
  const named: Record<string, Shape> = {};
  const names = new Map<z.ZodType, string>();
  const other: Shape = { is: 'other' };
  const again = (target: z.ZodType): Shape => {
    const known = names.get(target);
    if (known !== undefined) return { is: 'again', of: known };
    const name = `${names.size}`;
    names.set(target, name);
    named[name] = shape(target);
    return { is: 'again', of: name };
  };
  const inside = (
    is: 'optional' | 'nullable' | 'list' | 'record',
    of: z.ZodType | undefined,
  ): Shape => (of === undefined ? other : { is, of: shape(of) });
  const shape = (of: z.ZodType): Shape => {
    const def = of.def as unknown as Definition;
    const checks = def.checks ?? [];
    if (def.type === 'number') return numberShape(checks);
    if (checks.length > 0 && def.format === undefined) return other;
    switch (def.type) {
      case 'string':
        return textShape(def);
      case 'boolean':
        return { is: 'boolean' };
      case 'enum':
        return { is: 'word', words: Object.values(def.entries ?? {}) };
      case 'literal':
        return { is: 'word', words: def.values ?? [] };
      case 'optional':
        return inside('optional', def.innerType);
      case 'nullable':
        return inside('nullable', def.innerType);
      case 'default':
      case 'prefault':
        return def.innerType === undefined ? other : shape(def.innerType);
      case 'array':
        return inside('list', def.element);
      case 'record':
        return isPlainString(def.keyType) ? inside('record', def.valueType) : other;
      case 'lazy':
        return def.getter === undefined ? other : again(def.getter());
      case 'union':
        return { is: 'union', of: (def.options ?? []).map(shape) };
      case 'pipe':
        // What is made of an older document first leaves one of today as it is.
        return isTransform(def.in) && def.out ? shape(def.out) : other;
      case 'object':
        if (def.catchall !== undefined) return other;
        return {
          is: 'object',
          of: Object.fromEntries(
            Object.entries(def.shape ?? {}).map(([key, part]) => [key, shape(part)]),
          ),
        };
      default:
        return other;
    }
  };
  return { whole: shape(schema), named };
}

function textShape({ format, pattern, checks = [] }: Definition): Shape {
  if (format === undefined) return { is: 'string' };
  if (pattern === undefined || checks.length > 0) return { is: 'other' };
  return { is: 'pattern', source: pattern.source };
}

function isTransform(schema: z.ZodType | undefined): boolean {
  return schema?.type === 'transform';
}

function isPlainString(key: z.ZodType | undefined): boolean {
  if (key?.type !== 'string') return false;
  const { checks = [], format } = key.def as unknown as Definition;
  return checks.length === 0 && format === undefined;
}

interface Check {
  readonly check: string;
  readonly format?: string;
  readonly value?: unknown;
  readonly inclusive?: boolean;
}

/** Whole numbers and a smallest one are all that is asked of them. */
function numberShape(checks: readonly unknown[]): Shape {
  let is: 'number' | 'integer' = 'number';
  let least: number | undefined;
  for (const each of checks) {
    const { _zod: about } = each as { readonly _zod: { readonly def: Check } };
    const { check, format, value, inclusive } = about.def;
    if (check === 'number_format' && format === 'safeint') is = 'integer';
    else if (check === 'greater_than' && inclusive === true && typeof value === 'number')
      least = Math.max(value, least ?? value);
    else return { is: 'other' };
  }
  return least === undefined ? { is } : { is, least };
}
