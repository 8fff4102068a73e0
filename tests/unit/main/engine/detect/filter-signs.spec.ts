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
