import { pseudoLanguage, type AnyLanguage } from '../domain/languages.ts';
import type { Message, Texts, Translate, Translated } from './message.ts';
import { pseudoText } from './pseudo-text.ts';
import { messageIn } from './words-apart.ts';

type Values = Readonly<Record<string, string | number>>;

/** The messages of one place in one language. */
export function translator<T extends Texts>(texts: T, language: AnyLanguage): Translate<T> {
  return (key, ...given) => {
    const message = texts[key];
    if (message === undefined) throw new Error(`There is no message "${key}".`);
    return translate(message, language, given[0] ?? {});
  };
}

/** One message in one language, its parameters filled in. */
export function translate(message: Translated, language: AnyLanguage, values: Values = {}): string {
  if (language !== pseudoLanguage) return filled(messageIn(message, language), language, values);
  return filled(pseudoMessage(message.en), 'en', values);
}

function filled(message: Message, language: string, values: Values): string {
  return chosen(message, language, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    // Made only where there is a number: hundreds of texts without one would wait for it.
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function chosen(message: Message, language: string, values: Values): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(language).select(Number(values['count'] ?? 0));
  const forms: Readonly<Record<string, string | undefined>> = { ...message };
  return forms[category] ?? message.other;
}

function pseudoMessage(message: Message): Message {
  if (typeof message === 'string') return pseudoText(message);
  return { one: pseudoText(message.one), other: pseudoText(message.other) };
}
