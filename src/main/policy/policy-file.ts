import { z } from 'zod';
import { message, quoted } from '../../shared/domain/message.ts';
import { broken, type ReadLayer } from './policy.ts';
import { flagNames, type FlagName } from './policy-flags.ts';
import { givenWith, policySchema } from './policy-schema.ts';

/** The document of a policy file; `source` is the file. */
export function parsePolicyFile(text: string, source: string): ReadLayer {
  const document = jsonIn(text.replace(/^\uFEFF/, ''));
  if (document === undefined) return broken(source, message('policy.noJson'));
  const parsed = policySchema.safeParse(document);
  if (!parsed.success) return broken(source, quoted(z.prettifyError(parsed.error)));
  const { flags, forbid } = parsed.data;
  const given = new Map<FlagName, readonly string[] | null>();
  for (const name of flagNames) {
    const value = flags[name];
    const typed = value === undefined ? undefined : givenWith(name, value);
    if (typed !== undefined) given.set(name, typed);
  }
  return { ok: true, layer: { source, flags: given, forbids: forbid } };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
