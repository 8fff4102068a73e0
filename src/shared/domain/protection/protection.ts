import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { saidSchema, sentencesSchema } from '../message-schema.ts';

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

/** What is asked, in the order in which it is shown: six sources of the verdict, and what is good to know beside them. */
export const protectionSourceIds = [
  'securityCenter',
  'securityCenterWmi',
  'programFile',
  'services',
  'defenderStatus',
  'defenderSettings',
  'tamperProtection',
  'amsi',
  'edition',
] as const;
export type ProtectionSourceId = (typeof protectionSourceIds)[number];

/** The names under which version 0.1.0 wrote the sources. */
const earlierNames: Readonly<Record<string, ProtectionSourceId>> = {
  'Windows Security': 'securityCenter',
  'Windows Security, asked by WMI': 'securityCenterWmi',
  'The program that is registered, and its signature': 'programFile',
  'Services and their signatures': 'services',
  'State that Microsoft Defender reports': 'defenderStatus',
  'Settings and policies of Microsoft Defender': 'defenderSettings',
  'Tamper protection of Microsoft Defender': 'tamperProtection',
  'Antimalware Scan Interface': 'amsi',
  'Edition of Windows': 'edition',
};

/** One independent source of the verdict. */
const protectionSourceSchema = z.object({
  source: z.preprocess(
    (name) => (typeof name === 'string' ? (earlierNames[name] ?? name) : name),
    z.enum(protectionSourceIds),
  ),
  answer: sourceAnswerSchema,
  /** One or more sentences. */
  detail: sentencesSchema,
});
export type ProtectionSource = Immutable<z.infer<typeof protectionSourceSchema>>;

/** Whether an antivirus other than Kaspersky protects the machine, with the reasons. */
export const protectionSchema = z.object({
  verdict: protectionVerdictSchema,
  /** Names of the products that protect, as the machine shows them. */
  products: texts,
  reasons: z.array(saidSchema),
  /** Every source that was asked, also those that could not answer. Reports of before there were sources have none. */
  sources: z.array(protectionSourceSchema).default([]),
  /** Sentences that name sources which contradict each other; empty when none do. */
  disagreements: z.array(saidSchema).default([]),
});
export type Protection = Immutable<z.infer<typeof protectionSchema>>;
