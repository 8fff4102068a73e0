import type { GuideSnapshot, RunView } from '../../shared/contract/guide.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import type { RunOutcome } from '../../shared/domain/run/run-outcomes.ts';
import { staying } from '../../shared/words/outcome-words.ts';
import type { Translator } from '../../shared/words/translator.ts';

/**
 * The state of a machine in about a dozen words, to be read out on the telephone: what became of Kaspersky,
 * what protects, and the last characters of the run's name by which the report is found.
 */
export function phoneSummary({ scan, run, practice }: GuideSnapshot, words: Translator): string {
  const { t } = words;
  const parts = [practice ? t('phone.practice') : '', ...aboutRun(run, words)];
  if (run.state === 'notBegun' && scan.state === 'done') {
    const count = scan.findings.filter(({ state }) => state === 'installed').length;
    parts.push(t('phone.found', { count }), t(`phone.verdict.${scan.protection.verdict}`));
  } else if (run.state === 'notBegun') parts.push(t('phone.nothingSeen'));
  return parts.filter((part) => part !== '').join(' ');
}

function aboutRun(run: RunView, words: Translator): readonly string[] {
  const { t } = words;
  switch (run.state) {
    case 'notBegun':
      return [];
    case 'running':
    case 'interrupted':
      return [t(`phone.${run.state}`), code(run.runId, words)];
    case 'refused':
      return [t('phone.refused')];
    case 'stopped':
      return [t('phone.outcome.stopped'), code(run.record.runId, words)];
    case 'ended': {
      const { protection, runId } = run.record;
      const ended = howItEnded(run.record, words);
      const protects = protection === null ? '' : t(`phone.verdict.${protection.verdict}`);
      return [ended, protects, code(runId, words)];
    }
  }
}

function howItEnded(record: RunRecord, { t }: Translator): string {
  const { outcome } = record;
  if (outcome === null) return t('phone.notEnded');
  if (gone.has(outcome) && staying(record).length > 0) return t('phone.chosenGone');
  return t(`phone.outcome.${outcome}`);
}

/** Ends of which it is said that Kaspersky is gone. */
const gone: ReadonlySet<RunOutcome> = new Set([
  'cleanAndProtected',
  'notProtected',
  'remnantsLeft',
]);

function code(runId: string, { t }: Translator): string {
  return runId === '' ? '' : t('phone.code', { code: runId.slice(-4).toUpperCase() });
}
