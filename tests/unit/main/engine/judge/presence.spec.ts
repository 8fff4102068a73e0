import { describe, expect, it } from 'vitest';
import { isGone, presenceOf } from '../../../../../src/main/engine/judge/presence.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { productCode } from '../../../../support/run-samples.ts';

const gone = {
  kind: 'gone',
  productCodes: [productCode],
  programs: ['HKLM\\X\\Kaspersky'],
  services: ['AVP21.19'],
} as const;
const installed: InventoryFacts = {
  installerProducts: [{ productCode: productCode.toLowerCase() }],
  programs: [{ key: 'HKLM\\X\\KASPERSKY', keyName: 'Kaspersky' }],
  services: [{ name: 'avp21.19' }],
};
const before = inventoryOf(installed);

describe('whether a product is gone', () => {
  it('is answered by name without regard to case', () => {
    expect(presenceOf(gone, before, before)).toEqual({
      present: [productCode, 'HKLM\\X\\Kaspersky', 'AVP21.19'],
      unknown: [],
    });
  });

  it('is yes when complete sections no longer hold anything of it', () => {
    const presence = presenceOf(gone, before, inventoryOf());
    expect([presence, isGone(presence)]).toEqual([{ present: [], unknown: [] }, true]);
  });

  it.each([
    ['installerProducts', productCode],
    ['programs', 'HKLM\\X\\Kaspersky'],
    ['services', 'AVP21.19'],
  ] as const)('is not known when %s could not be read', (section, ref) => {
    const presence = presenceOf(gone, before, inventoryOf({ unreadable: [section] }));
    expect([presence, isGone(presence)]).toEqual([{ present: [], unknown: [ref] }, false]);
  });

  it('is not known when a section has a gap that it had not before', () => {
    const presence = presenceOf(gone, before, inventoryOf({ partial: ['services'] }));
    expect(presence.unknown).toEqual(['AVP21.19']);
  });

  it('is yes when the same gap did not hide the product before', () => {
    const seen = inventoryOf({ ...installed, partial: ['services'] });
    expect(isGone(presenceOf(gone, seen, inventoryOf({ partial: ['services'] })))).toBe(true);
  });

  it('is not known when the gap may have hidden it all along', () => {
    const hidden = inventoryOf({ ...installed, services: [], partial: ['services'] });
    const presence = presenceOf(gone, hidden, inventoryOf({ partial: ['services'] }));
    expect(presence.unknown).toEqual(['AVP21.19']);
  });

  it.each([
    ['an entry without its file is a leftover', { imageExists: false, state: 'stopped' }, true],
    ['one that runs is there, file or not', { imageExists: false, state: 'running' }, false],
    ['one whose file was not looked for is there', { imageExists: null, state: 'stopped' }, false],
  ] as const)('regards services: %s', (_words, facts, expected) => {
    const after = inventoryOf({ services: [{ name: 'AVP21.19', ...facts }] });
    expect(isGone(presenceOf(gone, before, after))).toBe(expected);
  });
});
