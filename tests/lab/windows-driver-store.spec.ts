import { describe, expect, test } from 'vitest';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const adapters = `${control}\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}`;
const network = `${control}\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}`;

const inf = (provider: string, driver: string) =>
  `[Version]\r\nClass=NetService\r\nProvider=%Maker%\r\n[Manufacturer]\r\n%Maker%=Models,NTamd64\r\n[Models.NTamd64]\r\nx=Install,${driver}_id\r\n[Install.Services]\r\nAddService=${driver},,x\r\n[Strings]\r\nMaker="${provider}"\r\n`;

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
});
