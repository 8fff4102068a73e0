import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message, quoted } from '../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';
import { olgasFiles } from './support/olgas-hive.ts';

async function inventoryOf(machine: LabMachine, scope: object = {}): Promise<Inventory> {
  const output = (await runScript(machine, 'read-inventory', scope)) as {
    readonly inventory: unknown;
  };
  return inventorySchema.parse(output.inventory);
}

const productCode = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';
const folder = 'C:\\Program Files\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows';
const kasperskySignature = {
  status: 'valid',
  subject: 'AO Kaspersky Lab',
  organization: 'AO Kaspersky Lab',
  issuer: 'Cutover Lab Root',
  code: 0,
};

describe.skipIf(noLab)('an inventory of a Windows computer', () => {
  test('shows an installed product with its program, package, service, process, folder and signatures', async () => {
    const machine = await newMachine();
    await machine.install('kes');
    const inventory = await inventoryOf(machine);
    const service = inventory.services.items.find(({ name }) => name === 'AVP.KES.21.13');
    expect({
      program: inventory.programs.items.find(({ keyName }) => keyName === productCode)?.displayName,
      products: inventory.installerProducts.items,
      sources: inventory.packageSources.items,
      service,
      process: inventory.processes.items.find(({ pid }) => pid === service?.processId),
      folders: inventory.vendorFolders.items.map(({ path, kind, truncated }) => [
        path,
        kind,
        truncated,
      ]),
      files: inventory.files.items
        .toSorted((one, other) => one.path.localeCompare(other.path))
        .map(({ path, exists, companyName, signature }) => [path, exists, companyName, signature]),
      key: inventory.vendorKeys.items
        .map(({ key }) => key)
        .filter((key) => key.endsWith('environment')),
    }).toEqual({
      program: 'Kaspersky Endpoint Security for Windows',
      products: [
        {
          productCode,
          name: 'Kaspersky Endpoint Security for Windows',
          version: '12.1.0.506',
          publisher: 'AO Kaspersky Lab',
          installLocation: null,
          localPackage: expect.stringMatching(/^C:\\windows\\Installer\\.*\.msi$/i),
          localPackageExists: true,
          upgradeCode: '{6F2F5A0E-6C1D-4B57-9A0B-0C4E2D1B7A01}',
          context: 'machine',
          userSid: null,
          state: 'installed',
          features: ['Main'],
        },
      ],
      sources: [
        {
          productCode,
          userSid: null,
          packageName: 'product.msi',
          sources: [
            {
              kind: 'folder',
              place: expect.stringMatching(/^[A-Z]:\\/),
              // On a disk that is in the network as Wine tells it.
              writers: expect.stringMatching(/^(administrators|unknown)$/),
            },
          ],
        },
      ],
      service: {
        name: 'AVP.KES.21.13',
        displayName: 'Kaspersky Endpoint Security Service',
        kind: 'service',
        state: 'running',
        start: 'auto',
        // Wine leaves out the quotation marks that Windows writes.
        imagePath: expect.stringContaining(`${folder}\\avp.exe`),
        imageFile: `${folder}\\avp.exe`,
        imageExists: true,
        account: 'LocalSystem',
        processId: expect.any(Number),
        markedForDeletion: false,
      },
      process: {
        pid: service?.processId,
        parentPid: expect.any(Number),
        name: 'avp.exe',
        path: `${folder}\\avp.exe`,
      },
      folders: [
        ['C:\\Program Files\\Kaspersky Lab', 'program', false],
        ['C:\\ProgramData\\Kaspersky Lab', 'data', false],
      ],
      files: [
        [`${folder}\\avp.exe`, true, 'AO Kaspersky Lab', kasperskySignature],
        [`${folder}\\avpui.exe`, true, 'AO Kaspersky Lab', kasperskySignature],
      ],
      key: ['HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\KES21.13\\environment'],
    });
  });

  test('is complete on a computer without the vendor, and nothing of the vendor is in it', async () => {
    const inventory = await inventoryOf(await newMachine());
    const states = Object.entries(inventory).flatMap(([name, part]) =>
      typeof part === 'object' && 'state' in part ? [[name, part.state]] : [],
    );
    expect(Object.fromEntries(states)).toEqual({
      profiles: 'read',
      programs: expect.stringMatching(/^(read|empty)$/),
      installerProducts: 'empty',
      services: 'read',
      processes: 'read',
      vendorKeys: 'empty',
      vendorFolders: 'empty',
      files: 'empty',
      executables: 'unreadable',
      certificates: 'empty',
      scheduledTasks: 'empty',
      driverPackages: 'empty',
      browserExtensions: 'empty',
      autostarts: 'empty',
      appPackages: 'empty',
      packageSources: expect.stringMatching(/^(read|empty)$/),
      assignedSoftware: 'empty',
      eventChannels: 'empty',
      networkComponents: 'empty',
      networkAdapters: 'empty',
      networkSettings: expect.stringMatching(/^(read|empty)$/),
      hostsEntries: 'empty',
      firewallRules: 'empty',
      trafficFilters: 'empty',
      classFilters: 'empty',
      deviceFilters: 'empty',
      // Wine has neither BitLocker nor its service, so it is off.
      encryption: 'read',
      pendingRestarts: 'empty',
      securityProducts: 'unreadable',
      wmiSecurityProducts: 'unreadable',
      defender: 'empty',
      defenderStatus: 'unreadable',
      amsiProviders: 'empty',
    });
    expect(inventory.machine).toMatchObject({
      platform: 'windows',
      architecture: 'x64',
      elevated: true,
      safeMode: 'no',
      edition: 'client',
    });
  });

  test('finds tasks, extensions, an encrypted volume and further folders where Windows keeps them', async () => {
    const machine = await newMachine();
    const { items } = (await inventoryOf(machine)).profiles;
    const user = items[0];
    if (user === undefined) throw new Error('The lab has no profile.');
    const id = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
    const extension = `${user.folder}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Extensions\\${id}`;
    await machine.writeFile(
      `${extension}\\1.0_0\\manifest.json`,
      '{"name":"Protect","version":"1.0"}',
    );
    const task =
      '<?xml version="1.0" encoding="UTF-16"?><Task><RegistrationInfo><Author>A &amp; B</Author></RegistrationInfo><Actions><Exec><Command>C:\\x\\kaspersky.exe</Command></Exec></Actions></Task>';
    await machine.writeFile(
      'C:\\windows\\system32\\Tasks\\Vendor\\Launch',
      Buffer.from(`\ufeff${task}`, 'utf16le'),
    );
    await machine.writeFile(
      'C:\\windows\\system32\\Tasks\\Other',
      Buffer.from(`\ufeff${task.replace('kaspersky', 'other')}`, 'utf16le'),
    );
    await machine.writeFile('C:\\System Volume Information\\TRACE.bin', '');
    await machine.writeFile('C:\\windows\\system32\\drivers\\K4W-21-3\\klif.sys', 'not signed');
    const inventory = await inventoryOf(machine, {
      encryptionTraces: ['System Volume Information\\TRACE.bin'],
      extraFolders: ['%SystemRoot%\\System32\\drivers\\K4W-*'],
    });
    expect({
      tasks: inventory.scheduledTasks.items,
      extensions: inventory.browserExtensions.items,
      encryption: inventory.encryption.items.filter(
        ({ kind }) => kind === 'kasperskyDiskEncryption',
      ),
      folders: inventory.vendorFolders.items,
      signatures: inventory.files.items.map(({ path, signature }) => [path, signature?.status]),
    }).toEqual({
      tasks: [
        {
          path: '\\Vendor\\Launch',
          author: 'A & B',
          actions: [{ execute: 'C:\\x\\kaspersky.exe', arguments: null, exists: false }],
          doesMore: false,
          logon: 'other',
        },
      ],
      extensions: [
        {
          browser: 'chrome',
          id,
          name: 'Protect',
          version: '1.0',
          origin: 'profile',
          location: extension,
          userSid: user.sid,
        },
      ],
      encryption: [
        {
          kind: 'kasperskyDiskEncryption',
          subject: 'C:',
          state: 'on',
          detail: expect.stringContaining('TRACE.bin'),
        },
      ],
      folders: [
        {
          path: 'C:\\windows\\System32\\drivers\\K4W-21-3',
          kind: 'drivers',
          entries: [
            { path: 'C:\\windows\\System32\\drivers\\K4W-21-3\\klif.sys', kind: 'file', size: 10 },
          ],
          truncated: false,
        },
      ],
      signatures: [['C:\\windows\\System32\\drivers\\K4W-21-3\\klif.sys', 'unsigned']],
    });
  });

  test('loses only the section whose reader fails', async () => {
    const inventory = await inventoryOf(await newMachine(), { hints: null });
    const failed = Object.entries(inventory).flatMap(([name, part]) =>
      typeof part === 'object' &&
      'gaps' in part &&
      part.gaps.some(({ reason }) => reason === 'failed')
        ? [[name, part.state, part.gaps.length]]
        : [],
    );
    expect(failed).toEqual([
      ['vendorFolders', 'unreadable', 1],
      ['files', 'unreadable', 1],
      ['certificates', 'unreadable', 1],
      ['eventChannels', 'unreadable', 1],
    ]);
    expect([inventory.services.state, inventory.processes.state]).toEqual(['read', 'read']);
  });

  test('holds the programs and keys of a person who is not signed in, from the file of the profile and its log', async () => {
    const machine = await newMachine();
    await machine.install('profile');
    // She signed off shortly before the computer was switched off: what she did last stands in a log only.
    for (const [name, content] of Object.entries(olgasFiles()))
      await machine.writeFile(`C:\\users\\olga\\${name}`, content);
    const inventory = await inventoryOf(machine);
    const olga = inventory.profiles.items.find(({ loaded }) => !loaded);
    expect({
      folder: olga?.folder,
      programs: inventory.programs.items
        .filter(({ userSid }) => userSid === olga?.sid)
        .map(({ displayName }) => displayName),
      keys: inventory.vendorKeys.items
        .filter(({ userSid }) => userSid === olga?.sid)
        .map(({ key }) => key),
      gaps: [...inventory.profiles.gaps, ...inventory.programs.gaps, ...inventory.vendorKeys.gaps],
    }).toEqual({
      folder: expect.stringMatching(/\\olga$/i),
      programs: ['Ольгина программа'],
      keys: [
        `HKU\\${olga?.sid}\\Software\\KasperskyLab`,
        `HKU\\${olga?.sid}\\Software\\KasperskyLab\\AVP21.3`,
        `HKU\\${olga?.sid}\\Software\\KasperskyLab\\AVP21.3\\Settings`,
      ],
      gaps: [],
    });
  });
});

