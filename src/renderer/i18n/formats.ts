import { pseudoLanguage, type AnyLanguage } from './languages.ts';

/** How numbers, times and names are written in a language. */
export interface Formats {
  /** `2 min 5 sec`, for a length in milliseconds. Nothing that took time is shown as zero. */
  readonly duration: (milliseconds: number) => string;
  readonly percent: (fraction: number) => string;
  /** Day and time of an ISO moment, in the time of this computer. */
  readonly moment: (iso: string) => string;
  /** `A, B and C`, each name once. */
  readonly list: (names: readonly string[]) => string;
}

export function formats(language: AnyLanguage): Formats {
  const locale = language === pseudoLanguage ? 'en' : language;
  const unit = (name: 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  const [minutes, seconds] = [unit('minute'), unit('second')];
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    duration: (milliseconds) => {
      const whole = milliseconds <= 0 ? 0 : Math.max(1, Math.round(milliseconds / 1000));
      if (whole < 60) return seconds.format(whole);
      return `${minutes.format(Math.floor(whole / 60))} ${seconds.format(whole % 60)}`;
    },
    percent: (fraction) => percents.format(fraction),
    moment: (iso) => moments.format(new Date(iso)),
    list: (names) => lists.format(new Set(names)),
  };
}
