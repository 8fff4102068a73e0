import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { Catalogue } from './catalogue.ts';

/** The catalogue of the language that is none; `src/shared/languages.ts` says what it is for. */
export function pseudoCatalogue(english: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)]));
}

/**
 * English that looks foreign and is about 40% longer, as German and Russian are. The brackets show where a text
 * begins and ends, so one that is cut off or put together from pieces is seen at once.
 */
export function pseudo(message: string): string {
  const parts = parse(message);
  const padding = '~~~~~~~ '.repeat(Math.ceil((lengthOf(parts) * 0.4) / 8)).trim();
  return `[${printAST(parts.map(accented))} ${padding}]`;
}

function accented(part: MessageFormatElement): MessageFormatElement {
  if (part.type === TYPE.literal) {
    return {
      ...part,
      value: part.value.replaceAll(/[a-z]/gi, (letter) => accents[letter] ?? letter),
    };
  }
  if (part.type !== TYPE.plural && part.type !== TYPE.select) return part;
  const options = Object.entries(part.options).map(
    ([name, { value }]) => [name, { value: value.map(accented) }] as const,
  );
  return { ...part, options: Object.fromEntries(options) };
}

/** Of the text that is shown, by its longest branches. */
function lengthOf(parts: readonly MessageFormatElement[]): number {
  return parts.reduce((sum, part) => sum + lengthOfPart(part), 0);
}

function lengthOfPart(part: MessageFormatElement): number {
  if (part.type === TYPE.literal) return part.value.length;
  if (part.type !== TYPE.plural && part.type !== TYPE.select) return typicalValue;
  return Math.max(...Object.values(part.options).map(({ value }) => lengthOf(value)));
}

/** About as long as what is filled in. */
const typicalValue = 6;

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'ê',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
};
