import { lateSchema, type Of } from '../schemas/late-schema.ts';

/**
 * How whoever a task runs as is known to Windows: an account of a service, a group, a person who is signed in, a stored
 * password, or anything else. Only the first three can be given again without a password.
 */
const logonSchema = lateSchema((z) =>
  z.enum(['serviceAccount', 'group', 'signedIn', 'password', 'other']),
);
export type TaskLogon = Of<typeof logonSchema>;

/** A scheduled task with what it starts. What version 0.1.0 did not ask is missing. */
const item = lateSchema((z) =>
  z.object({
    path: z.string(),
    author: z.string().nullable(),
    actions: z.array(
      z.object({
        execute: z.string(),
        arguments: z.string().nullable(),
        /** Whether the program is there; null where Windows does not tell. */
        exists: z.boolean().nullable().optional(),
      }),
    ),
    /** It does more than to start programs. */
    doesMore: z.boolean().optional(),
    logon: logonSchema(z).optional(),
  }),
);
export type ScheduledTask = Of<typeof item>;

/** The program that an action starts: all of its text, with or without quotation marks. */
export function programOf({ execute }: ScheduledTask['actions'][number]): string {
  return execute.trim().replace(/^"([^"]*)"$/, '$1');
}

/** Ways in which a task can be given back its account. Source: Microsoft, win32 docs, "TASK_LOGON_TYPE". */
export const logonsWithoutPassword: ReadonlySet<TaskLogon | undefined> = new Set([
  'serviceAccount',
  'group',
  'signedIn',
]);

export const scheduledTasks = {
  item,
  identity: (task: ScheduledTask) => task.path,
  evidence: ['scheduledTask'],
} as const;
