import { z } from 'zod';

/** Every word that a format prescribes: what an enumeration allows, and what has to stand there as it is. */
export function schemaWords(schema: z.ZodType): ReadonlySet<string> {
  const words = new Set<string>();
  const document = z.toJSONSchema(schema, { io: 'input' });
  JSON.stringify(document, (_key, part: unknown) => {
    const { success, data } = prescription.safeParse(part);
    if (success) for (const word of [data.const ?? [], data.enum ?? []].flat()) words.add(word);
    return part;
  });
  return words;
}

const prescription = z.object({
  const: z.string().optional(),
  enum: z.array(z.string()).optional(),
});
