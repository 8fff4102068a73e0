import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { sectionNames } from '../../../../../src/shared/domain/sections.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { wmiRow } from '../../../../support/protected-machines.ts';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, confidence, evidence }) =>
      `${productId} | ${state} | ${confidence} | ${evidence.filter(({ kind }) => kind === 'securityProduct').length}`,
  );
const kaspersky = { name: 'Kaspersky Internet Security' };
const row = wmiRow(kaspersky.name, 397_312);
const elsewhere = sectionNames.filter((name) => !/security/i.test(name));

describe('rows of the Security Center', () => {
  it('count in whichever list they stand, and once when in both', () => {
    expect([
      found({ securityProducts: [kaspersky] }),
      found({ wmiSecurityProducts: [row] }),
      found({ securityProducts: [kaspersky], wmiSecurityProducts: [row] }),
    ]).toEqual(
      Array.from({ length: 3 }, () => ['kaspersky-security-center-entry | leftover | hint | 1']),
    );
  });

  it('are not called remains while nothing that could show their product was read', () => {
    expect(found({ securityProducts: [kaspersky], unreadable: elsewhere })).toEqual([
      'kaspersky-internet-security | installed | hint | 1',
    ]);
  });

  it('of others are none of the vendor’s', () => {
    expect(
      found({
        securityProducts: [
          { name: 'Windows Defender' },
          { name: 'ZoneAlarm powered by Kaspersky' },
        ],
        wmiSecurityProducts: [wmiRow('F-Secure Client Security 12.00', 397_312)],
      }),
    ).toEqual([]);
  });
});
