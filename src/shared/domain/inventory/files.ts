import { z } from 'zod';

/** What is known of the Authenticode signature of a file. `code` is the raw result of WinVerifyTrust. */
const signatureSchema = z.object({
  status: z.enum(['valid', 'unsigned', 'invalid', 'untrusted', 'unknown']),
  subject: z.string().nullable(),
  organization: z.string().nullable(),
  issuer: z.string().nullable(),
  code: z.number().int(),
});
export type Signature = z.infer<typeof signatureSchema>;

/** An executable that a program, a service or a process of interest points at. */
const item = z.object({
  path: z.string(),
  exists: z.boolean(),
  size: z.number().nonnegative().nullable(),
  companyName: z.string().nullable(),
  productName: z.string().nullable(),
  fileVersion: z.string().nullable(),
  signature: signatureSchema.nullable(),
});
export type FileFact = z.infer<typeof item>;

export const files = {
  item,
  identity: (file: FileFact) => file.path,
  evidence: ['file'],
} as const;
