import { z } from 'zod';

/** When a run that waits for a restart is gone on with: when Windows starts, or when an administrator signs in. */
export const goesOnSchema = z.enum(['startUp', 'signIn']);
export type GoesOn = z.infer<typeof goesOnSchema>;

/** What a person wants done where Windows has to restart. */
export const restartChoiceSchema = z.object({
  /** Whether Cutover restarts the computer: never, where it is needed, or where it is needed and somebody says yes. */
  restart: z.enum(['never', 'ifNeeded', 'prompt']),
  /** Seconds between the announcement and the restart. */
  delaySeconds: z.number().int().nonnegative(),
  /** What whoever is signed in reads meanwhile; null for the words of Windows alone. */
  message: z.string().nullable(),
  /** Null where a person or another program goes on with the run. */
  goesOn: goesOnSchema.nullable(),
});
export type RestartChoice = Readonly<z.infer<typeof restartChoiceSchema>>;
