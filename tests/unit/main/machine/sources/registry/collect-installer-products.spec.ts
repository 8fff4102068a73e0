import { describe, expect, it } from 'vitest';
import { collectInstallerProducts } from '../../../../../../src/main/machine/sources/registry/collect-installer-products.ts';
import { packProductCode } from '../../../../../../src/main/machine/registry/packed-guid.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';

const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer';
const sid = 'S-1-5-21-1-2-3-1001';
const kes = '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}';
const orphan = '{0F05E4E5-5A89-482C-9A62-47CC58643788}';
const own = '{2924BEDA-E0D7-4DAF-A224-50D2E0B12F5B}';
const managed = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';
const bare = '{305A9EC9-294E-4555-A7C5-E1C767E01C11}';

const product = (owner: string, code: string) =>
  `${installer}\\UserData\\${owner}\\Products\\${packProductCode(code)}`;
const registered = (code: string) =>
  `HKLM\\SOFTWARE\\Classes\\Installer\\Products\\${packProductCode(code)}`;

const nothing = {
  name: null,
  version: null,
  publisher: null,
  installLocation: null,
  localPackage: null,
  localPackageExists: null,
  context: 'machine',
  userSid: null,
};

describe('collectInstallerProducts', () => {
  it('lists products with their context, and calls only registered ones installed', () => {
    const registry = treeRegistryOf({
      [`${product('S-1-5-18', kes)}\\InstallProperties`]: {
        DisplayName: 'Kaspersky Endpoint Security for Windows',
        DisplayVersion: '11.6.0.394',
        Publisher: 'AO Kaspersky Lab',
        InstallLocation: '',
        LocalPackage: 'C:\\Windows\\Installer\\1a2b.msi',
      },
      [registered(kes)]: {},
      [`${product('S-1-5-18', orphan)}\\InstallProperties`]: {},
      [product('S-1-5-18', bare)]: {},
      [registered(bare)]: {},
      [`${installer}\\UserData\\S-1-5-18\\Products\\rubbish\\InstallProperties`]: {},
      [`${product(sid, own)}\\InstallProperties`]: {},
      [`HKU\\${sid}\\Software\\Microsoft\\Installer\\Products\\${packProductCode(own)}`]: {},
      [`${product(sid, managed)}\\InstallProperties`]: {},
      [`${installer}\\Managed\\${sid}\\Installer\\Products\\${packProductCode(managed)}`]: {},
    });
    expect(collectInstallerProducts(registry, [])).toEqual({
      state: 'read',
      gaps: [],
      items: [
        {
          ...nothing,
          productCode: kes,
          name: 'Kaspersky Endpoint Security for Windows',
          version: '11.6.0.394',
          publisher: 'AO Kaspersky Lab',
          localPackage: 'C:\\Windows\\Installer\\1a2b.msi',
          state: 'installed',
        },
        { ...nothing, productCode: orphan, state: 'other' },
        { ...nothing, productCode: bare, state: 'other' },
        {
          ...nothing,
          productCode: own,
          context: 'userUnmanaged',
          userSid: sid,
          state: 'installed',
        },
        {
          ...nothing,
          productCode: managed,
          context: 'userManaged',
          userSid: sid,
          state: 'installed',
        },
      ],
    });
  });

  it('calls a product installed where its second registration was not collected', () => {
    const registry = new TreeRegistry();
    registry.addKey(`${installer}\\UserData`);
    registry.addKey(`${product('S-1-5-18', kes)}\\InstallProperties`);
    expect(collectInstallerProducts(registry, [])).toMatchObject({
      state: 'read',
      items: [{ productCode: kes, state: 'installed' }],
    });
  });

  it('is unreadable where Windows Installer was not collected', () => {
    expect(collectInstallerProducts(new TreeRegistry(), []).state).toBe('unreadable');
  });
});
