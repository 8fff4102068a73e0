import { describe, expect, it } from 'vitest';
import { hazardTexts } from '../../../../src/main/catalog/hazard-texts.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { hazardWords } from '../../../../src/shared/words/hazard-words.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import { idsOf } from '../../../support/message-ids.ts';
import { aHazard } from '../../../support/snapshot-builder.ts';

/** A hazard of the catalog as the engine finds it. */
const hazards = hazardTexts.map((text) => ({ ...aHazard(text.id, text.severity), ...text }));

describe('the words of the hazards', () => {
  it.each(['title', 'explanation', 'advice'])(
    'are there for exactly those of the catalog (%s)',
    (part) => {
      expect(idsOf('hazard', part)).toEqual(hazardTexts.map(({ id }) => id).sort());
    },
  );

  it('are in English what the engine says, but for the flags of the command line', () => {
    const said = hazards.map((hazard) => hazardWords(hazard, english));
    expect(said).toEqual(
      hazards.map(({ title, explanation, advice }) => ({
        title,
        explanation,
        advice: advice.replace(' (--managed-by-us)', ''),
      })),
    );
  });

  it('name no flag of the command line', () => {
    const flags = hazards.filter((hazard) => hazardWords(hazard, english).advice.includes('--'));
    expect(flags.map(({ id }) => id)).toEqual([]);
  });

  it('of a hazard that is not known yet are the ones of the engine', async () => {
    const hazard = { ...aHazard('new-one', 'info'), advice: 'Do it.' };
    expect(hazardWords(hazard, await loadTranslator('de'))).toEqual(hazard);
  });
});
