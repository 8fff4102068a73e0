import { expect, it } from 'vitest';
import { unusedKeys } from '../../../../build/messages/unused.ts';

it('a key is used where a source names it, or a template that it fits', () => {
  const keys = [
    'button.back',
    'page.check.lead',
    'page.check.name',
    'page.proof.name',
    'page.a.b.name',
  ];
  const sources = ["t('button.back')", 't(`page.${page}.name`); const other = "page.check.lead";'];
  expect(unusedKeys(keys, sources)).toEqual(['page.check.lead', 'page.a.b.name']);
});
