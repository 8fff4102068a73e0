import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** What is known of the Authenticode signature of a file. `code` is the raw result of WinVerifyTrust. */
const signatureSchema = lateSchema((z) =>
  z.object({
    status: z.enum(['valid', 'unsigned', 'invalid', 'untrusted', 'unknown']),
    subject: z.string().nullable(),
    organization: z.string().nullable(),
    issuer: z.string().nullable(),
    code: z.number().int(),
  }),
);
export type Signature = Of<typeof signatureSchema>;

/** An executable that a program, a service or a process of interest points at. */
const item = lateSchema((z) =>
  z.object({
    path: z.string(),
    exists: z.boolean(),
    size: z.number().nonnegative().nullable(),
    companyName: z.string().nullable(),
    productName: z.string().nullable(),
    fileVersion: z.string().nullable(),
    signature: signatureSchema(z).nullable(),
  }),
);
export type FileFact = Of<typeof item>;

export const files = {
  item,
  identity: (file: FileFact) => file.path,
  evidence: ['file'],
} as const;
