import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { subjectOf } from '../../../../../src/shared/domain/action-subject.ts';
import type { DriverPackage } from '../../../../../src/shared/domain/inventory/software/driver-packages.ts';
import type { TaskLogon } from '../../../../../src/shared/domain/inventory/scheduled-tasks.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { driverOnDemand, home, merge, vpn } from '../../../../support/kaspersky-machines.ts';

const programs = 'C:\\Program Files (x86)\\Kaspersky Lab';

/** What would be cleaned up, and what of the remains stays and why. */
function cleaned(facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  const { steps, notCleaned } = plan(inventory, detect(inventory), defaultChoice);
  return [
    ...steps.flatMap(({ about, action }) =>
      about.kind === 'remains' ? [[about.leftover, subjectOf(action)]] : [],
    ),
    ...notCleaned.map(({ name, why }) => [name, why.id]),
  ];
}

const clsid = '{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90}';
const providerKey = `HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers\\${clsid}`;
const scanner = (
  library: string,
  libraryExists: boolean | null = false,
  library32: { readonly path: string; readonly exists: boolean | null } | null = null,
): InventoryFacts => ({
  amsiProviders: [{ clsid, name: null, library, libraryExists, library32 }],
});
const scannerOfVendor = `${programs}\\Kaspersky 21.19\\x64\\antimalware_provider.dll`;

const task = (
  execute: string,
  exists: boolean | null = false,
  more: { readonly doesMore?: boolean; readonly logon?: TaskLogon; readonly path?: string } = {},
): InventoryFacts => ({
  scheduledTasks: [
    {
      path: '\\Launcher',
      actions: [{ execute, arguments: null, exists }],
      doesMore: false,
      logon: 'serviceAccount',
      ...more,
    },
  ],
});
const upgrade = `"${programs}\\Kaspersky 21.19\\upgrade launcher.exe"`;

const store = 'klim6.inf_amd64_1a2b';
const stored = (more: Partial<DriverPackage> = {}, name = 'klim6'): InventoryFacts => ({
  driverPackages: [
    {
      inf: 'oem3.inf',
      store,
      provider: 'Kaspersky Lab',
      signers: ['Microsoft Corporation', 'AO Kaspersky Lab'],
      className: 'NetService',
      services: [name],
      usedBy: [],
      ...more,
    },
  ],
});
const driver = (
  name: string,
  imageExists: boolean | null,
  more: Parameters<typeof driverOnDemand>[1] = {},
) => driverOnDemand(name, { imageExists, ...more });

describe('a driver that nothing starts', () => {
  const name = 'klids.K4W-21-25';
  const filtered: InventoryFacts = {
    classFilters: [{ classGuid: '{1}', className: 'Net', upperFilters: [name], lowerFilters: [] }],
  };
  it.each<[string, InventoryFacts, readonly (readonly string[])[]]>([
    ['goes where its file is gone', driver(name, false), [['driver', name]]],
    ['goes where it was disabled', driver(name, false, { start: 'disabled' }), [['driver', name]]],
    [
      'stays where its file is there or nobody knows that',
      merge(driver(name, true), driver('klim6', null)),
      [],
    ],
    [
      'stays where it still runs',
      driver(name, false, { state: 'running' }),
      [[name, 'notRepaired.stillRuns']],
    ],
    ['stays where it goes with the restart', driver(name, false, { markedForDeletion: true }), []],
    [
      'stays where it can open what is encrypted',
      driver('klfdefsf', false),
      [['klfdefsf', 'notRepaired.encryption']],
    ],
    ['of another maker stays', driver('acmelwf', false), []],
    [
      'stays where others call a driver so',
      driver('klim6', false, { imageFile: 'C:\\Acme\\lwf.sys' }),
      [['klim6', 'notRepaired.notProven']],
    ],
    ['is not told while a product has it', merge(home, driver('klif', false)), []],
  ])('%s', (_, facts, told) => {
    const names = new Set(facts.services?.map((each) => each.name));
    expect(cleaned(facts).filter((line) => line.some((each) => names.has(each ?? '')))).toEqual(
      told,
    );
  });

  it('goes after the list that names it was corrected, and before its package', () => {
    const inventory = inventoryOf(merge(driver(name, false), filtered, stored({}, name)));
    const { steps } = plan(inventory, detect(inventory), defaultChoice);
    expect(steps.map(({ action }) => action.kind)).toEqual([
      'takeFromFilterList',
      'deleteDriver',
      'quarantineDriverPackage',
    ]);
  });
});

describe('a package in the driver store', () => {
  it.each<[string, InventoryFacts, readonly (readonly string[])[]]>([
    ['goes where Microsoft signed too', stored(), [['driverPackage', store]]],
    [
      'goes where nobody but Microsoft signed, by the name of its driver',
      stored({ signers: ['Microsoft Corporation'] }),
      [['driverPackage', store]],
    ],
    [
      'goes where its driver is gone',
      merge(stored(), driver('klim6', false)),
      [['driverPackage', store]],
    ],
    [
      'stays where somebody else signed it',
      stored({ signers: ['AO Kaspersky Lab', 'Acme Inc'] }),
      [[store, 'leftover.notProven']],
    ],
    [
      'stays where nobody but Microsoft signed, and others call a driver so',
      stored({ signers: ['Microsoft Corporation'] }, 'acmelwf'),
      [[store, 'leftover.notProven']],
    ],
    ['stays where nobody signed it', stored({ signers: [] }), [[store, 'leftover.notProven']]],
    [
      'stays where nobody knows who signed it',
      stored({ signers: null }),
      [[store, 'leftover.notProven']],
    ],
    ['stays where it lies nowhere', stored({ store: null }), [['oem3.inf', 'leftover.notProven']]],
    [
      'stays where a device uses it',
      stored({ usedBy: ['TAP'] }),
      [[store, 'leftover.packageUsed']],
    ],
    ['stays where nobody knows that', stored({ usedBy: null }), [[store, 'leftover.notRead']]],
    [
      'stays where its driver is there',
      merge(stored(), driver('klim6', true)),
      [[store, 'leftover.packageUsed']],
    ],
    ['of another maker is nothing of this', stored({ provider: 'Acme' }), []],
    ['is not told while a product is there', merge(home, stored()), []],
  ])('%s', (_, facts, told) => {
    const isOfIt = (line: readonly (string | null)[]) =>
      line.some((each) => each === store || each === 'oem3.inf');
    expect(cleaned(facts).filter(isOfIt)).toEqual(told);
  });
});

