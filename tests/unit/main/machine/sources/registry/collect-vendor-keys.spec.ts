import { describe, expect, it } from 'vitest';
import { collectVendorKeys } from '../../../../../../src/main/machine/sources/registry/collect-vendor-keys.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { testScope } from '../../registry/test-scope.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const wow = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';

describe('collectVendorKeys', () => {
  it('reads the trees of the vendor in both views and in every profile', () => {
    const registry = treeRegistryOf({
      'HKLM\\SOFTWARE\\kasperskylab\\KES\\environment': {},
      [`${wow}\\AVP21.25`]: {},
      [`HKU\\${sid}\\Software\\KasperskyLab\\AVP21.25`]: {},
      [`HKU\\${sid}\\Software\\WOW6432Node\\KasperskyLab`]: {},
      'HKLM\\SOFTWARE\\Other': {},
    });
    const { state, items } = collectVendorKeys(registry, testScope);
    expect([state, items.map(({ key, userSid }) => [key, userSid])]).toEqual([
      'read',
      [
        ['HKLM\\SOFTWARE\\kasperskylab', null],
        ['HKLM\\SOFTWARE\\kasperskylab\\KES', null],
        ['HKLM\\SOFTWARE\\kasperskylab\\KES\\environment', null],
        [wow, null],
        [`${wow}\\AVP21.25`, null],
        [`HKU\\${sid}\\Software\\KasperskyLab`, sid],
        [`HKU\\${sid}\\Software\\KasperskyLab\\AVP21.25`, sid],
        [`HKU\\${sid}\\Software\\WOW6432Node\\KasperskyLab`, sid],
      ],
    ]);
  });

  it('records data only of values that are known to be harmless', () => {
    const registry = treeRegistryOf({
      [wow]: {
        productname: 'Kaspersky',
        Count: 3,
        LastUpdate: new Uint8Array([1, 255]),
        Stamp: 2n ** 63n,
        Names: ['a', 'b'],
        OPEP: 'A1B2C3',
        '': 'licence',
      },
    });
    expect(collectVendorKeys(registry, testScope).items).toEqual([
      {
        key: wow,
        userSid: null,
        values: [
          { name: 'productname', type: 'REG_SZ', size: 20, data: 'Kaspersky' },
          { name: 'Count', type: 'REG_DWORD', size: 4, data: 3 },
          { name: 'LastUpdate', type: 'REG_BINARY', size: 2, data: '01ff' },
          { name: 'Stamp', type: 'REG_QWORD', size: 8, data: '9223372036854775808' },
          { name: 'Names', type: 'REG_MULTI_SZ', size: 10, data: 'a\nb' },
          { name: 'OPEP', type: 'REG_SZ', size: 14, data: null },
          { name: '', type: 'REG_SZ', size: 16, data: null },
        ],
      },
    ]);
  });

  it('stops at its limits and says so', () => {
    const registry = treeRegistryOf({
      [`${wow}\\a\\b\\c`]: {},
      [`${wow}\\d`]: {},
      [`${wow}\\e`]: {},
    });
    const read = (limits: { keys: number; depth: number }) => {
      const { state, items, gaps } = collectVendorKeys(registry, testScope, limits);
      return [
        state,
        items.map((item) => item.key.slice(wow.length)),
        gaps.map((gap) => gap.reason),
      ];
    };
    expect([
      read({ keys: 4, depth: 32 }),
      read({ keys: 100, depth: 2 }),
      read({ keys: 6, depth: 4 }),
    ]).toEqual([
      ['partial', ['', '\\a', '\\a\\b', '\\a\\b\\c'], ['truncated']],
      ['partial', ['', '\\a', '\\d', '\\e'], ['truncated']],
      ['read', ['', '\\a', '\\a\\b', '\\a\\b\\c', '\\d', '\\e'], []],
    ]);
  });

  it('names a key that refuses to be read', () => {
    const registry = treeRegistryOf({ [`${wow}\\a`]: {} }, [`${wow}\\protected`]);
    const { state, gaps } = collectVendorKeys(registry, testScope);
    expect([state, gaps.map((gap) => gap.subject)]).toEqual(['partial', [`${wow}\\protected`]]);
  });

  it('reads what was exported below the vendor key although the key itself was not', () => {
    const registry = new TreeRegistry();
    registry.addKey(`${wow}\\AVP21.25\\environment`);
    const { state, items } = collectVendorKeys(registry, testScope);
    expect([state, items.map((item) => item.key)]).toEqual([
      'partial',
      [`${wow}\\AVP21.25`, `${wow}\\AVP21.25\\environment`],
    ]);
  });
});
