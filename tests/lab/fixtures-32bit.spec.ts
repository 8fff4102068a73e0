import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { passwords, productCodes as code } from './support/fixture-facts.ts';
import { no32Bit, newMachine, removeProduct as remove, serviceState } from './support/lab-spec.ts';
import { runCheck } from './support/run-check.ts';

const uninstall32 = 'SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const vendor32 = 'C:\\Program Files (x86)\\Kaspersky Lab';

describe.skipIf(no32Bit)('32-bit fixtures', () => {
  test('home has a localised name, a twin entry, and leaves keys and data behind', async () => {
    const machine = await newMachine();
    await machine.install('home');
    const name = 'Kaspersky Internet Security – Защита';
    const shown = { DisplayName: name, DisplayVersion: '21.3.10.391', Publisher: 'Kaspersky' };
    expect(await machine.readReg(`HKLM\\${uninstall32}\\${code.home}`)).toMatchObject(shown);
    expect(await machine.readReg(`HKLM\\${uninstall32}\\InstallWIX_${code.home}`)).toMatchObject(
      shown,
    );
    expect(
      await machine.readReg('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.3\\environment'),
    ).toMatchObject({ ProductName: name });
    expect(await serviceState(machine, 'AVP21.3')).toBe('RUNNING');
    expect(await remove(machine, code.home)).toBe(0);
    expect(machine.exists(vendor32)).toBe(false);
    expect(machine.exists('C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\quarantined.klq')).toBe(
      true,
    );
    expect(await machine.readReg('HKCU\\Software\\KasperskyLab\\AVP21.3\\Settings')).toEqual({
      Skin: 'default',
    });
    expect(await runCheck(machine, 'roots.cjs')).toContain(
      'Kaspersky Anti-Virus Personal Root Certificate',
    );
    expect(
      await machine.readReg('HKLM\\SYSTEM\\CurrentControlSet\\Services\\klids.K4W-21-3'),
    ).toMatchObject({ Type: 1 });
  });

  test('vpn comes and goes on its own', async () => {
    const machine = await newMachine();
    await machine.install('vpn');
    expect(
      await machine.readReg('HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\KSDE5.2\\environment'),
    ).toMatchObject({ ProductCode: code.vpn });
    expect([await serviceState(machine, 'KSDE5.2'), await remove(machine, code.vpn)]).toEqual([
      'RUNNING',
      0,
    ]);
    expect([await serviceState(machine, 'KSDE5.2'), machine.exists(vendor32)]).toEqual([
      undefined,
      false,
    ]);
  });

  test('agent yields only to its password in hex', async () => {
    const machine = await newMachine();
    await machine.install('agent');
    expect(
      await machine.readReg(
        'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103\\1.0.0.0',
      ),
    ).toMatchObject({ ProductVersion: '15.1.0.20748' });
    expect(await remove(machine, code.agent)).toBe(1603);
    expect(await remove(machine, code.agent, `KLUNINSTPASSWD=${passwords.agent.password}`)).toBe(
      1603,
    );
    const hex = Buffer.from(passwords.agent.password, 'utf16le').toString('hex');
    expect([
      await remove(machine, code.agent, `KLUNINSTPASSWD=${hex}`),
      await serviceState(machine, 'klnagent'),
    ]).toEqual([0, undefined]);
  });

  test('utility answers at once and works on', async () => {
    const machine = await newMachine();
    await machine.install('utility');
    const { QuietUninstallString: command } =
      (await machine.readReg(`HKLM\\${uninstall32}\\KasperskySecurityScan`)) ?? {};
    expect(command).toBe(`"${vendor32}\\Kaspersky Security Scan\\uninstall.exe" /S`);
    expect(await machine.run(String(command), [], { verbatim: true })).toMatchObject({
      exitCode: 0,
    });
    expect(machine.exists(`${vendor32}\\Kaspersky Security Scan\\kss.exe`)).toBe(true);
    await expect
      .poll(() => machine.exists(vendor32), { timeout: 15_000, interval: 100 })
      .toBe(false);
    await sleep(300);
    expect(await machine.readReg(`HKLM\\${uninstall32}\\KasperskySecurityScan`)).toBeUndefined();
  });

  test('liar answers 0 while its service runs on', async () => {
    const machine = await newMachine();
    await machine.install('liar');
    expect(await remove(machine, code.liar)).toBe(0);
    expect(await machine.readReg(`HKLM\\${uninstall32}\\${code.liar}`)).toBeUndefined();
    await machine.reboot();
    expect([
      await serviceState(machine, 'AVP20.0'),
      machine.exists(`${vendor32}\\Kaspersky Anti-Virus 20.0\\avp.exe`),
    ]).toEqual(['RUNNING', true]);
  });

  test('hanging never ends, nor does its child', async () => {
    const machine = await newMachine();
    await machine.install('hanging');
    const program = await machine.start(`${vendor32}\\Kaspersky Software Updater\\uninstall.exe`, [
      '/S',
    ]);
    const processes = async () =>
      (await machine.run('tasklist.exe')).stdout.split('uninstall.exe').length - 1;
    await expect.poll(processes, { timeout: 15_000 }).toBe(2);
    expect(await program.kill()).toMatchObject({ exitCode: null, timedOut: false });
    expect(await processes()).toBe(1);
  });

  test('restart answers 3010 and leaves a file in use, which a restart removes', async () => {
    const machine = await newMachine();
    await machine.install('restart');
    const folder = `${vendor32}\\Kaspersky Small Office Security 21.3`;
    expect([
      await remove(machine, code.restart),
      machine.exists(`${folder}\\kllocked.sys`),
    ]).toEqual([3010, true]);
    expect(
      await machine.readReg('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager'),
    ).toMatchObject({
      PendingFileRenameOperations: [`\\??\\${folder}\\kllocked.sys`, '', `\\??\\${folder}`, ''],
    });
    await machine.reboot();
    expect(machine.exists(folder)).toBe(false);
  });
});
