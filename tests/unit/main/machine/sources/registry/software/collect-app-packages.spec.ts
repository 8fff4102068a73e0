import { describe, expect, it } from 'vitest';
import { collectAppPackages } from '../../../../../../../src/main/machine/sources/registry/software/collect-app-packages.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const store = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore';
const now = 'KasperskyLab.KasperskyNow_1.0.0.8_neutral__8jx5e25qw3tdp';
const anna = 'S-1-5-21-1-2-3-1001';

describe('collectAppPackages', () => {
  it('lists the apps that name the vendor, for everybody and for each person', () => {
    const registry = treeRegistryOf({
      [`${store}\\Applications\\${now}`]: {},
      [`${store}\\Applications\\Microsoft.WindowsStore_1_x64__8wekyb3d8bbwe`]: {},
      [`${store}\\${anna}\\${now}`]: {},
      [`${store}\\Config\\${now}`]: {},
    });

    expect(collectAppPackages(registry, ['kaspersky'])).toEqual({
      state: 'read',
      items: [
        { key: `${store}\\Applications\\${now}`, fullName: now, userSid: null },
        { key: `${store}\\${anna}\\${now}`, fullName: now, userSid: anna },
      ],
      gaps: [],
    });
  });

  it('does not take a closed list for an empty one', () => {
    const registry = treeRegistryOf({ [`${store}\\Applications`]: {} }, [store]);

    expect(collectAppPackages(registry, ['kaspersky']).state).toBe('unreadable');
  });
});
