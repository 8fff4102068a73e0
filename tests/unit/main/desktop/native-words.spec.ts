import { describe, expect, it } from 'vitest';
import {
  defectFound,
  lostWindow,
  startFailure,
} from '../../../../src/main/desktop/start-failure.ts';
import { windowMenu } from '../../../../src/main/desktop/window-menu.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import type { Translator } from '../../../../src/shared/words/translator.ts';
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
      ({ submenu }) => submenu as { label: string; visible?: boolean }[],
    );
    // The keys that stand beside an entry are hidden and have its name.
    const labels = entries.filter(({ visible }) => visible !== false).map(({ label }) => label);
    expect({ empty: labels.filter((label) => label === ''), once: new Set(labels).size }).toEqual({
      empty: [],
      once: labels.length,
    });
  });

  it('has the keys for zooming that keyboards really have', async () => {
    const [, view] = windowMenu(await loadTranslator('en'));
    const entries = (view?.submenu ?? []) as { role: string; accelerator?: string }[];
    const keys = entries.flatMap(({ role, accelerator }) =>
      accelerator === undefined ? [] : [`${role} ${accelerator}`],
    );
    expect(keys).toEqual([
      'resetZoom CommandOrControl+num0',
      'zoomIn CommandOrControl+=',
      'zoomIn CommandOrControl+numadd',
      'zoomOut CommandOrControl+numsub',
    ]);
  });

  it.each([
    ['could not start', startFailure],
    ['has to end', defectFound],
    [
      'cannot show its window',
      (words: Translator, detail: string) => lostWindow(words, 'bin\\cutover.exe', detail),
    ],
  ])('says in every language that it %s, with what the system said', async (_what, box) => {
    const words = await Promise.all(languages.map(loadTranslator));
    const boxes = words.map((each) => box(each, 'ENOENT'));
    expect({
      titles: new Set(boxes.map(({ title }) => title)).size,
      contents: new Set(boxes.map(({ content }) => content)).size,
      detail: boxes.every(({ content }) => content.endsWith('\n\nENOENT')),
    }).toEqual({ titles: languages.length, contents: languages.length, detail: true });
  });
});
