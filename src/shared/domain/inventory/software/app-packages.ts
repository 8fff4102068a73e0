import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** An app of the Microsoft Store kind that names the vendor; others are not recorded. */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    /** Name, version, architecture and publisher's hash, joined by underscores. */
    fullName: z.string(),
    /** Null when it is there for everybody. */
    userSid: z.string().nullable(),
  }),
);
export type AppPackage = Of<typeof item>;

export const appPackages = {
  item,
  identity: (app: AppPackage) => app.key,
  evidence: ['appPackage'],
} as const;
