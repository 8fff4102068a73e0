import { z } from 'zod';

/** Something that a run cleaned up and keeps, as it is deleted for good. */
export const quarantinedSchema = z.object({
  /** What it was on the computer: a folder or a key. */
  name: z.string(),
  bytes: z.number().nonnegative(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

/** What `cutover purge` deleted, or went on to delete. */
export const purgedSchema = z.object({
  things: z.array(quarantinedSchema),
  bytes: z.number().nonnegative(),
});

export function bytesOf(things: readonly Quarantined[]): number {
  return things.reduce((sum, { bytes }) => sum + bytes, 0);
}
