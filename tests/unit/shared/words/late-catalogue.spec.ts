import { expect, it } from 'vitest';
import { catalogueIn } from '../../../../src/shared/words/late-catalogue.ts';
import { translator } from '../../../../src/shared/words/translator.ts';

const lines = '\nbutton {"button.back":"Back"}\nbad {not json\npage {"page.name":"Page"}';

it('reads of a catalogue only what is said, and nothing before', () => {
  let reads = 0;
  const { t, has } = translator(
    'en',
    catalogueIn(() => {
      reads += 1;
      return lines;
    }),
  );
  const before = reads;
  const say = t as (id: string) => string;

  expect([before, say('page.name'), say('button.back'), has('button.next'), reads]).toEqual([
    0,
    'Page',
    'Back',
    false,
    1,
  ]);
});

it.each(['', '__proto__', 'constructor', 'ge.name', 'page', '\npage', 'page.__proto__'])(
  'knows no message by the name %j',
  (id) => {
    expect(
      translator(
        'en',
        catalogueIn(() => lines),
      ).render({ id }),
    ).toBe(id);
  },
);
