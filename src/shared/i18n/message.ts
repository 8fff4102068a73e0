import type { Language } from '../domain/languages.ts';

/** Words that depend on a number, by the plural categories of Unicode CLDR; the number is `{count}`. */
export interface Plural {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Message = string | Plural;

/** One message in every language. A language that is left out does not compile. */
export type Translated = Readonly<Record<Language, Message>>;

/** The messages of one place of the window, by key. */
export type Texts = Readonly<Record<string, Translated>>;

type ParametersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;

type TextOf<M extends Message> = M extends string ? M : M extends Plural ? M['other'] : never;

/** What a message must be given, read from its English text. */
export type ParametersOfMessage<T extends Translated> = {
  readonly [Name in ParametersOf<TextOf<T['en']>>]: Name extends 'count' ? number : string;
};

/** The second argument of a translation: left out where the message has no parameters. */
export type Given<T extends Translated> = [ParametersOf<TextOf<T['en']>>] extends [never]
  ? readonly []
  : readonly [ParametersOfMessage<T>];

export type Translate<T extends Texts> = <Key extends keyof T & string>(
  key: Key,
  ...given: Given<T[Key]>
) => string;
