import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';

const keyboard = 'HID\\VID_045E&PID_07B2\\8&2B1C9F0&0&0000';
const filter = (name: string) => ({ instanceId: keyboard, upperFilters: [name] });

const seen = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).flatMap(({ productId, evidence }) =>
    evidence.map(({ kind, ref }) => `${productId} | ${kind} | ${ref}`),
  );

describe('filters of a single device', () => {
  it.each(['klkbdflt', 'klfltdev.KES-14-1', 'klkbdflt.K4W-21-26'])(
    'are a sign when they name the driver %s',
    (name) => {
      expect(seen({ deviceFilters: [filter(name)] })).toEqual([
        expect.stringMatching(/ \| deviceFilter \| HID.*$/),
      ]);
    },
  );

  it('are a sign when the vendor signed the driver, whatever its name', () => {
    const path = 'C:\\Windows\\System32\\drivers\\newflt.sys';
    const facts = {
      services: [{ name: 'NewFlt', kind: 'kernelDriver' as const, imageFile: path }],
      files: [{ path, signature: signedBy('AO Kaspersky Lab') }],
      deviceFilters: [filter('newflt')],
    };

    expect(seen(facts)).toContain(`kaspersky-drivers | deviceFilter | ${keyboard}`);
  });

  it.each(['kbdclass', 'kbldfltr', 'klkbdfltx', 'mykaspersky', 'klm'])(
    'are none when they name %s',
    (name) => {
      expect(seen({ deviceFilters: [filter(name)] })).toEqual([]);
    },
  );

  it('are none when the driver of that name is signed by somebody else', () => {
    const path = 'C:\\Windows\\System32\\drivers\\klkbdflt.sys';
    const facts = {
      services: [{ name: 'klkbdflt', kind: 'kernelDriver' as const, imageFile: path }],
      files: [{ path, signature: signedBy('Acme Corp') }],
      deviceFilters: [filter('klkbdflt')],
    };

    expect(seen(facts)).toEqual([]);
  });
});

const adapterId = '{5E0B7C5E-3C0D-4A43-8F7D-2D8E3B5F9A11}';

describe('a network adapter', () => {
  it.each(['Kaspersky Security Data Escort Adapter', 'Kaspersky Security Data Escort Adapter #2'])(
    'remains of the VPN when it is called %s',
    (description) => {
      expect(seen({ networkAdapters: [{ adapterId, description }] })).toEqual([
        `kaspersky-vpn | networkAdapter | ${adapterId}`,
      ]);
    },
  );

  it('remains of the VPN by its description also where it still names the driver', () => {
    const description = 'Kaspersky Security Data Escort Adapter';
    expect(seen({ networkAdapters: [{ adapterId, description, service: 'kltap' }] })).toEqual([
      `kaspersky-vpn | networkAdapter | ${adapterId}`,
    ]);
  });

  it('is a sign when its driver is one of the vendor', () => {
    expect(seen({ networkAdapters: [{ adapterId, service: 'kltap' }] })).toContain(
      `kaspersky-drivers | networkAdapter | ${adapterId}`,
    );
  });

  it.each([
    ['TAP-Windows Adapter V9', 'tap0901'],
    ['My Kaspersky Security Data Escort Adapter', 'tap0901'],
    ['Kaspersky Security Data Escort Adapter Test', null],
    [null, 'kltapper'],
  ])('is none when it is called %s and its driver %s', (description, service) => {
    expect(seen({ networkAdapters: [{ adapterId, description, service }] })).toEqual([]);
  });
});
