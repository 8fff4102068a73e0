import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftovers as rows } from '../../../../../src/main/catalog/leftover-kinds.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { subjectOf } from '../../../../../src/shared/domain/action-subject.ts';
import { quoted } from '../../../../../src/shared/domain/message.ts';
import { readSection } from '../../../../../src/shared/domain/section.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import { isWithinUserData } from '../../../../../src/shared/domain/user-data.ts';
import { anyInventory } from '../../../../support/any-inventory.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge, vpn } from '../../../../support/kaspersky-machines.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const person: InventoryFacts = { profiles: [{ sid, folder: 'C:\\Users\\Ana', loaded: true }] };
const programs = 'C:\\Program Files (x86)\\Kaspersky Lab';
const data = 'C:\\ProgramData\\Kaspersky Lab';
const run = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run';
const extension = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

function planFor(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const inventory = inventoryOf(merge(person, facts));
  return plan(inventory, detect(inventory), { ...defaultChoice, ...choice });
}

/** What would be cleaned up, and what of the remains stays and why. */
function cleaned(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const { steps, notCleaned } = planFor(facts, choice);
  return [
    ...steps.flatMap(({ about, action }) =>
      about.kind === 'remains' ? [[about.leftover, subjectOf(action)]] : [],
    ),
    ...notCleaned.map(({ name, why }) => [name, why.id]),
  ];
}

const folder = (
  path: string,
  kind: 'program' | 'data' | 'userData',
  entries: readonly string[] = ['x\\'],
): InventoryFacts => ({
  vendorFolders: [
    {
      path,
      kind,
      entries: entries.map((each) => ({
        path: `${path}\\${each.replace(/\\$/, '')}`,
        kind: each.endsWith('\\') ? 'folder' : 'file',
        size: 1,
      })),
    },
  ],
});

const key = (path: string, userSid: string | null = null): InventoryFacts => ({
  vendorKeys: [{ key: path, userSid }],
});

const service = (name: string, imageFile: string, imageExists: boolean): InventoryFacts => ({
  services: [
    {
      name,
      kind: 'service',
      state: 'stopped',
      start: 'auto',
      imagePath: `"${imageFile}"`,
      imageFile,
      imageExists,
    },
  ],
});

const autostart = (command: string, userSid: string | null = null): InventoryFacts => ({
  autostarts: [{ key: run, name: 'x', command, userSid }],
});

const traced = (
  origin: 'policy' | 'registry' | 'nativeMessagingHost' | 'profile',
  location: string,
  id = extension,
): InventoryFacts => ({
  browserExtensions: [
    { browser: 'chrome', id, name: null, version: null, origin, location, userSid: null },
  ],
});

const policy = 'HKLM\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionInstallForcelist\\1';
const host = `HKLM\\SOFTWARE\\Google\\Chrome\\NativeMessagingHosts\\com.kaspersky.${extension}.host`;
const log = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Kaspersky Event Log';
const channel = (kind: 'log' | 'channel', at: string, name: string): InventoryFacts => ({
  eventChannels: [{ key: at, kind, name }],
});

const clsid = '{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90}';
const providerKey = `HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers\\${clsid}`;
const scanner = (library: string): InventoryFacts => ({
  amsiProviders: [{ clsid, name: null, library, libraryExists: false, library32: null }],
});
const scannerOfVendor = `${programs}\\Kaspersky 21.19\\x64\\antimalware_provider.dll`;

const rulesKey =
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
const rule = (program: string, more: { readonly policy?: boolean } = {}): InventoryFacts => ({
  firewallRules: [{ name: '{1}', program, programExists: false, ...more }],
});

const inStore = (signers: readonly string[], provider = 'Kaspersky Lab'): InventoryFacts => ({
  driverPackages: [
    {
      inf: 'oem3.inf',
      store: 'klim6.inf_amd64_1a2b',
      provider,
      signers: [...signers],
      className: 'NetService',
      services: ['klim6'],
      usedBy: [],
    },
  ],
});

const task = (execute: string): InventoryFacts => ({
  scheduledTasks: [
    {
      path: '\\Launcher',
      actions: [{ execute, arguments: null, exists: false }],
      doesMore: false,
      logon: 'serviceAccount',
    },
  ],
});
/** What Windows itself takes away, by a name and not by a place. */
const apart = [
  'deleteService',
  'deleteDriver',
  'quarantineTask',
  'quarantineFirewallRule',
  'quarantineDriverPackage',
];

