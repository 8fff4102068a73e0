import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A person with a profile on this machine. */
const item = lateSchema((z) =>
  z.object({
    sid: z.string(),
    folder: z.string(),
    /** Whether the hive was loaded; a hive that was not is read from its file. */
    loaded: z.boolean(),
  }),
);
export type UserProfile = Of<typeof item>;

export const profiles = {
  item,
  identity: (profile: UserProfile) => profile.sid,
} as const;
