import { describe, expect, it } from 'vitest';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import type { Message } from '../../../../src/shared/domain/message.ts';
import { messageSchema } from '../../../../src/shared/domain/message-schema.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import type { Translator } from '../../../../src/shared/words/translator.ts';
import { tryRun } from '../../../support/killable-run.ts';
import { managed, passwords, prepare, withEnd } from '../../../support/practice-run.ts';

const translators = await Promise.all(languages.map(loadTranslator));

/** Ends of an uninstaller that are told in words of their own. */
const ends = [
  { how: 'crashes', message: 'Access violation' },
  ...[1601, 1602, 1603, 1605, 1612, 1618, 1619, 1620, 1625, 1641, 1652, 3010, 7].map(
    (exitCode) => ({
      how: 'exits' as const,
      exitCode,
      message: null,
    }),
  ),
] as const;

describe('everything that a run says', () => {
  it.each(practiceComputers.map(({ id }) => id))('is said in every language: %s', async (id) => {
    const { machine, folder } = await prepare(id);
    const choice = { ...managed, enableDefender: true };
    const { end } = await tryRun({ machine, folder, choice, secrets: passwords });
    expect(unsaid(end)).toEqual([]);
  });

  it.each(ends)('is said in every language: %j', async (how) => {
    const { machine, folder } = await prepare('family-pc', withEnd(how, 'none'));
    const { end } = await tryRun({ machine, folder, choice: managed, secrets: passwords });
    expect(unsaid(end)).toEqual([]);
  });

  it('would be missed if it were not there', () => {
    expect(unsaid({ summary: [{ id: 'no.such', values: { name: 'x' } }] })).toEqual(
      languages.map((language) => `${language}: no.such`),
    );
  });
});

function unsaid(document: unknown): readonly string[] {
  const messages = messagesIn(document);
  expect(messages.length).toBeGreaterThan(0);
  return translators.flatMap((words) =>
    messages
      .filter((message) => !isSaid(message, words))
      .map(({ id }) => `${words.language}: ${id}`),
  );
}

function isSaid(message: Message, { has, render }: Translator): boolean {
  return (
    has(message.id) && !/[{}]|undefined/.test(render(message).replaceAll(/\{[0-9A-F-]{36}\}/gi, ''))
  );
}

/** Every message of a document, wherever it stands, also in the values of another. */
function messagesIn(value: unknown): readonly Message[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isMessage(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(messagesIn)];
}

function isMessage(value: object): value is Message {
  const names = Object.keys(value);
  const isWhole = 'id' in value && names.every((name) => name === 'id' || name === 'values');
  return isWhole && messageSchema.safeParse(value).success;
}
