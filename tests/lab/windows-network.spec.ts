import { describe, expect, test } from 'vitest';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const adapter = '{9A399D81-2EAD-4F23-BCDD-637FC13DCD51}';
const filter = '{0D2E8A4B-6C57-4C0E-9B7E-3A1F5D2C4B60}';
const adapters =
  'SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';
const firewall = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
const internet = 'Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const keyboard = 'HID\\VID_045E&PID_07B2\\8&2B1C9F0&0&0000';

/** Lists of one text, as a `.reg` file has them. */
function list(entry: string): string {
  return `hex(7):${Buffer.from(`${entry}\0\0`, 'utf16le')
    .toString('hex')
    .replace(/..(?=.)/g, '$&,')}`;
}

function text(data: string): string {
  return `"${data.replaceAll('\\', '\\\\')}"`;
}

const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [`HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\${keyboard}`]: {
    DeviceDesc: text('@keyboard.inf,%hid%;HID Keyboard Device'),
    UpperFilters: list('klkbdflt'),
  },
  [`HKEY_LOCAL_MACHINE\\${adapters}\\0042`]: {
    NetCfgInstanceId: text(adapter),
    DriverDesc: text('Ethernet controller'),
  },
  [`HKEY_LOCAL_MACHINE\\${adapters}\\0042\\Linkage`]: {
    FilterList: list(`${adapter}-${filter}-0000`),
    UpperBind: list('Tcpip'),
  },
  [`HKEY_LOCAL_MACHINE\\${firewall}\\PublicProfile`]: { EnableFirewall: 'dword:00000000' },
  [`HKEY_LOCAL_MACHINE\\${firewall}\\FirewallRules`]: {
    '{1}': text(
      'v2.30|Action=Allow|Active=TRUE|Dir=In|App=%ProgramFiles%\\Kaspersky Lab\\NetworkAgent\\klnagent.exe|Name=Agent|',
    ),
    '{2}': text('v2.30|Action=Allow|Active=TRUE|Dir=In|App=C:\\Games\\game.exe|Name=Game|'),
  },
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate': {
    WUServer: text('http://localhost:8530'),
  },
  [`HKEY_LOCAL_MACHINE\\SOFTWARE\\${internet.slice('Software\\'.length)}\\Connections`]: {
    WinHttpSettings:
      'hex:28,00,00,00,00,00,00,00,03,00,00,00,06,00,00,00,61,63,6d,65,3a,38,00,00,00,00',
  },
  [`HKEY_CURRENT_USER\\${internet}`]: {
    ProxyServer: text('http=anna:geheim@127.0.0.1:8080'),
  },
};

const reg = `Windows Registry Editor Version 5.00\n\n${Object.entries(keys)
  .map(([key, values]) =>
    [`[${key}]`, ...Object.entries(values).map(([name, data]) => `"${name}"=${data}`), ''].join(
      '\n',
    ),
  )
  .join('\n')}`;

describe.skipIf(noLab)('what steers the devices and the network of a Windows computer', () => {
  test('is read where Windows keeps it', async () => {
    const machine = await newMachine();
    await machine.importReg(reg);
    await machine.writeFile(
      'C:\\windows\\system32\\drivers\\etc\\hosts',
      '127.0.0.1 localhost intranet\r\n0.0.0.0 fe2.update.microsoft.com\r\n',
    );

    const output = (await runScript(machine, 'read-inventory', {})) as { inventory: unknown };
    const inventory = inventorySchema.parse(output.inventory);

    const isOurs = ({ key }: { readonly key: string }) =>
      /FirewallPolicy|WindowsUpdate|Connections|HKU.*Internet Settings/.test(key);
    expect({
      devices: inventory.deviceFilters.items,
      adapters: inventory.networkAdapters.items.filter(({ adapterId }) => adapterId === adapter),
      settings: inventory.networkSettings.items
        .filter(isOurs)
        .map(({ kind, name, data, subject, policy }) => [kind, name, data, subject, policy])
        .filter(([, name]) => name !== 'ProxyEnable'),
      rules: inventory.firewallRules.items.map(({ name, program }) => [name, program]),
      hosts: inventory.hostsEntries.items,
      states: [
        inventory.deviceFilters.state,
        inventory.networkAdapters.state,
        inventory.networkSettings.state,
        inventory.firewallRules.state,
        inventory.hostsEntries.state,
      ],
    }).toEqual({
      devices: [
        {
          instanceId: keyboard,
          classGuid: null,
          description: 'HID Keyboard Device',
          upperFilters: ['klkbdflt'],
          lowerFilters: [],
        },
      ],
      adapters: [
        {
          adapterId: adapter,
          key: `HKLM\\${adapters}\\0042`,
          description: 'Ethernet controller',
          componentId: null,
          provider: null,
          service: null,
          filters: [filter],
          upperBind: ['Tcpip'],
        },
      ],
      settings: [
        ['firewall', 'EnableFirewall', 0, 'public', false],
        ['windowsUpdate', 'WUServer', 'http://localhost:8530', null, true],
        ['proxy', 'WinHttpSettings', 'acme:8', null, false],
        ['proxy', 'ProxyServer', 'http=127.0.0.1:8080', null, false],
      ],
      rules: [['{1}', 'C:\\Program Files\\Kaspersky Lab\\NetworkAgent\\klnagent.exe']],
      hosts: [{ address: '0.0.0.0', names: ['fe2.update.microsoft.com'] }],
      states: ['read', 'read', 'read', 'read', 'read'],
    });
  });
});
