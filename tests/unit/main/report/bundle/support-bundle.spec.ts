import { hostname, userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { supportBundle } from '../../../../../src/main/report/bundle/support-bundle.ts';
import { guideOf, removeOn, valueOf } from '../../desktop/guide/guide-of.ts';

describe('the support bundle', () => {
  it('holds everything about a run and nothing that tells whose computer it was', async () => {
    const { guide } = await guideOf();
    valueOf(
      await guide.move('setTechnicianFields', {
        ticket: 'T-17',
        technician: 'Jo Doe',
        customer: 'Ann Poe',
      }),
    );
    await removeOn(guide, 'home');
    const bundle = supportBundle(guide.caseInHand(), guide.snapshot);
    const text = bundle.map((file) => file.text).join('\n');
    const inventory = guide.caseInHand().inventory;
    const people = inventory?.profiles.items.map(({ folder }) => folder.split('\\').at(-1) ?? '');
    expect(people?.length).toBeGreaterThan(0);
    const told = [
      ...(people ?? []),
      'MARTA-LAPTOP',
      'Jo Doe',
      'Ann Poe',
      hostname(),
      userInfo().username,
    ];
    expect({
      names: bundle.map(({ name }) => name),
      told: told.filter((word) => new RegExp(String.raw`\b${word}\b`, 'i').test(text)),
      ticket: text.includes('T-17'),
      sids: /S-1-5-21-/.test(text),
    }).toEqual({
      names: [
        'summary.txt',
        'report.txt',
        'report.json',
        'inventory.json',
        'journal.jsonl',
        'before.json',
        'after.json',
        expect.stringMatching(/^logs\/.+\.log$/),
      ],
      told: [],
      ticket: true,
      sids: false,
    });
  });

  it('is empty before anything was looked at', async () => {
    const { guide } = await guideOf();
    expect(supportBundle(guide.caseInHand(), guide.snapshot)).toEqual([]);
  });

  it('still has the inventory when nothing was removed', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('scan'));
    const bundle = supportBundle(guide.caseInHand(), guide.snapshot);
    expect(bundle.map(({ name }) => name)).toEqual(['summary.txt', 'inventory.json']);
  });
});