describe('what is left in a list of Windows beside that of other makers', () => {
  it('is no scanner whose library is there, of which nobody can tell, or that 32-bit programs load from elsewhere', () => {
    const in32 = (path: string, exists: boolean | null) =>
      scanner(scannerOfVendor, false, { path, exists });
    const beside = scannerOfVendor.replace('x64\\\\', '');
    expect(
      [
        scanner(scannerOfVendor, true),
        scanner(scannerOfVendor, null),
        in32(beside, true),
        in32(beside, null),
        in32('C:\\Acme\\scan.dll', false),
        in32(beside, false),
        merge(home, scanner(scannerOfVendor)),
        scanner(`${programs} Fans\\x\\scan.dll`),
      ].map((facts) => cleaned(facts)),
    ).toEqual([
      [[providerKey, 'leftover.fileThere']],
      [[providerKey, 'leftover.fileThere']],
      [[providerKey, 'leftover.fileThere']],
      [[providerKey, 'leftover.fileThere']],
      [[providerKey, 'leftover.notProven']],
      [['amsiProvider', providerKey]],
      [],
      [],
    ]);
  });

  it('is no task that starts something that is there, that does more, or that would lose its password', () => {
    const other = { execute: 'C:\\Acme\\a.exe', arguments: null, exists: false };
    const two: InventoryFacts = {
      scheduledTasks: [
        {
          path: '\\Launcher',
          actions: [{ execute: upgrade, arguments: null, exists: false }, other],
          doesMore: false,
          logon: 'group',
        },
      ],
    };
    const path = '\\Microsoft\\Windows\\Launcher';
    expect(
      [
        task(upgrade, true),
        task(upgrade, null),
        two,
        task(upgrade, false, { doesMore: true }),
        task(upgrade, false, { logon: 'password' }),
        task(upgrade, false, { logon: 'other' }),
        task(upgrade, false, { logon: 'signedIn' }),
        task(upgrade, false, { path }),
        task(`cmd.exe /c ${upgrade}`),
        merge(home, task(upgrade)),
      ].map((facts) => cleaned(facts)),
    ).toEqual([
      [['\\Launcher', 'leftover.fileThere']],
      [['\\Launcher', 'leftover.fileThere']],
      [['\\Launcher', 'leftover.notProven']],
      [['\\Launcher', 'leftover.notProven']],
      [['\\Launcher', 'leftover.passwordStored']],
      [['\\Launcher', 'leftover.passwordStored']],
      [['scheduledTask', '\\Launcher']],
      [],
      [],
      [],
    ]);
  });

  it('goes after the folder in which its program lies, in the same run, and stays with one that stays', () => {
    const product = `${programs}\\Kaspersky 21.19`;
    const folder: InventoryFacts = {
      vendorFolders: [
        {
          path: programs,
          kind: 'program',
          entries: [
            { path: product, kind: 'folder', size: 0 },
            { path: `${product}\\x`, kind: 'file', size: 1 },
          ],
        },
      ],
    };
    const foreign = { files: [{ path: `${product}\\x`, companyName: 'Acme Inc' }] };
    const there = merge(task(upgrade, true), scanner(scannerOfVendor, true));
    expect([
      cleaned(merge(folder, there)),
      cleaned(merge(folder, foreign, there)),
      cleaned(merge(folder, task('C:\\Program Files\\Kaspersky Lab\\Other\\up.exe', true))),
    ]).toEqual([
      [
        ['programFolder', programs],
        ['amsiProvider', providerKey],
        ['scheduledTask', '\\Launcher'],
      ],
      [
        [programs, 'leftover.foreignProgram'],
        [providerKey, 'leftover.fileThere'],
        ['\\Launcher', 'leftover.fileThere'],
      ],
      [
        ['programFolder', programs],
        ['\\Launcher', 'leftover.fileThere'],
      ],
    ]);
  });
});

describe('the vendor’s tree in the registry beside another product', () => {
  const tree = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
  const line = { key: `${tree}\\AVP21.3\\settings`, userSid: null };
  const another: InventoryFacts = { ...vpn, vendorKeys: [] };

  it.each<[string, InventoryFacts['vendorKeys'], string]>([
    ['goes whole where a product that is gone has all of it', [line], tree],
    [
      'stays where it has a value of its own',
      [line, { key: tree, userSid: null, values: { Last: 'x' } }],
      `${tree}\\AVP21.3`,
    ],
    [
      'stays where something else lies in it',
      [line, { key: `${tree}\\Shared`, userSid: null }],
      `${tree}\\AVP21.3`,
    ],
  ])('%s', (_what, vendorKeys = [], place) => {
    expect(cleaned(merge(another, { vendorKeys }))).toEqual([['registryTree', place]]);
  });
});
