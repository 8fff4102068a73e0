import { z } from 'zod';
import type { Immutable } from './immutable.ts';

const text = z.string();
const texts = z.array(text);

/**
 * `cannotTell` is the honest answer whenever a source that could have said otherwise was not readable.
 * Kaspersky never counts as protection.
 */
const protectionVerdictSchema = z.enum([
  'protected',
  'signaturesOld',
  'notProtecting',
  'onlyKaspersky',
  'unprotected',
  'cannotTell',
]);
export type ProtectionVerdict = z.infer<typeof protectionVerdictSchema>;

/** What one source says. A source that failed is `unknown`, never good; `notThere` knows of nothing. */
const sourceAnswerSchema = z.enum(['protects', 'doesNotProtect', 'unknown', 'notThere']);
export type SourceAnswer = z.infer<typeof sourceAnswerSchema>;

/** One independent source of the verdict, in the words of the page that a person could look it up on. */
const protectionSourceSchema = z.object({
  source: text,
  answer: sourceAnswerSchema,
  /** One or more sentences. */
  detail: text,
});
export type ProtectionSource = Immutable<z.infer<typeof protectionSourceSchema>>;

/** Whether an antivirus other than Kaspersky protects the machine, with the reasons in words. */
export const protectionSchema = z.object({
  verdict: protectionVerdictSchema,
  /** Names of the products that protect, as the machine shows them. */
  products: texts,
  reasons: texts,
  /** Every source that was asked, also those that could not answer. Reports of before there were sources have none. */
  sources: z.array(protectionSourceSchema).default([]),
  /** Sentences that name sources which contradict each other; empty when none do. */
  disagreements: texts.default([]),
});
export type Protection = Immutable<z.infer<typeof protectionSchema>>;
