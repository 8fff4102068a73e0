import { pseudoLanguage, type AnyLanguage } from '../domain/languages.ts';
import { once } from '../domain/once.ts';

/** How numbers, times and names are written in a language. */
export interface Formats {
  /** `2 min 5 sec`, for a length in milliseconds. Nothing that took time is shown as zero. */
  readonly duration: (milliseconds: number) => string;
  readonly percent: (fraction: number) => string;
  /** `212 GB`, counted as Windows does. */
  readonly gigabytes: (bytes: number) => string;
  /** `212 GB`, `3.4 MB` or `812 bytes`, in the unit that fits. */
  readonly size: (bytes: number) => string;
  /** Day and time of an ISO moment, in the time of this computer. */
  readonly moment: (iso: string) => string;
  /** `A, B and C`, each name once. */
  readonly list: (names: readonly string[]) => string;
}

export function formats(language: AnyLanguage): Formats {
  const locale = language === pseudoLanguage ? 'en' : language;
  const unit = (name: 'minute' | 'second') => () =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  // Each takes milliseconds to make, and the first page needs none of them.
  const [minutes, seconds] = [once(unit('minute')), once(unit('second'))];
  const percents = once(() => new Intl.NumberFormat(locale, percentStyle));
  const gigabytes = once(() => new Intl.NumberFormat(locale, gigabyteStyle));
  const sizes = sizeStyles.map((style) =>
    once(() => new Intl.NumberFormat(locale, { ...gigabyteStyle, ...style })),
  );
  const moments = once(() => new Intl.DateTimeFormat(locale, momentStyle));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return {
    duration: (milliseconds) => {
      const whole = milliseconds <= 0 ? 0 : Math.max(1, Math.round(milliseconds / 1000));
      if (whole < 60) return seconds().format(whole);
      const inMinutes = minutes().format(Math.floor(whole / 60));
      return whole % 60 === 0 ? inMinutes : `${inMinutes} ${seconds().format(whole % 60)}`;
    },
    percent: (fraction) => percents().format(fraction),
    gigabytes: (bytes) => gigabytes().format(bytes / 2 ** 30),
    size: (bytes) => {
      const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
      return (sizes[power] ?? gigabytes)().format(bytes / 2 ** (10 * power));
    },
    moment: (iso) => moments().format(new Date(iso)),
    list: (names) => {
      const each = new Set(names);
      // What knows how lists are written takes longer to make than most commands run.
      return each.size > 1 ? lists().format(each) : [...each].join('');
    },
  };
}

const percentStyle = { style: 'percent', maximumFractionDigits: 0 } as const;
const gigabyteStyle = { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 } as const;
const sizeStyles = [
  // Its short name has no plural.
  { unit: 'byte', unitDisplay: 'long' },
  { unit: 'kilobyte' },
  { unit: 'megabyte' },
] as const;
const momentStyle = { dateStyle: 'medium', timeStyle: 'short' } as const;
