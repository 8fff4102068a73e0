import { z } from 'zod';
import {
  flagNames,
  forbiddable,
  policyFlags,
  type FlagKind,
  type FlagName,
} from './policy-flags.ts';

const valueSchemas = {
  switch: z.boolean(),
  text: z.string(),
  minutes: z.union([z.number(), z.string()]),
  seconds: z.union([z.number(), z.string()]),
  list: z.union([z.string(), z.array(z.string())]),
} as const satisfies Record<FlagKind, z.ZodType>;

/** The file of a policy, `policy.json`. A name that is not known is an error: it could be one that somebody relies on. */
export const policySchema = z.strictObject({
  format: z.literal('cutover-policy/1'),
  /** For an editor that checks the document. */
  $schema: z.string().optional(),
  flags: z
    .strictObject(
      Object.fromEntries(
        flagNames.map((name) => [name, valueSchemas[policyFlags[name].kind].optional()]),
      ) as Record<FlagName, z.ZodOptional<(typeof valueSchemas)[FlagKind]>>,
    )
    .default({}),
  forbid: z.array(z.enum(forbiddable)).default([]),
});

type FlagValue = boolean | number | string | readonly string[];

/** What is given with a flag, as it is typed; undefined where the value is none for a flag of its kind. */
export function givenWith(name: FlagName, value: FlagValue): readonly string[] | null | undefined {
  const { kind } = policyFlags[name];
  if (!valueSchemas[kind].safeParse(value).success) return undefined;
  if (typeof value === 'boolean') return value ? [] : null;
  return typeof value === 'object' ? value : [String(value)];
}
