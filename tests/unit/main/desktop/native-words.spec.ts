import { describe, expect, it } from 'vitest';
import { startFailure } from '../../../../src/main/desktop/start-failure.ts';
import { windowMenu } from '../../../../src/main/desktop/window-menu.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';

describe('what the system shows for the window', () => {
  it('is a menu in the language of the window', async () => {
    const words = await Promise.all((['de', 'ru', 'en'] as const).map(loadTranslator));
    const labels = words.map((each) => windowMenu(each).map(({ label }) => label));
    expect(labels).toEqual([
      ['Bearbeiten', 'Ansicht', 'Fenster'],
      ['Правка', 'Вид', 'Окно'],
      ['Edit', 'View', 'Window'],
    ]);
  });

  it.each(languages)('names every entry of the menu once (%s)', async (language) => {
    const entries = windowMenu(await loadTranslator(language)).flatMap(
      ({ submenu }) => submenu as { label: string }[],
    );
    const labels = entries.map(({ label }) => label);
    expect({ empty: labels.filter((label) => label === ''), once: new Set(labels).size }).toEqual({
      empty: [],
      once: labels.length,
    });
  });

  it('says in every language that it could not start, with what the system said', async () => {
    const words = await Promise.all(languages.map(loadTranslator));
    const boxes = words.map((each) => startFailure(each, 'ENOENT'));
    expect({
      titles: new Set(boxes.map(({ title }) => title)).size,
      contents: new Set(boxes.map(({ content }) => content)).size,
      detail: boxes.every(({ content }) => content.endsWith('\n\nENOENT')),
    }).toEqual({ titles: languages.length, contents: languages.length, detail: true });
  });
});
