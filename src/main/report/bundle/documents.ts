import { inventorySchema } from '../../../shared/domain/inventory-schema.ts';
import { runRecordSchema } from '../../../shared/domain/run/record.ts';
import { schemaWords } from '../../../shared/domain/schemas/schema-words.ts';
import { jsonLine, jsonText } from '../json-text.ts';

/** Looks at a text and says what stands in its place; `label` is what the field or the registry value is called. */
export type Visit = (text: string, label: string) => string;

/**
 * A file with every text in it visited. Of JSON that are the values: what its fields are called, and words that a schema
 * prescribes, are nobody's names whatever people are called. JSON that cannot be read is one text, like any other file.
 */
export function visitFile(name: string, text: string, visit: Visit): string {
  if (name.endsWith('.json')) return visitJson(text, visit, jsonText);
  return name.endsWith('.jsonl')
    ? text
        .split('\n')
        .map((line) => (line === '' ? line : visitJson(line, visit, jsonLine)))
        .join('\n')
    : visit(text, '');
}

function visitJson(text: string, visit: Visit, written: (value: unknown) => string): string {
  const parsed = parse(text);
  return parsed === undefined ? visit(text, '') : written(visited(parsed, '', visit));
}

function visited(value: unknown, label: string, visit: Visit): unknown {
  if (typeof value === 'string') return isPrescribed(value, label) ? value : visit(value, label);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => visited(each, label, visit));
  const named = 'name' in value && typeof value.name === 'string' ? value.name : 'data';
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      isField.test(key) ? key : visit(key, ''),
      visited(each, key === 'data' ? named : key, visit),
    ]),
  );
}

const isField = /^\w+$/;

/** A word of the format itself, or the name of one of our sentences. */
function isPrescribed(value: string, label: string): boolean {
  return prescribed().has(value) || (label === 'id' && /^[a-z]\w*(?:\.\w+)+$/.test(value));
}

let words: ReadonlySet<string> | undefined;

function prescribed(): ReadonlySet<string> {
  words ??= new Set([...schemaWords(inventorySchema), ...schemaWords(runRecordSchema)]);
  return words;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
