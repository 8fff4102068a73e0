import { lateSchema, type Of } from '../schemas/late-schema.ts';

/**
 * An entry of an `Uninstall` key ("Apps & features"). Strings are kept exactly as the machine has them.
 * `key` is the full native path with `WOW6432Node` written out and identifies the program.
 */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    keyName: z.string(),
    scope: z.enum(['machine64', 'machine32', 'user']),
    userSid: z.string().nullable(),
    displayName: z.string().nullable(),
    displayVersion: z.string().nullable(),
    publisher: z.string().nullable(),
    installLocation: z.string().nullable(),
    installDate: z.string().nullable(),
    uninstallString: z.string().nullable(),
    quietUninstallString: z.string().nullable(),
    windowsInstaller: z.boolean(),
    systemComponent: z.boolean(),
    /** The entry forbids to remove or to change it from the settings; missing where nobody asked. */
    noRemove: z.boolean().optional(),
    noModify: z.boolean().optional(),
  }),
);
export type Program = Of<typeof item>;

export const programs = {
  item,
  identity: (program: Program) => program.key,
  evidence: ['program'],
} as const;
