import { z } from 'zod';
import { inventorySchema } from '../../../shared/domain/inventory.ts';
import { planSchema } from '../../../shared/domain/plan/plan.ts';
import { runRecordSchema } from '../../../shared/domain/run/record.ts';
import {
  checkResultSchema,
  protectionResultSchema,
  resultSchema,
  scanResultSchema,
} from '../../../shared/domain/run/result.ts';
import { english } from '../../../shared/words/english.ts';

/** The documents that other programs read and write, by the name that `cutover schema` takes. */
const publishedSchemas = {
  result: resultSchema,
  scan: scanResultSchema,
  check: checkResultSchema,
  protection: protectionResultSchema,
  inventory: inventorySchema,
  plan: planSchema,
  run: runRecordSchema,
} as const;

export type SchemaName = keyof typeof publishedSchemas;
export const schemaNames = Object.keys(publishedSchemas) as readonly SchemaName[];

/** A published schema as JSON Schema; `npm run docs` writes each to `docs/`. More may stand in a document than it names. */
export function jsonSchema(name: SchemaName): Readonly<Record<string, unknown>> {
  return {
    title: `Cutover ${name}`,
    description: english.t(`schema.${name}`),
    ...z.toJSONSchema(publishedSchemas[name], { io: 'input' }),
  };
}

/** The formats that this version writes. */
export function writtenFormats(): readonly string[] {
  const formats = schemaNames.map((name) => {
    const { format } = publishedSchemas[name].shape;
    return z.object({ const: z.string() }).parse(z.toJSONSchema(format, { io: 'input' })).const;
  });
  return [...new Set(formats)];
}
