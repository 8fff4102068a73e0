import { describe, expect, it } from 'vitest';
import { collectProfiles } from '../../../../../../src/main/machine/sources/registry/collect-profiles.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';

const list = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';
const local = 'S-1-5-21-1-2-3-1001';
const cloud = 'S-1-12-1-4-5-6-7';
const locked = 'S-1-5-21-1-2-3-1002';

describe('collectProfiles', () => {
  it('lists people, where their folders are and whether their registry is loaded', () => {
    const registry = treeRegistryOf(
      {
        [`${list}\\S-1-5-18`]: {
          ProfileImagePath: '%systemroot%\\system32\\config\\systemprofile',
        },
        [`${list}\\${local}`]: { ProfileImagePath: '%SystemDrive%\\Users\\Éva' },
        [`${list}\\${cloud}`]: {},
        [`${list}\\${locked}`]: { ProfileImagePath: '%Unknown%\\x' },
        [`${list}\\${local}.bak`]: {},
        [`HKU\\${local}`]: {},
      },
      [`HKU\\${locked}`],
    );
    expect(collectProfiles(registry, new Map([['SYSTEMDRIVE', 'D:']]))).toEqual({
      state: 'read',
      gaps: [],
      items: [
        { sid: local, folder: 'D:\\Users\\Éva', loaded: true },
        { sid: cloud, folder: '', loaded: false },
        { sid: locked, folder: '%Unknown%\\x', loaded: true },
      ],
    });
  });

  it('says when the list of profiles is not known', () => {
    expect(collectProfiles(new TreeRegistry(), new Map()).state).toBe('unreadable');
  });
});
