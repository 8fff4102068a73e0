import type { Messages } from '../locales/generated/messages.ts';

/**
 * Something to be said, as it stands in records: which message of the catalogue, and what it is filled with. Words are
 * made of it where a person reads it. What an id is filled with never changes; other values are another id, so that
 * old records stay readable.
 */
export interface Message {
  readonly id: string;
  readonly values?: Readonly<Record<string, MessageValue>> | undefined;
}

/** A list is said as one: `A, B and C`. */
export type MessageValue = string | number | Message | readonly (string | Message)[];

/** The key of every message in the catalogues. */
export type MessageId = keyof Messages;

type NameIn<Id extends MessageId> = Id extends MessageId ? keyof Messages[Id] : never;

type ValueOf<Id extends MessageId, Name> = Id extends MessageId
  ? Name extends keyof Messages[Id]
    ? ValueOfKind<Messages[Id][Name]>
    : never
  : never;

type ValueOfKind<Kind> = Kind extends 'text'
  ? Exclude<MessageValue, number>
  : Kind extends 'number'
    ? number
    : Kind extends readonly (infer Word)[]
      ? Word
      : never;

/** What must be given beside the id: nothing, or a value for each name in the message. */
export type Given<Id extends MessageId> = [NameIn<Id>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in NameIn<Id>]: ValueOf<Id, Name> }];

/** A message whose id and values the compiler holds against the catalogue: `message('kept.notChosen')`. */
export function message<Id extends MessageId>(id: Id, ...given: Given<Id>): Message {
  const [values] = given;
  return values === undefined ? { id } : { id, values };
}

/** Somebody else's words, or those of an earlier version: they are said as they stand, in every language. */
export function quoted(text: string): Message {
  return message('quoted.text', { text });
}
