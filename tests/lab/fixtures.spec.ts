import { describe, expect, test } from 'vitest';
import { passwords, productCodes as code } from './support/fixture-facts.ts';
import { noLab, newMachine, removeProduct as remove, serviceState } from './support/lab-spec.ts';
import { runCheck } from './support/run-check.ts';
import { diff } from './support/snapshot.ts';

const uninstall = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const uninstall32 = uninstall.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node');

function lastNames(tree: object): string[] {
  return Object.keys(tree)
    .map((key) => key.replace(/.*\\/, ''))
    .toSorted();
}

describe.skipIf(noLab)('64-bit fixtures', () => {
  test('kes registers in both views and yields only to KLAdmin and the password', async () => {
    const machine = await newMachine();
    await machine.node(['-e', '1']);
    const before = await machine.snapshot();
    await machine.install('kes');
    expect(await serviceState(machine, 'AVP.KES.21.13')).toBe('RUNNING');
    expect(await machine.readReg(`HKLM\\${uninstall}\\${code.kes}`)).toMatchObject({
      DisplayName: 'Kaspersky Endpoint Security for Windows',
      DisplayVersion: '12.1.0.506',
      Publisher: 'AO Kaspersky Lab',
    });
    expect(
      await machine.readReg('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\KES21.13\\environment'),
    ).toMatchObject({
      ProductCode: code.kes,
      ProductRoot: 'C:\\Program Files\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows\\',
    });
    expect(await remove(machine, code.kes)).toBe(1603);
    expect(await remove(machine, code.kes, 'KLLOGIN=KLAdmin KLPASSWD=wrong')).toBe(1603);
    expect(await serviceState(machine, 'AVP.KES.21.13')).toBe('RUNNING');
    expect(
      await remove(
        machine,
        code.kes,
        `KLLOGIN=${passwords.kes.user} KLPASSWD=${passwords.kes.password}`,
      ),
    ).toBe(0);
    const data = 'C:\\ProgramData\\Kaspersky Lab';
    expect(diff(before, await machine.snapshot())).toEqual({
      keys: { added: [], removed: [] },
      values: { added: [], removed: [], changed: [] },
      files: {
        added: [
          data,
          `${data}\\KES.21.13`,
          `${data}\\KES.21.13\\Data`,
          `${data}\\KES.21.13\\Data\\settings.kvdb`,
        ],
        removed: [],
        changed: [],
      },
    });
  });

  test('are signed by who they say, under a root this Windows trusts', async () => {
    const machine = await newMachine();
    await machine.install('neighbours', 'hostile');
    expect(await runCheck(machine, 'signer.cjs', 'L:\\kes\\product.msi')).toEqual({
      organisation: 'AO Kaspersky Lab',
      chainError: 0,
    });
    expect(
      await runCheck(
        machine,
        'signer.cjs',
        'C:\\Program Files\\Innocent Antivirus\\InnocentAv.exe',
      ),
    ).toEqual({
      organisation: 'Innocent Software GmbH',
      chainError: 0,
    });
    expect(await runCheck(machine, 'signer.cjs', 'C:\\lab\\node.exe')).not.toMatchObject({
      organisation: 'AO Kaspersky Lab',
    });
  });

  test('hostile and neighbours are registered, the services of the neighbours run, and nothing hostile has run', async () => {
    const machine = await newMachine();
    await machine.install('hostile', 'neighbours', 'profile');
    expect(lastNames(await machine.readRegTree(`HKLM\\${uninstall32}`))).toEqual(
      expect.arrayContaining(['HostileCmd', 'HostileUnc', 'ThirdParty']),
    );
    expect(lastNames(await machine.readRegTree(`HKLM\\${uninstall}`))).toEqual(
      expect.arrayContaining(['KasperskyLabFans', 'MinIO KES']),
    );
    expect(await machine.readReg(`HKLM\\${uninstall}\\UninstallGuide`)).toMatchObject({
      DisplayName: 'How to uninstall Kaspersky – guide',
    });
    expect(
      await Promise.all(
        ['InnocentAv', 'ksde', 'kavkrn', 'kes'].map((name) => serviceState(machine, name)),
      ),
    ).toEqual(Array(4).fill('RUNNING'));
    expect([
      machine.exists('C:\\hostile-ran.txt'),
      machine.exists('C:\\users\\olga\\NTUSER.DAT'),
    ]).toEqual([false, true]);
    await machine.run('C:\\Program Files\\Innocent AV\\uninst.exe', ['/S']);
    expect(await machine.readFile('C:\\hostile-ran.txt')).toContain('Innocent AV');
  });

  test('wsc answers for the Security Center what the registry says, and fails as told', async () => {
    const machine = await newMachine('wsc');
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\SecurityCenter';
    const values =
      '"Name"="Innocent Antivirus"\n"Provider"=dword:4\n"State"=dword:1\n"Signature"=dword:1\n"Path"="C:\\\\a.exe"\n"Timestamp"="now"\n"Guid"="{G}"';
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${key}\\1]\n${values}\n\n[${key}\\2]\n"Name"="Wall"\n"Provider"=dword:1\n`,
    );
    expect(await runCheck(machine, 'security-center.cjs')).toEqual([
      ['Innocent Antivirus', 1, 1, 'C:\\a.exe', '{G}'],
    ]);
    await machine.run('reg.exe', [
      'add',
      'HKLM\\SOFTWARE\\CutoverLab\\SecurityCenter',
      '/v',
      'FailItem',
      '/t',
      'REG_DWORD',
      '/d',
      '0x80070005',
    ]);
    expect(await runCheck(machine, 'security-center.cjs')).toEqual({
      failed: 'slot 9',
      hresult: '80070005',
    });
  });

  test('without wsc there is no Security Center, as on a server', async () => {
    const machine = await newMachine();
    expect(await runCheck(machine, 'security-center.cjs')).toEqual({
      failed: 'create',
      hresult: '80040154',
    });
  });
});
