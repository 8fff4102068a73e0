import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import type { Result } from '../../src/shared/domain/run/result.ts';
import { productCodes } from './support/fixture-facts.ts';
import { no32Bit } from './support/lab-spec.ts';
import { rootCertificates } from '../support/root-certificates.ts';
import { olgasHive } from './support/olgas-hive.ts';
import { everything, type Prepared, prepared, startWindows } from './support/prepared-machine.ts';
import { programsSeen } from './support/processes-seen.ts';
import { innocentAntivirus, timestamp } from './support/security-center-rows.ts';
import { diff } from './support/snapshot.ts';

const nothing = { added: [], removed: [] };
const unchanged = {
  keys: nothing,
  values: { ...nothing, changed: [] },
  files: { ...nothing, changed: [] },
};
const olga = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const vendorFolder = 'C:\\Program Files (x86)\\Kaspersky Lab';

describe.skipIf(no32Bit)('the inventory of a machine with every product of the lab', () => {
  let on: Prepared;
  let inventory: Inventory;
  let exitCode: number | null;
  let started: readonly string[];
  let change: unknown;
  beforeAll(async () => {
    on = await prepared({
      products: everything,
      files: { 'C:\\users\\olga\\NTUSER.DAT': olgasHive([rootCertificates.innocent]) },
    });
    await startWindows(on.machine);
    const reading = async () => on.machine.cutover(['inventory', '--json']);
    const { value: result, programs } = await programsSeen(on.machine, reading);
    started = programs;
    exitCode = result.exitCode;
    inventory = inventorySchema.parse((JSON.parse(result.stdout) as Result).inventory);
    change = diff(on.full, await on.machine.snapshot());
  });
  afterAll(() => on?.machine.destroy());

  test('it follows its schema, and reading changed nothing on the machine', () => {
    expect([exitCode, inventory.format, change]).toEqual([0, 'cutover-inventory/2', unchanged]);
  });

  test('it started no program: nothing but its own process came up while it read', () => {
    expect(started).toEqual(['node.exe']);
  });

  test('the watch sees a helper where there is one', async () => {
    await startWindows(on.machine);
    const helper = async () =>
      on.machine.run('cmd.exe', ['/c', 'reg.exe', 'query', 'HKLM\\Software']);
    expect((await programsSeen(on.machine, helper)).programs).toEqual(['cmd.exe', 'reg.exe']);
  });

  test('it has the programs of both views and of a person who is not logged on, names as they are', () => {
    const programs = inventory.programs.items.map(({ scope, keyName, displayName }) => [
      scope,
      keyName,
      displayName,
    ]);
    expect(programs).toEqual(
      expect.arrayContaining([
        ['machine64', productCodes.kes, 'Kaspersky Endpoint Security for Windows'],
        ['machine64', 'UninstallGuide', 'How to uninstall Kaspersky – guide'],
        ['machine32', productCodes.home, 'Kaspersky Internet Security – Защита'],
        ['machine32', `InstallWIX_${productCodes.home}`, 'Kaspersky Internet Security – Защита'],
        ['machine32', 'KasperskySecurityScan', 'Kaspersky Security Scan'],
        ['user', 'OlgasProgram', 'Ольгина программа'],
      ]),
    );
    expect(programs.length).toBe(18);
  });

  test('it has the profile of that person and what of the vendor is in it', () => {
    expect(inventory.profiles.items).toContainEqual({
      sid: olga,
      folder: 'C:\\users\\olga',
      loaded: false,
    });
    const hers = inventory.vendorKeys.items.filter(({ userSid }) => userSid === olga);
    expect(hers.map(({ key }) => key)).toContain(
      `HKU\\${olga}\\Software\\KasperskyLab\\AVP21.3\\Settings`,
    );
  });

  test('it has the services with their states and programs', () => {
    const names = ['AVP.KES.21.13', 'AVP21.3', 'KSDE5.2', 'klnagent', 'AVP20.0', 'KSOS21.3'];
    const services = inventory.services.items.filter(({ name }) => names.includes(name));
    const service = (name: string, imageFile: string) =>
      expect.objectContaining({
        name,
        imageFile,
        kind: 'service',
        state: 'running',
        start: 'auto',
        imageExists: true,
        account: 'LocalSystem',
        processId: expect.any(Number),
      });
    const kes = 'C:\\Program Files\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows';
    expect(services.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      service('AVP.KES.21.13', `${kes}\\avp.exe`),
      service('AVP20.0', `${vendorFolder}\\Kaspersky Anti-Virus 20.0\\avp.exe`),
      service('AVP21.3', `${vendorFolder}\\Kaspersky Internet Security 21.3\\avp.exe`),
      service('KSDE5.2', `${vendorFolder}\\Kaspersky VPN 5.2\\ksde.exe`),
      service('KSOS21.3', `${vendorFolder}\\Kaspersky Small Office Security 21.3\\avp.exe`),
      service('klnagent', `${vendorFolder}\\NetworkAgent\\klnagent.exe`),
    ]);
    expect(inventory.services.items.find(({ name }) => name === 'klids.K4W-21-3')).toMatchObject({
      kind: 'kernelDriver',
      state: 'stopped',
      imageFile: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\Bases\\klids.sys',
      imageExists: false,
    });
  });

  test('it has the products of Windows Installer with their packages', () => {
    const { items, state } = inventory.installerProducts;
    const product = (productCode: string, name: string, version: string) =>
      expect.objectContaining({
        productCode,
        name,
        version,
        context: 'machine',
        state: 'installed',
        localPackageExists: true,
      });
    expect([state, items.toSorted((a, b) => (a.productCode < b.productCode ? -1 : 1))]).toEqual([
      'read',
      [
        product(productCodes.agent, 'Kaspersky Security Center Network Agent', '15.1.0.20748'),
        product(productCodes.home, 'Kaspersky Internet Security – Защита', '21.3.10.391'),
        product(productCodes.restart, 'Kaspersky Small Office Security', '21.3.10.391'),
        product(productCodes.vpn, 'Kaspersky VPN', '21.3.10.391'),
        product(productCodes.liar, 'Kaspersky Anti-Virus', '20.0.14.1085'),
        product(productCodes.kes, 'Kaspersky Endpoint Security for Windows', '12.1.0.506'),
      ],
    ]);
  });

  test('it has the folders of the vendor and not those that are only named like them', () => {
    expect(inventory.vendorFolders.items.map(({ path, kind }) => [path, kind])).toEqual([
      ['C:\\Program Files\\Kaspersky Lab', 'program'],
      ['C:\\Program Files (x86)\\Kaspersky Lab', 'program'],
      ['C:\\ProgramData\\Kaspersky Lab', 'data'],
    ]);
    const entries = inventory.vendorFolders.items.flatMap((folder) => folder.entries);
    expect(entries.map(({ path }) => path)).toContain(
      'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\quarantined.klq',
    );
  });

  test('it tells who signed the programs', () => {
    const signers = new Map(
      inventory.files.items.map(({ path, signature }) => [
        path,
        [signature?.status, signature?.organization],
      ]),
    );
    const of = (path: string) => signers.get(`${vendorFolder}\\${path}`);
    expect([
      of('Kaspersky Internet Security 21.3\\avp.exe'),
      of('Kaspersky Security Scan\\uninstall.exe'),
      of('Kaspersky Small Office Security 21.3\\kllocked.sys'),
      of('ThirdParty\\uninstall.exe'),
    ]).toEqual([
      ['valid', 'AO Kaspersky Lab'],
      ['valid', 'AO Kaspersky Lab'],
      ['unsigned', null],
      ['valid', 'Innocent Software GmbH'],
    ]);
  });

  test('it has what the Security Center lists', () => {
    const { name, path, guid } = innocentAntivirus;
    expect(inventory.securityProducts).toEqual({
      state: 'read',
      items: [
        {
          provider: 'antivirus',
          name,
          state: 'on',
          signatures: 'upToDate',
          reportingPath: path,
          guid,
          timestamp,
        },
      ],
      gaps: [],
    });
  });
});