const upgrade = `"${programs}\\Kaspersky 21.19\\upgrade launcher.exe"`;

/** What each row finds, and the innocent thing beside it. */
const cases: Readonly<
  Record<
    string,
    {
      readonly finds: InventoryFacts;
      readonly step: readonly string[];
      readonly not: InventoryFacts;
    }
  >
> = {
  service: {
    finds: service('AVP21.19', `${programs}\\Kaspersky 21.19\\avp.exe`, false),
    step: ['service', 'AVP21.19'],
    not: service('AVP21.19', `${programs}\\Kaspersky 21.19\\avp.exe`, true),
  },
  driverPackage: {
    finds: inStore(['Microsoft Corporation', 'AO Kaspersky Lab']),
    step: ['driverPackage', 'klim6.inf_amd64_1a2b'],
    not: inStore(['AO Kaspersky Lab'], 'Kaspersky Fan Club Drivers'),
  },
  amsiProvider: {
    finds: scanner(scannerOfVendor),
    step: ['amsiProvider', providerKey],
    not: scanner('C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18\\MpOav.dll'),
  },
  scheduledTask: {
    finds: task(upgrade),
    step: ['scheduledTask', '\\Launcher'],
    not: task('C:\\Program Files\\Kaspersky Lab Fans\\fan.exe'),
  },
  firewallRule: {
    finds: rule(`${programs}\\Kaspersky 21.19\\avp.exe`),
    step: ['firewallRule', `${rulesKey}\\{1}`],
    not: rule(`${programs}\\Kaspersky 21.19\\avp.exe`, { policy: true }),
  },
  autostart: {
    finds: autostart(`"${programs}\\Kaspersky 21.19\\avpui.exe" -m`),
    step: ['autostart', `${run}\\x`],
    not: autostart('"C:\\Program Files\\Kaspersky Lab Fans\\fan.exe"'),
  },
  browserPolicy: {
    finds: traced('policy', policy),
    step: ['browserPolicy', policy],
    not: traced('policy', policy, 'injhfeogoehjhhacaaahfbkjlomhpgnj'),
  },
  browserKey: {
    finds: traced('nativeMessagingHost', host),
    step: ['browserKey', host],
    not: traced('profile', 'C:\\Users\\Ana\\AppData\\Local\\Google\\Chrome\\User Data'),
  },
  eventLog: {
    finds: channel('log', log, 'Kaspersky Event Log'),
    step: ['eventLog', log],
    not: channel('log', log.replace('Event Log', 'Fan Club'), 'Kaspersky Fan Club'),
  },
  programFolder: {
    finds: folder(programs, 'program', ['Kaspersky 21.19\\', 'Kaspersky 21.19\\avp.exe']),
    step: ['programFolder', programs],
    not: folder(`${programs} Fans`, 'program'),
  },
  dataFolder: {
    finds: folder(data, 'data', ['AVP21.19\\', 'AVP21.19\\Bases\\']),
    step: ['dataFolder', data],
    not: folder(data, 'data', ['AVP21.19\\', 'AVP21.19\\QB\\', 'AVP21.19\\QB\\1.klq']),
  },
  userFolder: {
    finds: folder('C:\\Users\\Ana\\AppData\\Local\\Kaspersky Lab', 'userData', ['Logs\\']),
    step: ['userFolder', 'C:\\Users\\Ana\\AppData\\Local\\Kaspersky Lab'],
    not: folder('C:\\Users\\Ana\\AppData\\Local\\Kaspersky Lab', 'userData', [
      'Kaspersky Password Manager\\',
      'Kaspersky Password Manager\\kpm_vault.edb',
    ]),
  },
  registryTree: {
    finds: key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.19'),
    step: ['registryTree', 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab'],
    not: key('HKLM\\SOFTWARE\\KasperskyLabFans\\AVP21.19'),
  },
  userRegistryTree: {
    finds: key(`HKU\\${sid}\\Software\\KasperskyLab\\AVP21.19`, sid),
    step: ['userRegistryTree', `HKU\\${sid}\\Software\\KasperskyLab`],
    not: key('HKU\\S-1-5-21-9-9-9-1001\\Software\\KasperskyLab\\AVP21.19', 'S-1-5-21-9-9-9-1001'),
  },
};

describe('what is left of a product that is gone', () => {
  it.each(Object.entries(cases))('is found as %s, and its innocent neighbour stays', (_, each) => {
    const isStep = ([kind]: readonly (string | null)[]) => kind === each.step[0];
    expect([cleaned(each.finds).filter(isStep), cleaned(each.not).filter(isStep)]).toEqual([
      [each.step],
      [],
    ]);
  });

  it('has a case here for each row of the catalogue, and every row a fact that a source confirms', () => {
    const kinds = rows.map(({ kind }): string => kind);
    expect(kinds.toSorted()).toEqual(Object.keys(cases).toSorted());
    expect(rows.filter(({ confidence }) => !['H', 'M'].includes(confidence))).toEqual([]);
  });

  it('goes in an order in which nothing is started that is gone already', () => {
    const all = Object.values(cases).map(({ finds }) => finds);
    const order = cleaned(merge(...all)).map(([kind]) => kind);
    expect(order).toEqual(rows.map(({ kind }) => kind));
  });

  it('stays while an installed product may use it: what nobody claims, and what is its own', () => {
    const remains = merge(
      folder(data, 'data', ['AVP21.19\\', 'AVP21.19\\Bases\\', 'Shared\\']),
      key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.19'),
      key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\LicStorage'),
    );
    expect(cleaned(merge(vpn, remains))).toEqual([
      ['dataFolder', `${data}\\AVP21.19`],
      ['registryTree', 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.19'],
    ]);
    expect(cleaned(home)).toEqual([]);
  });

  it('is no service that only has a name of the vendor, and leads elsewhere', () => {
    const elsewhere = ['C:\\Acme\\avp.exe', 'C:\\Kaspersky Lab Fans\\x\\avp.exe'];
    expect(elsewhere.flatMap((path) => cleaned(service('AVP21.19', path, false)))).toEqual([]);
  });

  it('stays when a program runs from it, or a service has its program there', () => {
    const remains = folder(programs, 'program', ['Kaspersky 21.19\\', 'Kaspersky 21.19\\a.exe']);
    const path = `${programs}\\Kaspersky 21.19\\helper.exe`;
    const running: InventoryFacts = {
      processes: [{ name: 'helper.exe', path }],
      files: [{ path, companyName: 'Acme Inc' }],
    };
    expect([
      cleaned(merge(remains, running)),
      cleaned(merge(remains, service('Helper', path, true))),
    ]).toEqual([
      [[programs, 'leftover.running']],
      [
        ['Helper', 'leftover.fileThere'],
        [programs, 'leftover.usedByService'],
      ],
    ]);
  });

  it('stays where a product is registered, whatever became of its own folder there', () => {
    const remains = folder(programs, 'program', ['Kaspersky 21.19\\']);
    const [product] = vpn.installerProducts!;
    const there = { ...product!, installLocation: `${programs}\\Kaspersky VPN 5.9\\` };
    expect(
      cleaned(merge({ ...vpn, installerProducts: [there], vendorFolders: [] }, remains)),
    ).toEqual([[programs, 'leftover.usedBy']]);
  });

  it('keeps its settings while a service of it has its program', () => {
    const line = key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.19');
    const path = `${programs}\\Kaspersky 21.19\\avp.exe`;
    const left = (isThere: boolean) => cleaned(merge(line, service('AVP21.19', path, isThere)));
    expect([left(true), left(false)]).toEqual([
      [
        ['AVP21.19', 'leftover.fileThere'],
        ['HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab', 'leftover.serviceStands'],
      ],
      [
        ['service', 'AVP21.19'],
        ['registryTree', 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab'],
      ],
    ]);
  });

  it('stays when a program of somebody else lies in it', () => {
    const remains = folder(programs, 'program', ['Kaspersky 21.19\\', 'Kaspersky 21.19\\a.exe']);
    const path = `${programs}\\Kaspersky 21.19\\a.exe`;
    const foreign = { files: [{ path, companyName: 'Acme Inc' }] };
    expect(cleaned(merge(remains, foreign))).toEqual([[programs, 'leftover.foreignProgram']]);
  });

  it('goes beside the folder of a product in which a program of somebody else lies', () => {
    const remains = folder(programs, 'program', [
      'Kaspersky 21.19\\',
      'Kaspersky 21.19\\a.exe',
      'Kaspersky 21.3\\',
      'Kaspersky 21.3\\b.dat',
    ]);
    const at = (path: string) => ({ files: [{ path, companyName: 'Acme Inc' }] });
    expect([
      cleaned(merge(remains, at(`${programs}\\Kaspersky 21.19\\a.exe`))),
      cleaned(merge(remains, at(`${programs}\\acme.exe`))),
    ]).toEqual([
      [
        ['programFolder', `${programs}\\Kaspersky 21.3`],
        [`${programs}\\Kaspersky 21.19`, 'leftover.foreignProgram'],
      ],
      [[programs, 'leftover.foreignProgram']],
    ]);
  });

  it('stays when it is a link, and when what could use it was not read', () => {
    const linked: InventoryFacts = {
      vendorFolders: [
        { path: programs, kind: 'program', entries: [{ path: programs, kind: 'link', size: 0 }] },
      ],
    };
    const unread = { ...folder(programs, 'program'), unreadable: ['services'] as const };
    expect([cleaned(linked), cleaned(unread)]).toEqual([
      [[programs, 'leftover.link']],
      [[programs, 'leftover.notRead']],
    ]);
  });

  it('stays when what could use it was read in part, or when a product runs and shows no place', () => {
    const remains = folder(programs, 'program');
    const partly = (section: 'programs' | 'installerProducts' | 'services') =>
      cleaned({ ...remains, partial: [section] });
    const denied = (name: string) => cleaned(merge(remains, { processes: [{ name, path: null }] }));
    // What was not read may be a product that is there.
    expect([
      partly('programs'),
      partly('installerProducts'),
      partly('services'),
      denied('avp.exe'),
      denied('csrss.exe'),
    ]).toEqual([[], [], [[programs, 'leftover.notRead']], [], [['programFolder', programs]]]);
  });

  it('stays where the vendor encrypted something: keys may lie there', () => {
    const remains = merge(
      folder(data, 'data'),
      key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES'),
    );
    const encrypted: InventoryFacts = {
      encryption: [
        { kind: 'kasperskyFileEncryption', subject: 'C:', state: 'unknown', detail: '' },
      ],
    };
    expect(cleaned(merge(remains, encrypted)).map(([, why]) => why)).toEqual([
      'leftover.encryption',
      'leftover.encryption',
    ]);
  });

  it('stays where nobody could look for what encryption of the vendor leaves, and not for BitLocker', () => {
    const remains = inventoryOf(
      merge(person, key('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\protected\\KES')),
    );
    const unseen = (subject: string) => {
      const detail = quoted('');
      const gap = { subject, reason: 'accessDenied', detail, needsAdministrator: false } as const;
      const inventory = { ...remains, encryption: readSection([], [gap]) };
      return plan(inventory, detect(inventory), defaultChoice).notCleaned.map(({ why }) => why.id);
    };
    expect([unseen('C:\\pdbkpc.bin'), unseen('BitLocker'), unseen('C:')]).toEqual([
      ['leftover.encryption'],
      [],
      [],
    ]);
  });

  it('stays when only what hurts is to be cleaned, or nothing', () => {
    const remains = folder(data, 'data');
    expect([
      cleaned(remains, { onlyDangerous: true }),
      cleaned(remains, { phases: ['remove'] }),
    ]).toEqual([[], []]);
  });
});

const allowed = [
  /^[a-z]:\\.*\\(?:Kaspersky Lab|KasperskyLab)(?:\\[^\\]+)?$/i,
  /^HK(?:LM|U\\[^\\]+)\\SOFTWARE\\(?:WOW6432Node\\)?KasperskyLab(?:\\|$)/i,
  /^HK(?:LM|U\\[^\\]+)\\SOFTWARE\\(?:WOW6432Node\\)?Microsoft\\Windows\\CurrentVersion\\(?:Run(?:Once)?|Uninstall)\\[^\\]+$/i,
  /\\(?:Google\\Chrome|Microsoft\\Edge)\\(?:Extensions|NativeMessagingHosts|ExtensionInstallForcelist)\\[^\\]+$/i,
  /\\Services\\EventLog\\Kaspersky[^\\]*$/i,
  /^HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers\\\{[^\\]+\}$/i,
];

describe('cleaning up, whatever the computer', () => {
  it('never plans anything outside the places of the vendor, nor what a person keeps', () => {
    fc.assert(
      fc.property(anyInventory, (inventory) => {
        const choice = { ...defaultChoice, phases: ['clean' as const] };
        const { steps } = plan(inventory, detect(inventory), choice);
        const places = steps.flatMap(({ about, action }) =>
          about.kind === 'remains' && !apart.includes(action.kind) ? [subjectOf(action) ?? ''] : [],
        );
        const wrong = places.filter(
          (place) => isWithinUserData(place) || !allowed.some((pattern) => pattern.test(place)),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