describe.skipIf(noLab)('the root certificates', () => {
  test('of each person are named with whose they are, and those of others are not', async () => {
    const machine = await newMachine();
    await machine.install('home');
    await machine.install('profile');
    const { certificates, profiles } = await inventoryOf(machine);
    const name = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
    const whose = (userSid: string | null) =>
      profiles.items.find(({ sid }) => sid === userSid)?.loaded;
    expect([
      certificates.state,
      certificates.items
        .map(({ store, subject, issuer, userSid }) =>
          [store, whose(userSid), subject, issuer].join(' | '),
        )
        .toSorted(),
    ]).toEqual([
      'read',
      [
        `CurrentUser\\Root | false | ${name} | ${name}`,
        `CurrentUser\\Root | true | ${name} | ${name}`,
      ],
    ]);
  });

  test('that only Firefox trusts are named with person and profile; a store that is none is said to be unreadable', async () => {
    const machine = await newMachine();
    await machine.install('profile');
    const olga = (await inventoryOf(machine)).profiles.items.find(({ loaded }) => !loaded);
    const profiles = `${olga?.folder}\\AppData\\Roaming\\Mozilla\\Firefox\\Profiles`;
    const store = join(import.meta.dirname, '../support/fixtures/nss/cert9.db');
    await machine.writeFile(`${profiles}\\x.default\\cert9.db`, await readFile(store));
    await machine.writeFile(`${profiles}\\y.broken\\cert9.db`, 'not a store');
    const { certificates } = await inventoryOf(machine);
    expect({
      firefox: certificates.items
        .filter(({ firefoxProfile }) => firefoxProfile !== null)
        .map(({ userSid, firefoxProfile, thumbprint }) => [userSid, firefoxProfile, thumbprint]),
      gaps: certificates.gaps.map(({ subject, reason }) => [subject, reason]),
    }).toEqual({
      firefox: [[olga?.sid, `${profiles}\\x.default`, '8032D587B88903655074C9F0F1B3725734BB449B']],
      gaps: [[`${profiles}\\y.broken\\cert9.db`, 'corrupt']],
    });
  });
});

