import type { z } from 'zod';

type Fault = z.core.$ZodIssue;

/** A document as its schema has it, or the first things that are wrong with it. */
export type ReadDocument<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A document is read once a start: functions compiled for its schema would cost more than they save. */
const readOnce = { jitless: true } as const;

/**
 * Reads a document by its schema, or tells at most so many faults. Lists are walked item by item and left at the last
 * fault that is told, so that a long list of nothing costs no more than a short one.
 */
export function readDocument<T extends z.ZodType>(
  schema: T,
  document: unknown,
  most: number,
): ReadDocument<z.infer<T>> {
  const reading = { faults: [], most };
  const value = walk(schema, document, [], reading) as z.infer<T>;
  return reading.faults.length === 0 ? { ok: true, value } : { ok: false, faults: reading.faults };
}

interface Reading {
  readonly faults: Fault[];
  readonly most: number;
}

type Path = readonly PropertyKey[];

/** What the schema makes of a value; anything where something is wrong with it. */
function walk(schema: z.ZodType, value: unknown, path: Path, reading: Reading): unknown {
  const plain = value === undefined || value === null ? schema : unwrapped(schema);
  if (isList(plain) && Array.isArray(value)) return walkList(plain, value, path, reading);
  if (isRecord(plain) && isObject(value) && holdsList(plain))
    return walkObject(plain, value, path, reading);
  const { data, error } = plain.safeParse(value, readOnce);
  for (const issue of error?.issues ?? [])
    if (!isOver(reading)) reading.faults.push({ ...issue, path: [...path, ...issue.path] });
  return data;
}

function walkList(list: z.ZodArray, items: readonly unknown[], path: Path, reading: Reading) {
  const element = list.element as z.ZodType;
  const read: unknown[] = [];
  for (const [index, each] of items.entries()) {
    read.push(walk(element, each, [...path, index], reading));
    if (isOver(reading)) break;
  }
  return read;
}

function walkObject(object: z.ZodObject, value: object, path: Path, reading: Reading) {
  const read: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(object.shape)) {
    const found = walk(part as z.ZodType, Reflect.get(value, key), [...path, key], reading);
    if (found !== undefined) read[key] = found;
    if (isOver(reading)) break;
  }
  return read;
}

function isOver({ faults, most }: Reading): boolean {
  return faults.length >= most;
}

/** Of a value that is there, what it has to be. */
function unwrapped(schema: z.ZodType): z.ZodType {
  return 'unwrap' in schema && wrappers.has(schema.type)
    ? unwrapped((schema as z.ZodOptional).unwrap() as z.ZodType)
    : schema;
}

const wrappers: ReadonlySet<string> = new Set(['optional', 'nullable', 'default', 'prefault']);

/** A list or an object about which there is no rule beside those about what is in it, which is all that is walked. */
function isList(schema: z.ZodType): schema is z.ZodArray {
  return schema.type === 'array' && !schema.def.checks?.length;
}

function isRecord(schema: z.ZodType): schema is z.ZodObject {
  if (schema.type !== 'object' || schema.def.checks?.length) return false;
  return (schema as z.ZodObject).def.catchall === undefined;
}

const known = new WeakMap<z.ZodType, boolean>();

/** An object without lists has few faults by its nature, and is checked at once. */
function holdsList(schema: z.ZodType): boolean {
  const answer = known.get(schema) ?? lookForList(unwrapped(schema));
  known.set(schema, answer);
  return answer;
}

function lookForList(plain: z.ZodType): boolean {
  if (isList(plain)) return true;
  return isRecord(plain) && Object.values(plain.shape).some((part) => holdsList(part as z.ZodType));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
