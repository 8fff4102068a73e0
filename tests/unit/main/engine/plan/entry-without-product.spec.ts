import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge } from '../../../../support/kaspersky-machines.ts';

const code = '{6A1D1B20-1C11-4C6E-9B2B-0A0B0C0D0E23}';
const key = `HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${code}`;
const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Total Security 21.3';
const entry = {
  key,
  keyName: code,
  scope: 'machine32' as const,
  displayName: 'Kaspersky Total Security',
  publisher: 'Kaspersky',
  installLocation: folder,
  uninstallString: `MsiExec.exe /I${code} REMOVE=ALL`,
};
const byInstaller: InventoryFacts = { programs: [entry] };
const separate: InventoryFacts = {
  programs: [
    { ...entry, keyName: 'Kaspersky', uninstallString: `"${folder}\\uninstall.exe" /remove` },
  ],
};
const uninstaller = (exists: boolean): InventoryFacts => ({
  files: [{ path: `${folder}\\uninstall.exe`, exists, companyName: exists ? 'Kaspersky' : null }],
});

function answer(facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  const findings = detect(inventory);
  const { dangers, kept } = plan(inventory, findings, defaultChoice);
  return {
    states: [...new Set(findings.map(({ state }) => state))],
    dangers: dangers.map(({ id }) => id),
    kept: kept.map(({ explanation }) => typeof explanation === 'object' && explanation.id),
  };
}

const dead = {
  states: ['leftover'],
  dangers: ['entryWithoutProduct'],
  kept: ['kept.dangerous'],
};

describe('an entry of programs that nothing stands behind', () => {
  it('is what a product left, is told, and can be taken away', () => {
    const inventory = inventoryOf(byInstaller);
    expect(plan(inventory, detect(inventory), defaultChoice).dangers).toEqual([
      {
        id: 'entryWithoutProduct',
        severity: 'serious',
        values: {
          name: 'Kaspersky Total Security',
          key: key.replace('HKLM', 'HKEY_LOCAL_MACHINE'),
        },
        seenIn: { kind: 'program', ref: key },
        repair: { kind: 'removeProgramEntry', key },
      },
    ]);
  });

  it.each<[string, InventoryFacts]>([
    ['Windows Installer does not know its product', byInstaller],
    ['its uninstaller is gone', merge(separate, uninstaller(false))],
    [
      'data of it is all there is beside',
      merge(byInstaller, {
        vendorFolders: [{ path: folder, entries: [`${folder}\\Data\\settings.dat`] }],
      }),
    ],
  ])('is dead where %s', (_name, facts) => {
    expect(answer(facts)).toEqual(dead);
  });

  it.each<[string, InventoryFacts]>([
    ['the list of Windows Installer was not read', { unreadable: ['installerProducts'] }],
    ['that list has a gap', { partial: ['installerProducts'] }],
    ['folders were not looked at', { unreadable: ['vendorFolders'] }],
    ['services were not read', { unreadable: ['services'] }],
    [
      'Windows Installer knows its product',
      {
        installerProducts: [
          { productCode: code, name: 'Kaspersky Total Security', publisher: 'Kaspersky' },
        ],
      },
    ],
    [
      'programs of it are there',
      { vendorFolders: [{ path: folder, entries: [`${folder}\\avp.exe`] }] },
    ],
    [
      'a service of it has its program',
      {
        services: [
          { name: 'AVP21.3', state: 'stopped', imageFile: `${folder}\\avp.exe`, imageExists: true },
        ],
      },
    ],
  ])('counts as a product where %s', (_name, facts) => {
    const { states, dangers } = answer(merge(byInstaller, facts));
    expect([states, dangers]).toEqual([['installed'], []]);
  });

  it('is none where its uninstaller is there or nobody looked, and none of one person', () => {
    expect([
      answer(merge(separate, uninstaller(true))).dangers,
      answer(separate).dangers,
      answer({
        programs: [
          {
            ...entry,
            key: `HKU\\S-1-5-21-1-2-3-1001\\SOFTWARE\\${code}`,
            scope: 'user',
            userSid: 'S-1-5-21-1-2-3-1001',
          },
        ],
      }).dangers,
      answer(home).dangers,
    ]).toEqual([[], [], [], []]);
  });

  it('of another maker is nobody’s business', () => {
    expect(
      answer({
        programs: [{ ...entry, displayName: 'Total Security', publisher: 'Another Company' }],
      }),
    ).toEqual({ states: [], dangers: [], kept: [] });
  });
});
