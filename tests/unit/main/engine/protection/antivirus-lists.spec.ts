import { describe, expect, it } from 'vitest';
import { listsEveryAntivirus } from '../../../../../src/main/engine/protection/antivirus-lists.ts';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import type { Inventory } from '../../../../../src/shared/domain/inventory.ts';
import { quoted } from '../../../../../src/shared/domain/message.ts';
import { withGaps, type Gap } from '../../../../../src/shared/domain/section.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';

const gap = (subject: string): Gap => ({
  subject,
  reason: 'failed',
  detail: quoted('0x80004005'),
  needsAdministrator: false,
});

function missing(list: 'securityProducts' | 'wmiSecurityProducts', subject: string): Inventory {
  const inventory = inventoryOf({});
  return {
    ...inventory,
    [list]: withGaps<never>({ ...inventory[list], items: [] }, [gap(subject)]),
  };
}

describe('what could not be read of a list of the Security Center', () => {
  it.each([
    ['Windows Security Center: firewall', 'unprotected'],
    ['Windows Security Center: firewall, Wall, state', 'unprotected'],
    ['Windows Security Center: firewall, row 1', 'unprotected'],
    ['Windows Security Center: antivirus', 'cannotTell'],
    ['Windows Security Center: antivirus, row 2', 'cannotTell'],
    ['Windows Security Center', 'cannotTell'],
  ])('%s leaves a verdict of %s', (subject, verdict) => {
    expect(protection(missing('securityProducts', subject)).verdict).toBe(verdict);
  });

  it.each([
    ['ROOT\\SecurityCenter2: FirewallProduct, Wall', true],
    ['ROOT\\SecurityCenter2: AntiSpywareProduct', true],
    ['ROOT\\SecurityCenter2: AntiVirusProduct, x', false],
    ['ROOT\\SecurityCenter2', false],
  ])('%s over WMI leaves every antivirus known: %s', (subject, known) => {
    const inventory = missing('wmiSecurityProducts', subject);
    expect(listsEveryAntivirus('wmiSecurityProducts', inventory)).toBe(known);
  });
});
