import { describe, expect, test } from 'vitest';
import { hazardTexts } from '../../../../src/main/catalog/hazard-texts.ts';
import {
  hazardDictionaries,
  hazardWords,
  type HazardDictionary,
} from '../../../../src/shared/words/hazard-words.ts';
import { aHazard } from '../../../support/snapshot-builder.ts';

const dictionaries: readonly (readonly [string, HazardDictionary])[] =
  Object.entries(hazardDictionaries);

describe('the words of the hazards', () => {
  test.each(dictionaries)('%s knows exactly the hazards of the catalog', (_, dictionary) => {
    expect(Object.keys(dictionary).sort()).toEqual(hazardTexts.map(({ id }) => id).sort());
  });

  test.each(dictionaries)('%s leaves nothing empty and nothing in English', (_, dictionary) => {
    const bad = hazardTexts.filter(({ id, title, explanation, advice }) => {
      const words = dictionary[id];
      if (words === undefined) return true;
      const english = [title, explanation, advice];
      const ours = [words.title, words.explanation, words.advice];
      return ours.some((text, at) => text.trim() === '' || text === english[at]);
    });
    expect(bad.map(({ id }) => id)).toEqual([]);
  });

  test('name no flag of the command line', () => {
    const flags = hazardTexts.filter((text) => {
      const { advice } = hazardWords(
        { ...aHazard(text.id, text.severity), ...text, findingIds: [], evidence: [] },
        'en',
      );
      return advice.includes('--');
    });
    expect(flags.map(({ id }) => id)).toEqual([]);
  });

  test('of a hazard that is not known yet are the ones of the engine', () => {
    const hazard = { ...aHazard('new-one', 'info'), advice: 'Do it.' };
    expect(hazardWords(hazard, 'de')).toEqual(hazard);
  });
});
