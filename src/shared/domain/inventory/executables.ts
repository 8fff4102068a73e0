import { lateSchema, type Of } from '../schemas/late-schema.ts';
import { files } from './files.ts';

/**
 * A program that names the vendor as its maker or its signer, wherever it lies: read only when somebody asks for it.
 * `signature` is what the system says of it, null where nobody asked the system.
 */
const item = lateSchema((z) =>
  files
    .item(z)
    .omit({ exists: true })
    .extend({
      /** What it was called when it was made. */
      originalName: z.string().nullable(),
      /** Whom the certificate inside it names. A claim, which only `signature` can confirm. */
      signer: z
        .object({ subject: z.string().nullable(), organization: z.string().nullable() })
        .nullable(),
    }),
);
export type Executable = Of<typeof item>;

export const executables = {
  item,
  identity: (file: Executable) => file.path,
  evidence: ['executable'],
  onRequest: true,
} as const;
