import { z } from 'zod';

type Fault = z.core.$ZodIssue;

/** How a document is checked that is read once a start: functions compiled for its schema would cost more than they save. */
export const readOnce = { jitless: true } as const;

/**
 * The first things that are wrong with a document, at most so many. Lists are walked item by item and left at the last
 * fault that is told, so that a long list of nothing costs no more than a short one.
 */
export function firstFaults(schema: z.ZodType, document: unknown, most: number): readonly Fault[] {
  const faults: Fault[] = [];
  for (const fault of faultsIn(schema, document, [])) {
    faults.push(fault);
    if (faults.length === most) break;
  }
  return faults;
}

type Path = readonly PropertyKey[];

function* faultsIn(schema: z.ZodType, value: unknown, path: Path): Generator<Fault> {
  const plain = value === undefined || value === null ? schema : unwrapped(schema);
  if (plain instanceof z.ZodArray && Array.isArray(value)) {
    const element = plain.element as z.ZodType;
    for (const [index, each] of value.entries()) yield* faultsIn(element, each, [...path, index]);
  } else if (plain instanceof z.ZodObject && isObject(value) && holdsList(plain)) {
    for (const [key, part] of Object.entries(plain.shape)) {
      yield* faultsIn(part as z.ZodType, Reflect.get(value, key), [...path, key]);
    }
  } else {
    const { error } = plain.safeParse(value, readOnce);
    for (const issue of error?.issues ?? []) yield { ...issue, path: [...path, ...issue.path] };
  }
}

/** Of a value that is there, what it has to be. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return isWrapped ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** An object without lists has few faults by its nature, and is checked at once. */
function holdsList(schema: z.ZodType): boolean {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodArray) return true;
  return (
    plain instanceof z.ZodObject &&
    Object.values(plain.shape).some((part) => holdsList(part as z.ZodType))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
