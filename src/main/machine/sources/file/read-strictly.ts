import { z } from 'zod';
import {
  inventoryFormatSchema,
  inventorySchema,
} from '../../../../shared/domain/inventory-schema.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { readDocument } from './read-document.ts';

const mostFaults = 6;

/** An inventory as its schema has it, also one of an older version, or what is wrong with the document, in English. */
export function readStrictly(
  json: unknown,
):
  | { readonly ok: true; readonly value: Inventory }
  | { readonly ok: false; readonly detail: string } {
  const faults = formatFaults(json);
  const read =
    faults === null
      ? readDocument(inventorySchema, json, mostFaults)
      : { ok: false as const, faults };
  if (read.ok) return read;
  return { ok: false, detail: z.prettifyError(new z.ZodError([...read.faults])) };
}

/** Of a document in another format nothing else is said; null when the format is ours. */
function formatFaults(json: unknown) {
  const { error } = z.looseObject({ format: inventoryFormatSchema }).safeParse(json);
  return error?.issues ?? null;
}
