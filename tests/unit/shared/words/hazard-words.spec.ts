import { describe, expect, it } from 'vitest';
import { hazardRows } from '../../../../src/main/catalog/hazards.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { liftingFlag } from '../../../../src/shared/domain/plan/lifting-flag.ts';
import { hazardWords } from '../../../../src/shared/words/hazard-words.ts';

describe('the words of the hazards', () => {
  it('are a title, whole sentences about what it means, and what to do', () => {
    const odd = hazardRows.filter((hazard) => {
      const { title, explanation, advice } = hazardWords(hazard, english);
      return /[.]$/.test(title) || !/[.]$/.test(explanation) || !/[.)]$/.test(advice);
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('name no flag of the command line, which is told apart', () => {
    const flags = hazardRows.filter((hazard) => hazardWords(hazard, english).advice.includes('--'));
    const lifted = hazardRows.flatMap((row) => (liftingFlag(row) === null ? [] : [row.id]));
    expect([flags, lifted]).toEqual([[], ['managed-by-security-center', 'managed-by-employer']]);
  });

  it('use only allowed words about the United States', () => {
    const texts = hazardRows
      .map((hazard) => hazardWords(hazard, english).explanation)
      .filter((text) => /illegal|ban|law/i.test(text));
    expect(texts).toEqual([
      'Since 29 September 2024 Kaspersky may not provide updates in the US, so this antivirus no longer ' +
        'protects you. Using it is not illegal for you; US authorities recommend moving to another product.',
    ]);
  });

  it('of a hazard that is not known yet are its id', () => {
    expect(hazardWords({ id: 'new-one' }, english).title).toBe('hazard.new-one.title');
  });
});
