import { isRemoval } from '../../shared/domain/plan/is-removal.ts';
import { openHazards } from '../../shared/domain/plan/open-hazards.ts';
import { outcomes } from '../../shared/domain/run/run-outcomes.ts';
import type { Hazard } from '../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import { outcomeTitle } from '../../shared/words/outcome-words.ts';
import type { ReportWords } from './report-words.ts';

/** The headline of a report. */
export function headline(record: RunRecord, words: ReportWords): string {
  return outcomeTitle(record, words) ?? words.t('report.sentence.unfinished');
}

/** When a run began and ended, and how often it was started. */
export function period({ startedAt, finishedAt, starts }: RunRecord, own: ReportWords): string {
  const when =
    finishedAt === null
      ? own.t('report.sentence.notFinished', { time: own.moment(startedAt) })
      : own.period(startedAt, finishedAt);
  const started = starts > 1 ? own.t('report.sentence.startedTimes', { count: starts }) : [];
  return [when, started].flat().join(' · ');
}

/** Whether a hazard kept the run from beginning; of the others a person was told before anything was removed. */
export function isInTheWay({ outcome, plan }: RunRecord, hazard: Hazard): boolean {
  return outcome === 'stopped' && openHazards(plan).includes(hazard);
}

/** How long nothing was known to protect the computer; null when there is nothing to say. */
export function gapWords(
  { protectionGap: gap }: RunRecord,
  { t, moment, duration }: ReportWords,
): string | null {
  if (gap === null) return null;
  const time = moment(gap.from);
  if (gap.seconds === null) return t('report.sentence.gapOpen', { time });
  if (gap.seconds === 0) return t('report.sentence.gapNone');
  return t('report.sentence.gap', { time, length: duration(gap.seconds * 1000) });
}

/** What stands above the list of what is left. */
export function leftWords({ outcome, plan }: RunRecord, count: number, { t }: ReportWords): string {
  if (!isRemoval(plan.choice)) return t('report.sentence.leftProtection');
  const leaves = outcome === null ? 'settled' : outcomes[outcome].leaves;
  if (leaves === 'untouched') return t('report.sentence.leftAsItWas');
  if (count === 0) return t('report.sentence.leftNothing');
  return t(`report.sentence.${leaves === 'unfinished' ? 'leftAfterRestart' : 'leftFound'}`);
}

/** One thing that could not be read: what it belongs to, its own name, and why. */
export function gapParts({ section, gap }: RunRecord['notKnown'][number], { t }: ReportWords) {
  return {
    section: t(`section.${section}`),
    subject: gap.subject,
    reason: t(`gapReason.${gap.reason}`),
    help: gap.needsAdministrator ? ` ${t('report.sentence.rightsHelp')}` : '',
  };
}

/** What a help-desk technician noted about the case; fields that were left empty are left out. */
export function technicianNotes({ technician }: RunRecord, { t }: ReportWords): readonly string[] {
  if (technician === undefined) return [];
  const labelled = [
    [t('report.label.ticket'), technician.ticket],
    [t('ticket.technician'), technician.technician],
    [t('ticket.customer'), technician.customer],
  ] as const;
  return labelled.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]));
}
