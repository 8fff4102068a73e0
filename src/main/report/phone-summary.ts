import type { GuideSnapshot, RunView } from '../../shared/contract/guide.ts';
import { closestRealLanguage, type Language } from '../../shared/domain/languages.ts';
import { phoneWords, type PhoneWords } from './phone-words.ts';

/**
 * The state of a machine in about a dozen words, to be read out on the telephone: what became of Kaspersky,
 * what protects, and the last characters of the run's name by which the report is found. In the language of the
 * window, unless another is asked for.
 */
export function phoneSummary(
  { scan, run, practice, language }: GuideSnapshot,
  spoken: Language = closestRealLanguage(language),
): string {
  const words = phoneWords[spoken];
  const parts = [practice ? words.practice : '', ...aboutRun(run, words)];
  if (run.state === 'notBegun' && scan.state === 'done') {
    const count = scan.findings.filter(({ state }) => state === 'installed').length;
    parts.push(`${words.found} ${count}.`, words.protection[scan.protection.verdict]);
  } else if (run.state === 'notBegun') parts.push(words.nothingSeen);
  return parts.filter((part) => part !== '').join(' ');
}

function aboutRun(run: RunView, words: PhoneWords): readonly string[] {
  switch (run.state) {
    case 'notBegun':
      return [];
    case 'running':
      return [words.running, code(run.runId, words)];
    case 'interrupted':
      return [words.interrupted, code(run.runId, words)];
    case 'refused':
      return [words.refused];
    case 'stopped':
      return [words.outcome.stopped, code(run.record.runId, words)];
    case 'ended': {
      const { outcome, protection, runId } = run.record;
      const ended = outcome === null ? words.notEnded : words.outcome[outcome];
      const protects = protection === null ? '' : words.protection[protection.verdict];
      return [ended, protects, code(runId, words)];
    }
  }
}

function code(runId: string, words: PhoneWords): string {
  return runId === '' ? '' : `${words.code} ${runId.slice(-4).toUpperCase()}.`;
}
