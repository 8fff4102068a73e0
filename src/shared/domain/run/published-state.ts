import { z } from 'zod';
import { verdicts } from '../state/verdicts.ts';
import { exitCodeNames } from './exit-codes.ts';

/**
 * What a run left behind for tools that ask the registry and not us: how it ended and where its record lies. It says what was
 * so at that time; what is so now says `cutover check`.
 */
export const publishedStateSchema = z.object({
  format: z.literal('cutover-state/1'),
  /** The one answer about the computer; `notKnown` where nobody could look. */
  verdict: z.enum(verdicts),
  /** How the run ended, by a name of the table of exit codes, and the code of the process. */
  name: z.enum(exitCodeNames),
  code: z.int(),
  /** When the run ended, UTC. */
  time: z.string(),
  /** The run, the version of Cutover that did it, and its record. */
  run: z.string(),
  version: z.string(),
  record: z.string(),
  /** SHA-256 of the record, hexadecimal. It is taken away first and written last: without it the rest is half written. */
  sha256: z.string(),
});
export type PublishedState = z.infer<typeof publishedStateSchema>;
