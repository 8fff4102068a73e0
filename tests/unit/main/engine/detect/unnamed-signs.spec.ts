import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { home, programFiles, vendorRoot } from '../../../../support/kaspersky-machines.ts';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, parts }) =>
      `${productId} | ${state} | ${[...parts.vendorKeys, ...parts.folders].join(', ')}`,
  );
const leftover = ['kaspersky-other | leftover | '];
const sid = 'S-1-5-21-1-2-3-1001';
const data = 'C:\\ProgramData\\KasperskyLab';

describe('what lies in the vendor’s keys and folders under no name of a product', () => {
  it.each<[string, InventoryFacts]>([
    [
      'a person’s key',
      { vendorKeys: [{ key: `HKU\\${sid}\\Software\\KasperskyLab`, userSid: sid }] },
    ],
    ['stored licences', { vendorKeys: [{ key: `${vendorRoot}\\LicStorage\\1` }] }],
    ['an unknown key', { vendorKeys: [{ key: `${vendorRoot}\\UCPStorage` }] }],
    ['a data folder', { vendorFolders: [{ path: data, kind: 'data' }] }],
    [
      'unknown data',
      { vendorFolders: [{ path: data, kind: 'data', entries: [`${data}\\UCPStorage\\x`] }] },
    ],
  ])('is a leftover that nothing may be removed by: %s', (_what, facts) => {
    expect(found(facts)).toEqual(leftover);
  });

  it('may be installed while the lists that would show it cannot be read', () => {
    const vendorKeys = [{ key: `${vendorRoot}\\UCPStorage` }];
    expect(found({ vendorKeys, unreadable: ['programs'] })).toEqual([
      'kaspersky-other | installed | ',
    ]);
  });

  it('tells nothing new beside a product', () => {
    const vendorKeys = [...home.vendorKeys!, { key: `${vendorRoot}\\LicStorage` }];
    expect(found({ ...home, vendorKeys })).toEqual(found(home));
  });

  it('is not the vendor’s where somebody else’s program lies in the folder', () => {
    const path = `${programFiles}\\Tool\\tool.exe`;
    expect(
      found({
        vendorFolders: [{ path: programFiles, entries: [path] }],
        files: [{ path, signature: signedBy('Acme') }],
      }),
    ).toEqual([]);
  });

  it('is not meant by keys and folders that only begin like the vendor’s', () => {
    const key = vendorRoot.replace('KasperskyLab', 'KasperskyLabFans');
    expect(found({ vendorKeys: [{ key: `${key}\\LicStorage` }] })).toEqual([]);
  });
});

describe('folders named after a product', () => {
  it.each([
    ['Kaspersky Free 19.0.0', 'kaspersky-for-windows'],
    ['Kaspersky Security Center Console', 'kaspersky-security-center'],
    ['Kaspersky Security Center Web Console 13', 'kaspersky-security-center'],
    ['Kaspersky Internet Security 2011', 'kaspersky-internet-security'],
    [
      'Kaspersky Anti-Virus 6.0 for Windows Workstations MP4',
      'kaspersky-anti-virus-for-workstations',
    ],
    ['Kaspersky Something New 3.0', 'kaspersky-other'],
  ])('are remains of it: %s', (name, productId) => {
    const path = `${programFiles}\\${name}`;
    expect(found({ vendorFolders: [{ path }] })).toEqual([`${productId} | leftover | ${path}`]);
  });

  it.each([
    ['1093', 'kaspersky-security-center'],
    ['1103', 'kaspersky-network-agent'],
  ])('tell server and agent apart below adminkit: %s', (number, productId) => {
    const entries = [`${data}\\adminkit\\${number}\\settings.xml`];
    expect(found({ vendorFolders: [{ path: data, kind: 'data', entries }] })).toEqual([
      `${productId} | leftover | `,
    ]);
  });
});
