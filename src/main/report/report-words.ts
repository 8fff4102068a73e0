import type { Translator } from '../../shared/words/translator.ts';

/** Everything that depends on the language of a report. */
export interface ReportWords extends Translator {
  /** `2 min 5 sec`, for a length in milliseconds; a dash for none. */
  readonly duration: (milliseconds: number) => string;
  /** Day and time in UTC, the same on every computer the report is read on. */
  readonly moment: (iso: string) => string;
  readonly period: (from: string, to: string) => string;
}

export function reportWords(words: Translator): ReportWords {
  // Made when needed: it takes milliseconds, and most commands write no report.
  let made: Intl.DateTimeFormat | undefined;
  const moments = () => (made ??= new Intl.DateTimeFormat(words.language, momentStyle));
  return {
    ...words,
    duration: (milliseconds) => (milliseconds <= 0 ? '–' : words.duration(milliseconds)),
    moment: (iso) => moments().format(new Date(iso)),
    period: (from, to) => moments().formatRange(new Date(from), new Date(to)),
  };
}

const momentStyle = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;
