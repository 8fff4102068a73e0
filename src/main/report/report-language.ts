import { formats } from '../../shared/i18n/formats.ts';
import type { Translate, Translated } from '../../shared/i18n/message.ts';
import { translate, translator } from '../../shared/i18n/translate.ts';
import {
  closestLanguage,
  pseudoLanguage,
  type AnyLanguage,
} from '../../shared/domain/languages.ts';
import { reportMachineTexts } from './report-machine.texts.ts';
import { reportLabels } from './report-labels.texts.ts';
import { reportSentences } from './report-sentences.texts.ts';

const reportTexts = { ...reportLabels, ...reportSentences, ...reportMachineTexts } as const;

/** Everything that depends on the language of a report. */
export interface ReportLanguage {
  readonly language: AnyLanguage;
  /** What the engine says needs no other words. */
  readonly isEnglish: boolean;
  readonly t: Translate<typeof reportTexts>;
  readonly words: (message: Translated) => string;
  /** `2 min 5 sec`, for a length in milliseconds; a dash for none. */
  readonly duration: (milliseconds: number) => string;
  readonly percent: (fraction: number) => string;
  readonly number: (value: number, decimals: number) => string;
  readonly list: (names: readonly string[]) => string;
  /** Day and time in UTC, the same on every computer the report is read on. */
  readonly moment: (iso: string) => string;
  readonly period: (from: string, to: string) => string;
}

/** @param tag BCP 47 tag of the window; the closest language that there are words for. */
export function reportLanguage(tag: string): ReportLanguage {
  const language = closestLanguage(tag);
  const { duration, percent, list } = formats(language);
  const locale = language === pseudoLanguage ? 'en' : language;
  // Made when needed: it takes milliseconds, and most commands write no report.
  let made: Intl.DateTimeFormat | undefined;
  const moments = () => (made ??= new Intl.DateTimeFormat(locale, momentStyle));
  return {
    language,
    isEnglish: language === 'en',
    t: translator(reportTexts, language),
    words: (message) => translate(message, language),
    duration: (milliseconds) => (milliseconds <= 0 ? '–' : duration(milliseconds)),
    percent,
    number: (value, decimals) =>
      value.toLocaleString(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
    list,
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

/** What the terminal and plain text speak. */
export const english = reportLanguage('en');