function emptyKey(name: string): object {
  return { path: `HKLM\\SOFTWARE\\OddKeys\\${name}`, name, values: [] };
}

describe.skipIf(noLab)('the live registry', () => {
  test('gives names of any script and data of any form, and says what it could not read', async () => {
    const machine = await newMachine();
    const read = (await runScript(machine, 'read-odd-keys')) as Record<string, unknown>;
    const denied = {
      subject: 'HKLM\\SOFTWARE\\OddKeys\\denied',
      reason: 'accessDenied',
      detail: quoted(expect.stringContaining('(Windows error 5)')),
      needsAdministrator: false,
    };
    const hidden = {
      subject: 'HKLM\\SOFTWARE\\OddKeys\\hidden\\0key',
      reason: 'notSupported',
      detail: message('gap.registry.hiddenName'),
      needsAdministrator: false,
    };
    const names = ['Касперский 卡巴斯基 كاسبرسكي 😀', 'half \ud83d pair', 'k'.repeat(255)];
    expect(read).toEqual({
      keys: expect.arrayContaining([
        ...names.map(emptyKey),
        expect.objectContaining({ name: 'values' }),
      ]),
      gaps: expect.arrayContaining([denied, hidden]),
      names: expect.arrayContaining([...names, 'denied', 'hidden\0key', 'values']),
      absent: { found: false, gap: null },
      denied: { found: false, gap: denied },
      otherCase: true,
    });
    const keys = read['keys'] as readonly {
      readonly name: string;
      readonly values: readonly object[];
    }[];
    const values = keys.find(({ name }) => name === 'values')?.values ?? [];
    expect([keys.length, (read['gaps'] as unknown[]).length, values.length]).toEqual([4, 2, 10]);
    expect(values).toEqual(
      expect.arrayContaining([
        { name: '', type: 'REG_SZ', size: 16, data: 'default' },
        { name: 'no end', type: 'REG_SZ', size: 40, data: 'text without its end' },
        { name: 'two\0names', type: 'REG_SZ', size: 26, data: 'first' },
        { name: 'v'.repeat(16_383), type: 'REG_DWORD', size: 4, data: 0xff030201 },
        { name: 'odd size', type: 'REG_SZ', size: 7, data: 'odd' },
        { name: 'short number', type: 'REG_DWORD', size: 2, data: 'bytes 2: 1,2' },
        { name: 'big number', type: 'REG_QWORD', size: 8, data: '9223372036854775809' },
        { name: 'list', type: 'REG_MULTI_SZ', size: 12, data: ['a', '', 'b'] },
        {
          name: 'megabyte',
          type: 'REG_BINARY',
          size: 1024 * 1024,
          data: 'bytes 1048576: 171,171,171,171',
        },
        { name: 'unknown type', type: 'REG_4711', size: 1, data: 'bytes 1: 9' },
      ]),
    );
  });
});

describe.skipIf(noLab)('the rights of the process', () => {
  test('are those of an administrator in the lab', async () => {
    expect(await runScript(await newMachine(), 'read-token')).toEqual({
      elevation: { administrator: true, integrity: 'high' },
      ran: 'ran',
    });
  });
});
