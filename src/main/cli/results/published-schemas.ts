import { z } from 'zod';
import { policySchema } from '../../policy/policy-schema.ts';
import { flagNames, policyFlags } from '../../policy/policy-flags.ts';
import { inventorySchema } from '../../../shared/domain/inventory-schema.ts';
import { planSchema } from '../../../shared/domain/plan/plan.ts';
import { publishedStateSchema } from '../../../shared/domain/run/published-state.ts';
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
  policy: policySchema,
  state: publishedStateSchema,
} as const;

export type SchemaName = keyof typeof publishedSchemas;
export const schemaNames = Object.keys(publishedSchemas) as readonly SchemaName[];

/** A published schema as JSON Schema; `npm run docs` writes each to `docs/`. More may stand in a document than it names. */
export function jsonSchema(name: SchemaName): Readonly<Record<string, unknown>> {
  const schema = name === 'policy' ? explainedPolicy() : publishedSchemas[name];
  return {
    title: `Cutover ${name}`,
    description: english.t(`schema.${name}`),
    ...z.toJSONSchema(schema, { io: 'input' }),
  };
}

/** With what each flag is for, as editors show it. */
function explainedPolicy(): z.ZodType {
  const { shape } = policySchema.shape.flags.unwrap();
  const flags = flagNames.map((name) => {
    const about = english.render(policyFlags[name].about);
    return [name, shape[name].describe(about)] as const;
  });
  return policySchema.extend({ flags: z.strictObject(Object.fromEntries(flags)).default({}) });
}

/** The formats that this version writes. */
export function writtenFormats(): readonly string[] {
  const formats = schemaNames.map((name) => {
    const { format } = publishedSchemas[name].shape;
    return z.object({ const: z.string() }).parse(z.toJSONSchema(format, { io: 'input' })).const;
  });
  return [...new Set(formats)];
}
