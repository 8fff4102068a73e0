import { describe, expect, it } from 'vitest';
import { phoneSummary } from '../../../../src/main/report/phone-summary.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { guideOf, removeOn, valueOf } from '../desktop/guide/guide-of.ts';

describe('the summary for the telephone', () => {
  it('says before a removal how much was found', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.chooseMachine('practice-home'));
    valueOf(await guide.scan());
    expect(phoneSummary(guide.snapshot)).toBe(
      'Practice. Kaspersky products found: 3. No other antivirus.',
    );
  });

  it('says afterwards how it went and by which code the report is found', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const runId = guide.caseInHand().record?.runId ?? '';
    const code = runId.slice(-4).toUpperCase();
    expect(phoneSummary(guide.snapshot)).toBe(
      `Practice. Removed; restart needed. Antivirus is off. Code ${code}.`,
    );
  });

  it.each(practiceComputers.map(({ id }) => id))('has at most a dozen words (%s)', async (id) => {
    const { guide } = await guideOf();
    const before = phoneSummary(valueOf(await guide.chooseMachine(`practice-${id}`)));
    await removeOn(guide, id);
    const counts = [before, phoneSummary(guide.snapshot)].map((text) => text.split(' ').length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });
});
