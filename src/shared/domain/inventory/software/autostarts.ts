import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** A program that Windows starts when somebody signs in, from a `Run` or `RunOnce` key. */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    name: z.string(),
    command: z.string(),
    userSid: z.string().nullable(),
  }),
);
export type Autostart = Of<typeof item>;

export const autostarts = {
  item,
  identity: ({ key, name }: Autostart) => `${key}\\${name}`,
  evidence: ['autostart'],
} as const;
