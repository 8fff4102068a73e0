import { quoted } from '../../../../../src/shared/domain/message.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { antivirusProducts } from '../../../../../src/main/catalog/antivirus-products.ts';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import type { Inventory } from '../../../../../src/shared/domain/inventory.ts';
import type { SectionName } from '../../../../../src/shared/domain/sections.ts';
import type { ProtectionVerdict } from '../../../../../src/shared/domain/protection/protection.ts';
import {
  readSection,
  unreadableSection,
  type Gap,
} from '../../../../../src/shared/domain/section.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import { merge } from '../../../../support/kaspersky-machines.ts';
import {
  defenderAtWork,
  defenderStatus,
  productAtWork,
  wmiRow,
} from '../../../../support/protected-machines.ts';

const sections = [
  'securityProducts',
  'wmiSecurityProducts',
  'services',
  'processes',
  'files',
  'defender',
  'defenderStatus',
  'amsiProviders',
] as const satisfies readonly SectionName[];

const state = fc.constantFrom('on', 'off', 'snoozed', 'expired', 'unknown');
const age = fc.constantFrom('upToDate', 'outOfDate', 'unknown');
const signer = fc.constantFrom('ESET', 'Microsoft Corporation', 'AO Kaspersky Lab', 'Acme Inc');
const name = fc.constantFrom('ESET Security', 'Windows Defender', 'Kaspersky', 'Some Antivirus');
const path = fc.constantFrom(
  'C:\\Program Files\\eset\\report.exe',
  'C:\\Program Files\\Kaspersky Lab\\X\\avp.exe',
  'C:\\Program Files\\some\\x.exe',
);
const policyKey = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const states = [0x041000, 0x040000, 0x041010, 0x061100, 0x060110, 0x045000];

/** Contradicting evidence of every kind, to be laid over a machine that something protects. */
const noise = fc.record(
  {
    securityProducts: fc.array(
      fc.record({
        name,
        state,
        signatures: age,
        reportingPath: fc.option(path, { nil: null }),
      }),
      { maxLength: 3 },
    ),
    wmiSecurityProducts: fc.array(
      fc.tuple(name, fc.constantFrom(...states)).map(([title, value]) => wmiRow(title, value)),
      { maxLength: 3 },
    ),
    services: fc.array(
      fc.record({
        name: fc.constantFrom('ekrn', 'WinDefend', 'AVP21.19', 'SomeService', 'mcshield'),
        state: fc.constantFrom('running', 'stopped', 'unknown'),
        imageFile: path,
      }),
      { maxLength: 3 },
    ),
    // A path that is on the machine already would be two statements about one file, which no reader makes.
    files: fc.uniqueArray(
      fc.record({
        path: path.filter((each) => !each.includes('eset')),
        exists: fc.boolean(),
        signature: signer.map(signedBy),
      }),
      { maxLength: 2, selector: (each) => each.path },
    ),
    defender: fc.array(
      fc.record({
        key: fc.constantFrom(policyKey, 'HKLM\\X'),
        name: fc.constantFrom('DisableAntiSpyware', 'PassiveMode', 'TamperProtection'),
        data: fc.constantFrom(0, 1, 5),
      }),
      { maxLength: 2 },
    ),
    defenderStatus: fc
      .constantFrom({}, { AMRunningMode: 'Passive Mode' }, { AntivirusEnabled: null })
      .map(defenderStatus),
    machine: fc.constantFrom('client', 'server', 'unknown').map((edition) => ({ edition })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<InventoryFacts>;

const eset = productAtWork(antivirusProducts.find(({ id }) => id === 'eset')!);
const bases: readonly InventoryFacts[] = [defenderAtWork, eset, merge(eset, defenderAtWork), {}];
const machines = fc.tuple(fc.constantFrom(...bases), noise).map(([base, over]) =>
  inventoryOf({
    ...merge(base, over),
    // One instance has every property once.
    defenderStatus: over.defenderStatus ?? base.defenderStatus ?? [],
  }),
);

/** Where an item speaks for a product; a setting that is not there is no evidence that went missing. */
const witnesses = sections.filter((section) => section !== 'defender');

const gap: Gap = {
  subject: 'x',
  reason: 'failed',
  detail: quoted('Failed.'),
  needsAdministrator: false,
};
const rank: readonly ProtectionVerdict[] = ['protected', 'signaturesOld'];

/** Smaller is better; everything that does not protect is equally bad. */
function badness(inventory: Inventory): number {
  const at = rank.indexOf(protection(inventory).verdict);
  return at === -1 ? rank.length : at;
}

const runs = { numRuns: 500 };

describe('protection', () => {
  it('never gets better when a source fails', () => {
    fc.assert(
      fc.property(machines, fc.constantFrom(...sections), (inventory, section) => {
        const failed = { ...inventory, [section]: unreadableSection(gap) };
        expect(badness(failed)).toBeGreaterThanOrEqual(badness(inventory));
      }),
      runs,
    );
  });

  it('never gets better when a source has a gap', () => {
    fc.assert(
      fc.property(machines, fc.constantFrom(...sections), (inventory, section) => {
        const partial = { ...inventory[section], state: 'partial', gaps: [gap] };
        const after = { ...inventory, [section]: partial } as Inventory;
        expect(badness(after)).toBeGreaterThanOrEqual(badness(inventory));
      }),
      runs,
    );
  });

  it('never turns from not known into protected when evidence is taken away', () => {
    let tried = 0;
    fc.assert(
      fc.property(
        machines,
        fc.constantFrom(...witnesses),
        fc.nat(),
        (inventory, section, which) => {
          if (protection(inventory).verdict !== 'cannotTell') return;
          tried += 1;
          const items: readonly unknown[] = inventory[section].items;
          const rest = items.filter((_, index) => index !== which % Math.max(1, items.length));
          const less = { ...inventory, [section]: readSection([...rest]) } as Inventory;
          expect(protection(less).verdict).not.toBe('protected');
        },
      ),
      { numRuns: 1500 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  it('never counts Kaspersky, and never the same product twice', () => {
    fc.assert(
      fc.property(machines, (inventory) => {
        const { products } = protection(inventory);
        expect(products.filter((each) => /kaspersky/i.test(each))).toEqual([]);
        expect(new Set(products).size).toBe(products.length);
      }),
      runs,
    );
  });

  it('protects some of these machines, so that the properties above can fail', () => {
    const good = fc.sample(machines, 500).filter((each) => badness(each) < rank.length);
    expect(good.length).toBeGreaterThan(20);
  });
});
