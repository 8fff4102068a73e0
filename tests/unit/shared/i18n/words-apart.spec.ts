import { expect, it } from 'vitest';
import { addWords, messageIn } from '../../../../src/shared/i18n/words-apart.ts';
import type { Translated } from '../../../../src/shared/i18n/message.ts';

const onlyEnglish = (en: string) => ({ en }) as unknown as Translated;
const plural = { en: { one: 'a file', other: '{count} files' } } as unknown as Translated;
const whole: Translated = { en: 'yes', es: 'sí', de: 'ja', fr: 'oui', 'pt-BR': 'sim', ru: 'да' };

it('a message is its own words, else loaded ones, else English', () => {
  addWords('de', {
    yes: 'doch',
    no: 'nein',
    '{count} files': { one: 'eine Datei', other: '{count} Dateien' },
  });
  const messages = [whole, onlyEnglish('no'), plural, onlyEnglish('never seen')];
  expect(messages.map((message) => messageIn(message, 'de'))).toEqual([
    'ja',
    'nein',
    { one: 'eine Datei', other: '{count} Dateien' },
    'never seen',
  ]);
});
