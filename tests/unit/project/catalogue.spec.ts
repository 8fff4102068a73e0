import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/shared/domain/languages.ts';
import type { Message, Texts, Translated } from '../../../src/shared/i18n/message.ts';

const root = join(import.meta.dirname, '../../../src');
const sources = globSync('{renderer,shared,main/report}/**/*.{ts,tsx}', { cwd: root });
const catalogues = sources.filter((path) => path.endsWith('.texts.ts'));
const tables = sources.filter((path) =>
  /^(renderer|shared|main\/report)\/words\/(?!hazard|use-|machine).*-words\.ts$/.test(path),
);

/** The one object of messages that a file exports. */
async function messagesOf(path: string): Promise<Readonly<Record<string, Translated | null>>> {
  const module = (await import(join(root, path))) as Record<string, Texts>;
  const [messages] = Object.values(module);
  if (messages === undefined) throw new Error(`${path} exports no messages.`);
  return messages;
}

const all = await Promise.all(
  [...catalogues, ...tables].map(async (path) => ({ path, messages: await messagesOf(path) })),
);
const everyMessage = all.flatMap(({ path, messages }) =>
  Object.entries(messages).flatMap(([key, message]) =>
    message === null ? [] : [{ name: `${path}: ${key}`, message }],
  ),
);

function formsOf(message: Message): readonly string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function parametersOf(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(' ');
}

function longestForm(message: Message): string {
  return typeof message === 'string' ? message : message.other;
}

/** Files in which a key of a catalogue may be named: those beside it and those that import it. */
function readersOf(catalogue: string): string {
  const name = catalogue.split('/').at(-1) ?? '';
  return sources
    .filter((path) => !path.endsWith('.texts.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ path, text }) => isBeside(path, catalogue) || text.includes(name))
    .map(({ text }) => text)
    .join('\n');
}

/** In the folder of the catalogue or below it. */
function isBeside(path: string, catalogue: string): boolean {
  return path.startsWith(`${dirname(catalogue)}/`);
}

describe('the message catalogues', () => {
  test('are found', () => {
    expect({ catalogues: catalogues.length >= 9, tables: tables.length >= 9 }).toEqual({
      catalogues: true,
      tables: true,
    });
  });

  test('have every message in every language', () => {
    const missing = everyMessage.flatMap(({ name, message }) =>
      languages
        .filter((language) => formsOf(message[language]).some((form) => form.trim() === ''))
        .map((language) => `${name} (${language})`),
    );
    expect(missing).toEqual([]);
  });

  test('name the same parameters in every language', () => {
    const different = everyMessage.flatMap(({ name, message }) =>
      languages
        .filter(
          (language) =>
            parametersOf(longestForm(message[language])) !== parametersOf(longestForm(message.en)),
        )
        .map((language) => `${name} (${language})`),
    );
    expect(different).toEqual([]);
  });

  test('have every plural form that whole numbers need', () => {
    const counts = Array.from({ length: 200 }, (_, count) => count);
    const missing = everyMessage.flatMap(({ name, message }) =>
      languages.flatMap((language) => {
        const forms = message[language];
        if (typeof forms === 'string') return [];
        const rules = new Intl.PluralRules(language);
        const needed = new Set(counts.map((count) => rules.select(count)));
        return [...needed].filter((form) => !(form in forms)).map((form) => `${name} ${form}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test('leave no sentence in English', () => {
    const same = everyMessage.flatMap(({ name, message }) =>
      languages
        .filter((language) => language !== 'en' && longestForm(message.en).length > 24)
        .filter((language) => longestForm(message[language]) === longestForm(message.en))
        .map((language) => `${name} (${language})`),
    );
    expect(same).toEqual([]);
  });

  test.each(catalogues)('%s has no message that nobody uses', async (path) => {
    const readers = readersOf(path);
    const keys = Object.keys(await messagesOf(path));
    expect(keys.filter((key) => !readers.includes(`'${key}'`))).toEqual([]);
  });
});
