import { redactText } from '../windows/redact-text.ts';
import type { Message, MessageValue } from './message.ts';

/** Messages without any spelling of any secret in what they are filled with. */
export function redactMessages(
  messages: readonly Message[],
  secrets: readonly string[],
): readonly Message[] {
  return messages.map((message) => redactMessage(message, secrets));
}

/** One message without them. */
export function redactMessage({ id, values }: Message, secrets: readonly string[]): Message {
  if (values === undefined) return { id };
  const redacted = Object.entries(values).map(
    ([name, value]) => [name, redactValue(value, secrets)] as const,
  );
  return { id, values: Object.fromEntries(redacted) };
}

function redactValue(value: MessageValue, secrets: readonly string[]): MessageValue {
  if (typeof value === 'number') return value;
  return isList(value)
    ? value.map((each) => redactWord(each, secrets))
    : redactWord(value, secrets);
}

function redactWord(word: string | Message, secrets: readonly string[]): string | Message {
  return typeof word === 'string' ? redactText(word, secrets) : redactMessage(word, secrets);
}

function isList(value: MessageValue): value is readonly (string | Message)[] {
  return Array.isArray(value);
}
