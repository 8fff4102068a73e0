import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { Given, Message, MessageId, MessageValue } from '../domain/message.ts';
import type { AnyLanguage } from '../domain/languages.ts';
import type { WindowKey } from '../locales/generated/messages.ts';
import { formats, type Formats } from './formats.ts';

/** Compiled messages by their ids. */
export type CompiledMessages = Readonly<Record<string, CompiledMessage>>;

/**
 * The compiled messages of one language, as `build/write-messages.ts` writes them: those of one concept, which is the first word
 * of their ids. A command has use for a few of them, and reads no others.
 */
export type CompiledCatalogue = (concept: string) => CompiledMessages | undefined;

/** Everything that can be said in one language, and how numbers, times and names are written in it. */
export interface Translator<Id extends MessageId = MessageId> extends Formats {
  readonly language: AnyLanguage;
  /** The words of a message: `t('button.back')`, `t('check.found', { count: 2 })`. */
  readonly t: <One extends Id>(id: One, ...given: Given<One>) => string;
  /** Whether there is such a message, for ids that come from a record. */
  readonly has: (id: string) => boolean;
  /** The words of a message from a record; one that this version does not know is named with its values. */
  readonly render: (message: Message) => string;
  /** Sentences of a record, one after the other. */
  readonly sentences: (messages: readonly Message[]) => string;
}

/** What the window can say, and so what all that it shares with the report may say. */
export type WindowWords = Translator<WindowKey>;

export function translator<Id extends MessageId = MessageId>(
  language: AnyLanguage,
  catalogue: CompiledCatalogue,
): Translator<Id> {
  const own = formats(language);
  const options = formatOptions();
  const find = (id: string) => {
    const messages = catalogue(id.split('.', 1)[0] ?? '');
    return messages !== undefined && Object.hasOwn(messages, id) ? messages[id] : undefined;
  };
  const wordsOf = (value: MessageValue): string | number => {
    if (typeof value === 'string' || typeof value === 'number') return value;
    if (isList(value)) return own.list(value.map((each) => String(wordsOf(each))));
    return render(value);
  };
  const render = ({ id, values = {} }: Message): string => {
    const words = Object.entries(values).map(([name, value]) => [name, wordsOf(value)] as const);
    const compiled = find(id);
    if (compiled === undefined) return [id, ...words.map(([, each]) => each)].join(' · ');
    return String(format(compiled, language, Object.fromEntries(words), options));
  };
  const sentences = (messages: readonly Message[]) => messages.map(render).join(' ');
  return {
    ...own,
    language,
    has: (id) => find(id) !== undefined,
    render,
    sentences,
    t: (id, ...[values]) => render({ id, values }),
  };
}

function isList(value: MessageValue): value is readonly (string | Message)[] {
  return Array.isArray(value);
}

/** Made only where there is a number, and once: each takes milliseconds. */
function formatOptions(): FormatOptions {
  const numbers = new Map<string, Intl.NumberFormat>();
  const plurals = new Map<string, Intl.PluralRules>();
  return {
    formatters: {
      getNumberFormat: (...given) =>
        remembered(numbers, given, () => new Intl.NumberFormat(...given)),
      getPluralRules: (...given) =>
        remembered(plurals, given, () => new Intl.PluralRules(...given)),
      getDateTimeFormat: (...given) => new Intl.DateTimeFormat(...given),
    },
  };
}

function remembered<T>(made: Map<string, T>, given: readonly unknown[], make: () => T): T {
  const key = JSON.stringify(given);
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}
