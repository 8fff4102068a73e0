import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { codes, merge, vendorRoot } from '../../../../support/kaspersky-machines.ts';

type Unread = 'programs' | 'installerProducts' | 'vendorKeys';

const line: InventoryFacts = { vendorKeys: [{ key: `${vendorRoot}\\AVP21.3` }] };
const folder: InventoryFacts = { vendorFolders: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\QB' }] };

/** What is left, and what it is taken for when places of a section could not be read; none: nothing of it could. */
function told(section: Unread, subjects: readonly string[], left = line) {
  const inventory = inventoryOf(left);
  const gaps = subjects.map(
    (subject) => ({ subject, reason: 'accessDenied', detail: null }) as const,
  );
  const state = subjects.length > 0 ? 'partial' : 'unreadable';
  const findings = detect({ ...inventory, [section]: { ...inventory[section], state, gaps } });
  return findings.map(({ state: judged, notRead }) => [judged, ...notRead].join(' '));
}

describe('what is left of a product, where something could not be read', () => {
  it.each([
    ['the line itself', 'vendorKeys', `${vendorRoot}\\AVP21.3`],
    ['something in it', 'vendorKeys', `${vendorRoot}\\AVP21.3\\environment`],
    ['its guarded half', 'vendorKeys', `${vendorRoot}\\protected\\AVP21.3`],
    ['what lies above the guarded half', 'vendorKeys', `${vendorRoot}\\protected`],
    ['the vendor’s tree', 'vendorKeys', vendorRoot],
    ['what lies above that', 'vendorKeys', 'HKLM\\SOFTWARE\\WOW6432Node'],
    ['a place that is no key', 'vendorKeys', 'reg.exe'],
    ['any entry of the list of programs', 'programs', 'HKLM\\SOFTWARE\\Acme'],
    ['one that is called like another line', 'programs', `${vendorRoot}\\KES12`],
    ['all that Windows Installer knows', 'installerProducts', 'MsiEnumProductsEx'],
  ] as const)('may be installed: %s', (_what, section, subject) => {
    expect(told(section, [subject])).toEqual([`installed ${section}`]);
  });

  it('may be installed where one of several places concerns it, or none at all was read', () => {
    const others = ['HKU\\S-1-5-21-1-2-3-1001', codes.kes];
    expect([
      told('installerProducts', [...others, 'MsiEnumProductsEx']),
      told('installerProducts', others),
      told('installerProducts', []),
    ]).toEqual([['installed installerProducts'], ['leftover'], ['installed installerProducts']]);
  });

  it('may be installed where it bears the code of the product that could not be read', () => {
    const environment = {
      key: `${vendorRoot}\\AVP21.3\\environment`,
      values: { ProductCode: codes.home },
    };
    // The driver says neither a code nor a line, and belongs to it all the same.
    const driver = { name: 'klif', kind: 'kernelDriver', state: 'stopped' } as const;
    const withCode = merge(line, { vendorKeys: [environment], services: [driver] });
    expect([
      told('installerProducts', [codes.home], withCode),
      told('installerProducts', [codes.kes], withCode),
      told('vendorKeys', [vendorRoot], withCode),
    ]).toEqual([['installed installerProducts'], ['leftover'], ['installed vendorKeys']]);
  });

  it('is not kept by keys where only a folder is left, unless no key could be asked', () => {
    expect([
      told('vendorKeys', [`${vendorRoot}\\AVP21.3`], folder),
      told('vendorKeys', ['reg.exe'], folder),
    ]).toEqual([['leftover'], ['installed vendorKeys']]);
  });

  it.each([
    ['another line', 'vendorKeys', `${vendorRoot}\\KES12`],
    ['a line whose name begins like it', 'vendorKeys', `${vendorRoot}\\AVP21.30`],
    ['the guarded half of another one', 'vendorKeys', `${vendorRoot}\\protected\\AVP21.30`],
    ['one person’s registry', 'vendorKeys', 'HKU\\S-1-5-21-1-2-3-1001\\Software\\KasperskyLab'],
    ['one person’s programs', 'programs', 'HKU\\S-1-5-21-1-2-3-1001'],
    ['another product', 'installerProducts', codes.kes],
  ] as const)('is left for certain: %s', (_what, section, subject) => {
    expect(told(section, [subject])).toEqual(['leftover']);
  });
});
