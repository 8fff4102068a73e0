import type { Finding } from '../../shared/domain/finding.ts';
import { outcomes } from '../../shared/domain/outcomes.ts';
import type { RunRecord } from '../../shared/domain/record.ts';
import { outcomeWords } from '../../shared/words/outcome-words.ts';
import type { ReportLanguage } from './report-language.ts';
import { gapReasonWords } from './words/gap-reason-words.ts';
import { remainsWords } from './words/remains-words.ts';
import { sectionWords } from './words/section-words.ts';

/** The headline of a report. */
export function headline({ outcome }: RunRecord, { t, words }: ReportLanguage): string {
  return outcome === null ? t('unfinished') : words(outcomeWords[outcome]);
}

/** How long nothing was known to protect the computer; null when there is nothing to say. */
export function gapWords(
  { protectionGap: gap }: RunRecord,
  { t, moment, duration }: ReportLanguage,
): string | null {
  if (gap === null) return null;
  const time = moment(gap.from);
  if (gap.seconds === null) return t('gapOpen', { time });
  if (gap.seconds === 0) return t('gapNone');
  return t('gap', { time, length: duration(gap.seconds * 1000) });
}

/** What stands above the list of what is left. */
export function leftWords(
  { outcome, purpose }: RunRecord,
  count: number,
  { t }: ReportLanguage,
): string {
  if (purpose === 'protection') return t('leftProtection');
  const leaves = outcome === null ? 'settled' : outcomes[outcome].leaves;
  if (leaves === 'untouched') return t('leftAsItWas');
  if (count === 0) return t('leftNothing');
  return leaves === 'unfinished' ? t('leftAfterRestart') : t('leftFound');
}

/** Whether the remains of a product matter, by what they are. */
export function whyItMatters(
  { state, evidence }: Finding,
  { t, words }: ReportLanguage,
): readonly string[] {
  if (state === 'installed') return [t('stillInstalled')];
  const kinds = new Set(evidence.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const message = remainsWords[kind];
    return message === null ? [] : words(message);
  });
}

/** One thing that could not be read: what it belongs to, its own name, and why. */
export function gapParts(
  { section, gap }: RunRecord['notKnown'][number],
  { t, words }: ReportLanguage,
) {
  return {
    section: words(sectionWords[section]),
    subject: gap.subject,
    reason: words(gapReasonWords[gap.reason]),
    help: gap.needsAdministrator ? ` ${t('rightsHelp')}` : '',
  };
}

/** What a help-desk technician noted about the case; fields that were left empty are left out. */
export function technicianNotes(
  { technician }: RunRecord,
  { t }: ReportLanguage,
): readonly string[] {
  if (technician === undefined) return [];
  const labelled = [
    [t('ticket'), technician.ticket],
    [t('technician'), technician.technician],
    [t('customer'), technician.customer],
  ] as const;
  return labelled.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]));
}
