import type { RunRecord } from '../domain/run/record.ts';
import type { WindowWords } from './translator.ts';

/** One thing that could not be read: what it belongs to, its own name, and why. */
export function gapWords(
  { section, gap }: RunRecord['notKnown'][number],
  { t, render }: WindowWords,
): string {
  const { subject, reason, detail } = gap;
  return `${t(`section.${section}`)}: ${subject} – ${t(`gapReason.${reason}`)}. ${render(detail)}`.trim();
}
