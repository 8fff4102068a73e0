import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, confidence }) => `${productId} | ${state} | ${confidence}`,
  );
const app = (fullName: string): InventoryFacts => ({
  appPackages: [{ key: `HKLM\\x\\${fullName}`, fullName, userSid: null }],
});
const channel = (name: string): InventoryFacts => ({
  eventChannels: [{ key: `HKLM\\x\\${name}`, kind: 'channel', name }],
});

describe('an app of the Store kind', () => {
  it('is the vendor’s when the Store gave its name to the vendor', () => {
    expect(found(app('KasperskyLab.KasperskyNow_1.0.0.8_neutral__8jx5e25qw3tdp'))).toEqual([
      'kaspersky-other | leftover | hint',
    ]);
  });

  it.each([
    'KasperskyLabs.KasperskyNow_1.0.0.8_neutral__8jx5e25qw3tdp',
    'Contoso.KasperskyLab.Theme_1.0_x64__abc',
    'ContosoKasperskyLab.Theme_1.0_x64__abc',
    'Kaspersky_1.0_x64__abc',
  ])('is none of the vendor’s when it is called %s', (name) => {
    expect(found(app(name))).toEqual([]);
  });
});

describe('a place for events', () => {
  it.each([
    ['Kaspersky-Security-Soyuz/Product', 'kaspersky-endpoint-agent | leftover | hint'],
    ['kaspersky security', 'kaspersky-security-for-windows-server | leftover | hint'],
  ])('of the name %s hints at a product', (name, expected) => {
    expect(found(channel(name))).toEqual([expected]);
  });

  it.each(['Kaspersky Security Audit of Acme', 'Kaspersky Migration', 'My Kaspersky Event Log'])(
    'of the name %s is somebody else’s',
    (name) => {
      expect(found(channel(name))).toEqual([]);
    },
  );
});
