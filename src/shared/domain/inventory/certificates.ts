import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A root certificate that is trusted on this machine, or by one person; null stands for the machine. */
const item = lateSchema((z) =>
  z.object({
    store: z.string(),
    userSid: z.string().nullable().default(null),
    /** The folder of the Firefox profile that trusts it; null for the stores of Windows. */
    firefoxProfile: z.string().nullable().default(null),
    thumbprint: z.string(),
    subject: z.string(),
    issuer: z.string(),
    notAfter: z.string().nullable(),
  }),
);
export type Certificate = Of<typeof item>;

export const certificates = {
  item,
  identity: (certificate: Certificate) => certificate.thumbprint,
  evidence: ['certificate'],
} as const;
