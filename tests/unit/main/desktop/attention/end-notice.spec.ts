import { expect, it } from 'vitest';
import { endNotice } from '../../../../../src/main/desktop/attention/end-notice.ts';
import { ended } from '../../../../../src/main/desktop/guide/run-view.ts';
import { languages } from '../../../../../src/shared/domain/languages.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { loadTranslator } from '../../../../../src/shared/words/load-translator.ts';
import { recordOf } from '../../../../support/run-samples.ts';

const failed = ended(recordOf({ outcome: 'uninstallerFailed' }));
const refused = { state: 'refused', problem: { id: 'otherMachine' }, runId: null } as const;

it('says how it ended, that it did not begin, and that it was practice', () => {
  const body = (...given: [Parameters<typeof endNotice>[0], boolean]) =>
    endNotice(...given, english)?.body;
  expect([body(failed, false), body(refused, false), body(failed, true)]).toEqual([
    'An uninstaller failed. Click here to see the result.',
    'The removal could not begin. Click here to see why.',
    'Practice: An uninstaller failed. Click here to see the result.',
  ]);
});

it('says nothing while nothing has ended', () => {
  expect(endNotice({ state: 'notBegun' }, false, english)).toBe(null);
});

it('has words of its own in every language', async () => {
  const words = await Promise.all(languages.map(loadTranslator));
  const bodies = words.map((each) => endNotice(failed, true, each)?.body);
  expect(new Set(bodies).size).toBe(languages.length);
});
