import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { presenceOf } from '../../../../../src/main/engine/judge/presence.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import type { Inventory } from '../../../../../src/shared/domain/inventory.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { codes, home, merge, msi, programFiles } from '../../../../support/kaspersky-machines.ts';

const bob = 'S-1-5-21-1-2-3-1002';
const uninstall = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const everything: Choice = { ...defaultChoice, all: true, owner: 'administrator' };

const kes = msi({
  code: codes.kes,
  name: 'Kaspersky Endpoint Security for Windows',
  version: '12.3.0.493',
});

/** An entry that Bob wrote for himself. */
function entry(more: object = {}): InventoryFacts {
  return {
    profiles: [{ sid: bob, folder: 'C:\\Users\\bob' }],
    programs: [
      {
        key: `HKU\\${bob}\\${uninstall}\\${codes.kes}`,
        keyName: codes.kes,
        scope: 'user',
        userSid: bob,
        displayName: 'Kaspersky Endpoint Security for Windows',
        publisher: 'AO Kaspersky Lab',
        ...more,
      },
    ],
  };
}

/** A copy of Endpoint Security that Bob installed for himself. */
function copy(userSid: string | null = bob): InventoryFacts {
  const [product] = msi({
    code: codes.kes,
    name: 'Kaspersky Endpoint Security',
    version: '12',
  }).installerProducts!;
  return {
    profiles: [{ sid: bob, folder: 'C:\\Users\\bob' }],
    installerProducts: [{ ...product!, context: 'userUnmanaged', userSid }],
  };
}

function planOn(inventory: Inventory) {
  return plan(inventory, detect(inventory), everything);
}

const steps = (...facts: readonly InventoryFacts[]) => planOn(inventoryOf(merge(...facts))).steps;
const ids = (...facts: readonly InventoryFacts[]) =>
  detect(inventoryOf(merge(...facts)))
    .map(({ id, person, state }) => `${id} ${person} ${state}`)
    .toSorted();

const ofMachine = `kaspersky-endpoint-security@${codes.kes.toLowerCase()}`;
const ofBob = `kaspersky-endpoint-security@${bob.toLowerCase()}\\${codes.kes.toLowerCase()}`;

describe('what a person wrote about a product of the machine', () => {
  it.each([
    ['a foreign publisher', { publisher: 'Mallory' }],
    ['the right publisher', {}],
    ['another name', { displayName: 'Kaspersky VPN' }],
    ['the folder of the product', { installLocation: `${programFiles}\\KES` }],
    ['its key name alone', { keyName: 'kes', uninstallString: `MsiExec.exe /X${codes.kes}` }],
  ])('changes nothing of its removal: %s', (_, more) => {
    expect(steps(kes, entry(more))).toEqual(steps(kes));
  });

  it.each(practiceComputers.map((computer) => [computer.id, computer.inventory] as const))(
    'changes no removal on the practice computer %s, whatever it claims of its products',
    (_, inventory) => {
      const claims = inventory.installerProducts.items.flatMap(({ productCode, name }) =>
        ['Mallory', 'AO Kaspersky Lab'].map((publisher, index) => ({
          ...inventoryOf(entry({ displayName: name, publisher })).programs.items[0]!,
          key: `HKU\\${bob}\\${index}\\${uninstall}\\${productCode}`,
          keyName: productCode,
        })),
      );
      const items = [...inventory.programs.items, ...claims];
      const forged: Inventory = { ...inventory, programs: { ...inventory.programs, items } };
      // What is left in a folder may still belong to a copy of that person, so that it stays.
      const removals = (of: Inventory) =>
        planOn(of).steps.filter(({ phase }) => phase === 'remove');
      expect(removals(forged)).toEqual(removals(inventory));
    },
  );

  it('is a finding of its own, of which it says whose it is and that nothing is done', () => {
    const { kept } = planOn(inventoryOf(merge(kes, entry())));
    expect(ids(kes, entry())).toEqual([`${ofBob} ${bob} installed`, `${ofMachine} null installed`]);
    expect(kept.filter(({ findingId }) => findingId === ofBob)).toMatchObject([
      {
        reason: 'onePerson',
        explanation: { id: 'kept.onePerson', values: { who: `C:\\Users\\bob, ${bob}` } },
      },
    ]);
  });

  it('draws no service, driver or folder of the machine to itself', () => {
    const folder = `${programFiles}\\Kaspersky 21.25`;
    const claim = entry({ displayName: 'Kaspersky', keyName: 'k', installLocation: folder });
    const orphans = { services: home.services!, vendorFolders: home.vendorFolders ?? [] };
    const [own, ...rest] = detect(inventoryOf(merge(orphans, claim))).toSorted((a, b) =>
      (b.person ?? '') < (a.person ?? '') ? -1 : 1,
    );
    expect([own?.person, own?.parts.services, own?.parts.folders]).toEqual([bob, [], []]);
    expect(rest.flatMap(({ parts }) => parts.services)).toContain('AVP21.25');
  });

  it('keeps what lies in the folders of that person', () => {
    const place = 'C:\\Users\\bob\\AppData\\Local\\Kaspersky Lab\\Password Manager';
    const claim = entry({
      keyName: 'kpm',
      displayName: 'Kaspersky Password Manager',
      installLocation: place,
    });
    const found = detect(
      inventoryOf(merge(claim, { vendorFolders: [{ path: place, kind: 'userData' }] })),
    );
    expect(found.map(({ person, parts }) => [person, parts.folders])).toEqual([[bob, [place]]]);
  });

  it('gives two persons a finding each', () => {
    const anna = 'S-1-5-21-1-2-3-1001';
    const key = `HKU\\${anna}\\${uninstall}\\${codes.kes}`;
    expect(ids(entry(), entry({ key, userSid: anna }))).toEqual([
      `${ofBob.replace('1002', '1001')} ${anna} installed`,
      `${ofBob} ${bob} installed`,
    ]);
  });
});

describe('a copy that a person installed for themselves', () => {
  it('is another finding and never counts as the one of the machine', () => {
    expect(ids(kes, copy())).toEqual([`${ofBob} ${bob} installed`, `${ofMachine} null installed`]);
    expect(steps(copy())).toEqual([]);
  });

  it('does not keep the product of the machine from being removed, nor from being gone', () => {
    const machine = { account: 'S-1-5-18' };
    expect(steps(kes, copy(), { machine })).toEqual(steps(kes, { machine }));
    const gone = { kind: 'gone', productCodes: [codes.kes], programs: [], services: [] } as const;
    const after = inventoryOf(copy());
    expect(presenceOf(gone, inventoryOf(merge(kes, copy())), after)).toEqual({
      present: [],
      unknown: [],
    });
  });

  it.each([
    ['is the account that Cutover runs as', bob, bob],
    ['cannot be told from it', null, 'S-1-5-18'],
    ['may be it, because nobody knows the account', bob, undefined],
  ])('forbids the removal where its person %s, and says so', (_, owner, account) => {
    const inventory = inventoryOf(merge(kes, copy(owner), { machine: account ? { account } : {} }));
    const { steps: taken, kept } = planOn(inventory);
    expect(taken).toEqual([]);
    expect(JSON.stringify(kept.find(({ findingId }) => findingId === ofMachine))).toContain(
      'proof.personHasToo',
    );
  });

  it('does not forge a publisher for a product of the machine either', () => {
    const silent = msi({ code: codes.kes, name: 'Acme', version: '1', publisher: null });
    expect(steps(silent, copy(), { machine: { account: 'S-1-5-18' } })).toEqual([]);
  });
});
