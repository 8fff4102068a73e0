import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../build/messages/catalogue.ts';
import { faultsOf } from '../../../../build/messages/faults.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';

const english = { 'a.back': 'Back', 'a.found': '{count, plural, one {one} other {# of {name}}}' };

/** Catalogues that are alike except for German. */
function germanFaults(german: Catalogue, others: Catalogue = english): readonly string[] {
  const alike = Object.fromEntries(languages.map((language) => [language, others]));
  return faultsOf({ ...(alike as Parameters<typeof faultsOf>[0]), de: german });
}

describe('the catalogues', () => {
  it('have no fault when every language has every message with the same parameters', () => {
    const german = { ...english, 'a.found': '{name}: {count, number}' };
    expect(germanFaults(german)).toEqual([]);
  });

  it('must have what English has, and nothing else', () => {
    expect(germanFaults({ 'a.back': 'Zurück', 'a.new': 'Neu' })).toEqual([
      'de: a.found is missing',
      'de: a.new is not in English',
    ]);
  });

  it('must give the same names the same kind of value', () => {
    expect(germanFaults({ ...english, 'a.found': '{count} von {name}' })).toEqual([
      'de: a.found has the parameters {"count":"text","name":"text"}, in English {"count":"number","name":"text"}',
    ]);
  });

  it.each([
    ['{count', 'EXPECT_ARGUMENT_CLOSING_BRACE'],
    ['{count, plural, one {x}}', 'MISSING_OTHER_CLAUSE'],
    ['{count, plural, other {{count}}}', '{count} is both number and text'],
    ['{when, date}', '{when} is a date or a tag; format dates before, and leave tags out'],
    ['<b>{name}</b>', '{b} is a date or a tag; format dates before, and leave tags out'],
  ])('cannot say %s', (text, why) => {
    expect(germanFaults({ ...english, 'a.back': text })).toEqual([`de: a.back: ${why}`]);
  });

  it('leave no message empty', () => {
    expect(germanFaults({ ...english, 'a.back': ' ' })).toEqual(['de: a.back is empty']);
  });

  it('are sorted, by keys that are written alike', () => {
    const german = { 'a.found': english['a.found'], 'a.back': 'Zurück', Other: 'x' };
    expect(
      germanFaults(german, { ...english, Other: 'x' }).filter((fault) => fault.startsWith('de')),
    ).toEqual([
      'de: Other is not written concept.id.part',
      'de: a.back stands behind a later key; sort them',
    ]);
  });
});
