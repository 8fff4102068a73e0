import { message } from './message.ts';
import type { Gap } from './section.ts';

/** A list of which only the first `count` entries were read. */
export function tooManyEntries(subject: string, count: number): Gap {
  const detail = message('gap.tooManyEntries', { count });
  return { subject, reason: 'truncated', detail, needsAdministrator: false };
}
