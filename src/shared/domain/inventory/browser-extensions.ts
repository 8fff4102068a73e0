import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A trace of a browser extension, and where it lies. */
const item = lateSchema((z) =>
  z.object({
    browser: z.enum(['chrome', 'edge', 'firefox', 'other']),
    id: z.string(),
    name: z.string().nullable(),
    version: z.string().nullable(),
    origin: z.enum(['profile', 'registry', 'policy', 'nativeMessagingHost']),
    location: z.string(),
    userSid: z.string().nullable(),
  }),
);
export type BrowserExtension = Of<typeof item>;

export const browserExtensions = {
  item,
  identity: (extension: BrowserExtension) => `${extension.browser}:${extension.id}`,
  evidence: ['browserExtension'],
} as const;
