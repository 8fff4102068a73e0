import { describe, expect, it } from 'vitest';
import { waysOutRows } from '../../../../../src/main/catalog/installer/ways-out.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import { wayOutIds } from '../../../../../src/shared/domain/plan/way-out-ids.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge, office, programFiles } from '../../../../support/kaspersky-machines.ts';

/** Each product with its obstacle and the ways past it. */
function waysOf(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const inventory = inventoryOf(facts);
  const { waysOut } = plan(inventory, detect(inventory), { ...defaultChoice, ...choice });
  return waysOut.map(({ findingId, obstacle, ways }) => [
    findingId.split('@')[0],
    obstacle,
    ways.join(' '),
  ]);
}

const withoutPackage = (facts: InventoryFacts): InventoryFacts => ({
  ...facts,
  installerProducts: facts.installerProducts!.map((each) => ({
    ...each,
    localPackageExists: false,
  })),
});

describe('ways out that are known before anything begins', () => {
  it('are none where the usual way leads on', () => {
    expect([waysOf(home), waysOf(office, { owner: 'administrator' }), waysOf({})]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('begin with the original package where Windows has lost its own, for whoever the product is made', () => {
    expect([
      waysOf(withoutPackage(home)),
      waysOf(withoutPackage(office), { owner: 'administrator' }).map(([, , ways]) => ways),
    ]).toEqual([
      [['kaspersky-for-windows', 'packageMissing', expect.stringMatching(/^handInPackage /)]],
      ['handInPackage askConsole cleanUp', 'handInPackage askConsole startCleaner cleanUp'],
    ]);
  });

  it('ask first for the console where nobody said whose the computer is, and name no tool', () => {
    const ways = waysOf(office).filter(([, obstacle]) => obstacle === 'managed');
    expect(ways).toEqual([['kaspersky-network-agent', 'managed', 'askConsole sayWhose']]);
    const trace = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103';
    expect(waysOf({ vendorKeys: [{ key: trace }] })).toEqual([]);
  });

  it('are told of a product that nothing can remove, and not of one that somebody left out', () => {
    const broken: InventoryFacts = {
      programs: [
        {
          displayName: 'Kaspersky Internet Security',
          publisher: 'Kaspersky',
          uninstallString: 'C:\\Users\\Public\\uninstall.exe',
        },
      ],
      services: [
        {
          name: 'AVP21.3',
          imagePath: `${programFiles}\\Kaspersky Internet Security 21.3\\avp.exe`,
          imageExists: true,
        },
      ],
    };
    const left = waysOf(broken, { only: ['vpn'] });
    const wanted = waysOf(broken, { all: true });
    expect([
      left,
      wanted.length > 0,
      wanted.every(([, , ways]) => ways!.endsWith('cleanUp')),
    ]).toEqual([[], true, true]);
  });

  it('are told of one removed by half while a part of it can still run, and not of harmless remains', () => {
    const driver = (imageExists: boolean): InventoryFacts => ({
      services: [
        {
          name: 'klif.K4W-21-19',
          kind: 'driver',
          imagePath: 'C:\\Windows\\System32\\drivers\\K4W-21-19\\klif.sys',
          imageExists,
        },
      ] as never,
    });
    const remains = merge(driver(false), {});
    expect([waysOf(driver(true)).map(([, obstacle]) => obstacle), waysOf(remains)]).toEqual([
      ['halfRemoved'],
      [],
    ]);
  });

  it('are none for what goes with the next start of Windows', () => {
    const driver = (markedForDeletion: boolean): InventoryFacts => ({
      services: [{ name: 'klif.K4W-21-19', kind: 'kernelDriver', markedForDeletion }],
    });
    expect([waysOf(driver(false)).length, waysOf(driver(true))]).toEqual([1, []]);
  });

  it('do not send anybody to start once more where nothing would be cleaned up then', () => {
    const driver: InventoryFacts = { services: [{ name: 'klmouflt', kind: 'kernelDriver' }] };
    const key = 'HKLM\\SOFTWARE\\KasperskyLab\\LicStorage';
    const both = merge(driver, { vendorKeys: [{ key, values: { a: 1 } }] });
    expect([waysOf(driver), waysOf(both)]).toEqual([
      [],
      [['kaspersky-drivers', 'halfRemoved', 'cleanUp']],
    ]);
  });

  it('do not say that Windows Installer has forgotten a product where it was not read', () => {
    const folder = `${programFiles}\\Kaspersky Security for Windows Server`;
    const server: InventoryFacts = {
      processes: ['kavfs.exe', 'kavfsgt.exe'].map((name) => ({ name, path: `${folder}\\${name}` })),
    };
    const unread = { ...server, unreadable: ['installerProducts'] } as const;
    expect([waysOf(server, { all: true }).length, waysOf(unread, { all: true })]).toEqual([1, []]);
  });
});

describe('the table of ways out', () => {
  it('has each way, in the order in which they are told, and only what a source confirms', () => {
    expect(waysOutRows.map(({ way }) => way)).toEqual(wayOutIds);
    expect(
      waysOutRows.filter(({ confidence }) => confidence !== 'H' && confidence !== 'M'),
    ).toEqual([]);
  });
});
