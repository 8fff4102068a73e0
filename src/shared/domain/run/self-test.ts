import { z } from 'zod';
import type { Immutable } from '../immutable.ts';

/** What is tried, in the order of `docs/first-hour.md`. */
export const selfTestIds = [
  'place',
  'rights',
  'sections',
  'inTime',
  'sameTwice',
  'securityCenter',
  'signatures',
  'encryption',
  'started',
  'records',
] as const;

const text = z.string();

/** One thing that was tried: `notHere` where this computer cannot show it, `differs` with what was seen instead. */
export const selfTestSchema = z.object({
  id: z.enum(selfTestIds),
  state: z.enum(['asExpected', 'differs', 'notHere']),
  seen: z.array(text).describe('As the computer says it.'),
});
export type SelfTest = Immutable<z.infer<typeof selfTestSchema>>;
