import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeInQuarantine } from '../../src/main/machine/quarantine/place-in-quarantine.ts';
import { runScript } from './support/lab-scripts.ts';
import { availableLab, newMachine, noLab } from './support/lab-spec.ts';

const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const adapters = `${control}\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}`;
const network = `${control}\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}`;

const inf = (provider: string, driver: string) =>
  `[Version]\r\nClass=NetService\r\nProvider=%Maker%\r\n[Manufacturer]\r\n%Maker%=Models,NTamd64\r\n[Models.NTamd64]\r\nx=Install,${driver}_id\r\n[Install.Services]\r\nAddService=${driver},,x\r\n[Strings]\r\nMaker="${provider}"\r\n`;

/** What Windows copies into its store beside that file. */
const files =
  '[SourceDisksNames]\r\n1=disk\r\n[SourceDisksFiles]\r\nx.sys=1\r\n[Install]\r\nCopyFiles=Copied\r\n[Copied]\r\nx.sys\r\n[DestinationDirs]\r\nCopied=12\r\n';

describe.skipIf(noLab)('packages of drivers in the driver store', () => {
  test('are read with what was installed from them, and those of others are not', async () => {
    const machine = await newMachine();
    const put = async (name: string, provider: string, driver: string) =>
      machine.writeFile(`C:\\windows\\inf\\${name}`, inf(provider, driver));
    await put('oem3.inf', 'Kaspersky Lab', 'klim6');
    await put('oem4.inf', 'AO Kaspersky Lab', 'kltap');
    await put('oem5.inf', 'Acme', 'acmelwf');
    await put('klim6.inf', 'Kaspersky Lab', 'klim6');
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${adapters}\\0042]\n"InfPath"="OEM4.inf"\n"DriverDesc"="TAP Adapter"\n\n` +
        `[${adapters}\\0043]\n"InfPath"="oem5.inf"\n"DriverDesc"="Acme Adapter"\n\n` +
        `[${network}\\{0D2E8A4B-6C57-4C0E-9B7E-3A1F5D2C4B60}]\n"ComponentId"="klim6_ID"\n"Description"="Kaspersky Lab NDIS 6 Filter"\n`,
    );
    const found = (name: string, provider: string, driver: string, user: string) => ({
      inf: name,
      // Wine knows no folder of a package by that name.
      store: null,
      provider,
      signers: null,
      className: 'NetService',
      services: [driver],
      usedBy: [user],
    });
    expect(await runScript(machine, 'read-driver-packages')).toEqual({
      state: 'read',
      items: [
        found('oem3.inf', 'Kaspersky Lab', 'klim6', 'Kaspersky Lab NDIS 6 Filter'),
        found('oem4.inf', 'AO Kaspersky Lab', 'kltap', 'TAP Adapter'),
      ],
      gaps: [],
    });
  });

  test('leave it by Windows and come back from a copy, byte for byte, and those of others stay', async () => {
    const machine = await newMachine();
    const refused = [null, 'refused.notAVendorPackage'];
    const repository = 'C:\\windows\\system32\\driverstore\\filerepository';
    const signed = async (fixture: string, file: string) =>
      readFile(join(availableLab?.fixtures ?? '', fixture, file));
    const [kaspersky, innocent] = [
      await signed('kes', 'avp.exe'),
      await signed('events', 'wevtapi.dll'),
    ];
    /** Windows itself takes it into its store; Wine leaves it the name that it came with. */
    const install = async (number: string, provider: string, program: Buffer) => {
      const kept = `C:\\cutover\\new-${number}`;
      await machine.writeFile(
        `${kept}\\${number}.inf`,
        inf(provider, number).replace(
          '[Version]',
          '[Version]\r\nSignature="$WINDOWS NT$"\r\nCatalogFile=x.cat',
        ) + files,
      );
      await machine.writeFile(`${kept}\\x.cat`, 'catalogue');
      await machine.writeFile(`${kept}\\x.sys`, program);
      return change('returnDriverPackage', number, { kept });
    };
    const change = async (kind: string, number: string, more: object = {}) =>
      runScript(machine, 'change-driver-store', {
        kind,
        inf: `${number}.inf`,
        store: `${number}.inf_1`,
        ...more,
      });
    const stored = async (number: string) =>
      readFile(machine.toLinux(`${repository}\\${number}.inf_1\\x.sys`)).catch(() => null);

    expect([
      await install('oem3', 'Kaspersky Lab', kaspersky),
      await install('oem4', 'Acme', innocent),
      await install('oem5', 'Kaspersky Lab', innocent),
    ]).toEqual([[0], [0], [0]]);
    expect([
      await change('quarantineDriverPackage', 'oem4'),
      await change('quarantineDriverPackage', 'oem5'),
      await stored('oem4'),
      await stored('oem5'),
    ]).toEqual([refused, refused, innocent, innocent]);
    expect([
      await change('quarantineDriverPackage', 'oem3'),
      await stored('oem3'),
      await change('quarantineDriverPackage', 'oem3'),
    ]).toEqual([[0], null, [0]]);
    const kept = placeInQuarantine('C:\\cutover', 'oem3.inf_1');
    expect([
      await change('returnDriverPackage', 'oem3', { kept }),
      await stored('oem3'),
      await change('returnDriverPackage', 'oem3', { kept }),
      existsSync(machine.toLinux(kept)),
    ]).toEqual([[0], kaspersky, [0], false]);
  });
});
