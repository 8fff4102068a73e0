import { message, quoted } from '../../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../../../../src/main/machine/sources/registry/read-registry.ts';
import { readRegistryExport } from '../../../../../../src/main/machine/sources/registry/read-registry-export.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';
import type { Inventory } from '../../../../../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../../../../../src/shared/domain/inventory-schema.ts';
import { sectionNames } from '../../../../../../src/shared/domain/sections.ts';
import type { Gap } from '../../../../../../src/shared/domain/section.ts';
import {
  encodeRegFile,
  regFileText,
  regNumber,
  regText,
} from '../../../../../support/reg-writer.ts';
import { testScope } from '../../registry/test-scope.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const common = {
  scope: testScope,
  collectedAt: '2026-09-01T10:00:00.000Z',
  collectedBy: 'cutover test',
};
const uninstall = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const program = { path: `${uninstall}\\{1}`, values: [regText('DisplayName', 'Kaspersky')] };
const whole = [
  { path: 'HKEY_LOCAL_MACHINE\\SOFTWARE', values: [] },
  program,
  { path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\KasperskyLab', values: [] },
  { path: 'HKEY_LOCAL_MACHINE\\SYSTEM', values: [] },
  {
    path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\klim6',
    values: [regNumber('Type', 1)],
  },
  { path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\Select', values: [regNumber('Current', 1)] },
  { path: 'HKEY_USERS', values: [] },
  { path: `HKEY_USERS\\${sid}\\Software`, values: [] },
];

async function read(text: string, path = 'C:\\Users\\Éva\\pc.reg') {
  const outcome = await readRegistryExport({
    ...common,
    bytes: encodeRegFile(text, 'utf16le'),
    path,
  });
  if (!outcome.ok) throw new Error(outcome.message.id);
  return inventorySchema.parse(outcome.inventory);
}

function states(inventory: Inventory): Record<string, string> {
  return Object.fromEntries(sectionNames.map((name) => [name, inventory[name].state]));
}

const outside = {
  processes: 'unreadable',
  vendorFolders: 'unreadable',
  files: 'unreadable',
  executables: 'unreadable',
  certificates: 'unreadable',
  scheduledTasks: 'unreadable',
  driverPackages: 'unreadable',
  trafficFilters: 'unreadable',
  hostsEntries: 'unreadable',
  encryption: 'unreadable',
  securityProducts: 'unreadable',
  wmiSecurityProducts: 'unreadable',
  defenderStatus: 'unreadable',
};

const refuse = (bytes: Buffer) => readRegistryExport({ ...common, bytes, path: 'x.reg' });

const gap = (subject: string): Gap => ({
  subject,
  reason: 'corrupt',
  detail: quoted('x'),
  needsAdministrator: false,
});

const partial = (all: Record<string, string>) =>
  Object.keys(all)
    .filter((name) => all[name] === 'partial')
    .toSorted();

const statesWith = async (subject: string) =>
  states(
    await readRegistry({
      ...common,
      registry: treeRegistryOf({}),
      source: { kind: 'registryExport', detail: 'x' },
      gaps: [gap(subject)],
    }),
  );

describe('readRegistryExport', () => {
  it('makes a valid inventory of an export of everything', async () => {
    const inventory = await read(regFileText(whole));
    expect({
      source: inventory.source,
      states: states(inventory),
      programs: inventory.programs.items.map((item) => item.displayName),
      vendorKeys: inventory.vendorKeys.items.map((item) => item.key),
      services: inventory.services.items.map((item) => item.name),
    }).toEqual({
      source: { kind: 'registryExport', detail: 'pc.reg' },
      states: {
        ...outside,
        profiles: 'empty',
        programs: 'read',
        installerProducts: 'empty',
        services: 'read',
        vendorKeys: 'read',
        browserExtensions: 'partial',
        appPackages: 'empty',
        packageSources: 'empty',
        assignedSoftware: 'empty',
        autostarts: 'empty',
        eventChannels: 'empty',
        networkComponents: 'empty',
        networkAdapters: 'empty',
        networkSettings: 'empty',
        firewallRules: 'empty',
        classFilters: 'empty',
        deviceFilters: 'empty',
        pendingRestarts: 'empty',
        defender: 'empty',
        amsiProviders: 'empty',
      },
      programs: ['Kaspersky'],
      vendorKeys: ['HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab'],
      services: ['klim6'],
    });
  });

  it('claims nothing about what an export of one key does not contain', async () => {
    const inventory = await read(regFileText([{ path: uninstall, values: [] }, program]));
    expect(states(inventory)).toEqual({
      ...outside,
      profiles: 'unreadable',
      programs: 'partial',
      installerProducts: 'unreadable',
      services: 'unreadable',
      vendorKeys: 'unreadable',
      browserExtensions: 'unreadable',
      appPackages: 'unreadable',
      packageSources: 'unreadable',
      assignedSoftware: 'unreadable',
      autostarts: 'unreadable',
      eventChannels: 'unreadable',
      networkComponents: 'unreadable',
      networkAdapters: 'unreadable',
      networkSettings: 'unreadable',
      firewallRules: 'unreadable',
      classFilters: 'unreadable',
      deviceFilters: 'unreadable',
      pendingRestarts: 'unreadable',
      defender: 'unreadable',
      amsiProviders: 'unreadable',
    });
  });

  it('takes no section as complete that the file was cut off in', async () => {
    const text = regFileText(whole.slice(0, 2));
    const cut = await read(text.slice(0, text.indexOf('Kaspersky"')));
    expect([cut.programs.state, cut.programs.items.map((item) => item.displayName)]).toEqual([
      'partial',
      [null],
    ]);
  });

  it('tells of a guessed code page and of nothing but the name of the file', async () => {
    const bytes = Buffer.from(
      'REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n"a"="\xe4"\r\n\r\n',
      'latin1',
    );
    const outcome = await readRegistryExport({ ...common, bytes, path: '/home/eva/old.reg' });
    expect(outcome.ok && outcome.inventory.source).toEqual({
      kind: 'registryExport',
      detail: 'old.reg',
      notes: [message('export.codePage', { codePage: 'windows-1252' })],
    });
  });

  it('says what is wrong with a file it cannot read', async () => {
    expect([
      await refuse(Buffer.alloc(0)),
      await refuse(Buffer.from('PK')),
      await refuse(Buffer.from('REGED')),
    ]).toEqual(
      ['empty', 'notARegistryExport', 'truncated'].map((code) => ({
        ok: false,
        code,
        message: { id: expect.stringMatching(/^export\./) },
      })),
    );
  });
});

describe('readRegistry', () => {
  it('gives a gap to the sections that read its key', async () => {
    expect([
      partial(await statesWith('HKLM\\SYSTEM\\CurrentControlSet\\Services\\x')),
      partial(await statesWith('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab')),
      partial(await statesWith('HKLM\\SOFTWARE\\Microsoft\\Windows')),
    ]).toEqual([
      [
        'browserExtensions',
        'classFilters',
        'defender',
        'deviceFilters',
        'eventChannels',
        'firewallRules',
        'networkAdapters',
        'networkComponents',
        'networkSettings',
        'pendingRestarts',
        'services',
      ],
      ['browserExtensions', 'vendorKeys'],
      [
        'appPackages',
        'assignedSoftware',
        'autostarts',
        'browserExtensions',
        'eventChannels',
        'installerProducts',
        'networkSettings',
        'packageSources',
        'pendingRestarts',
        'programs',
        'vendorKeys',
      ],
    ]);
  });

  it('gives a gap that names no key to all of them', async () => {
    expect(partial(await statesWith('registry export'))).toHaveLength(20);
  });
});
