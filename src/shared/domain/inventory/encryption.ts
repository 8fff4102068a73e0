import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A sign that data on this machine is or was encrypted. */
const item = lateSchema((z) =>
  z.object({
    kind: z.enum(['bitLocker', 'kasperskyDiskEncryption', 'kasperskyFileEncryption']),
    subject: z.string(),
    state: z.enum(['on', 'off', 'unknown']),
    /** What the state was read from: numbers of Windows, a file, or what could not be read. */
    detail: z.string(),
  }),
);
export type EncryptionSign = Of<typeof item>;

export const encryption = {
  item,
  identity: (sign: EncryptionSign) => `${sign.kind}:${sign.subject}`,
} as const;
