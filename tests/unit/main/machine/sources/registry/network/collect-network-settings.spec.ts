import { describe, expect, it } from 'vitest';
import { collectNetworkSettings } from '../../../../../../../src/main/machine/sources/registry/network/collect-network-settings.ts';
import {
  treeRegistryOf,
  type LooseValue,
} from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const firewall = `${services}\\SharedAccess\\Parameters\\FirewallPolicy`;
const firewallPolicy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';
const updates = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
const internet = 'Microsoft\\Windows\\CurrentVersion\\Internet Settings';
const anna = 'S-1-5-21-1-2-3-1001';
const adapter = '{9A399D81-2EAD-4F23-BCDD-637FC13DCD51}';

const settings = (keys: Record<string, Record<string, LooseValue>>) =>
  collectNetworkSettings(treeRegistryOf(keys)).items.map(
    ({ kind, key, name, data, subject, userSid, policy }) => [
      kind,
      key.slice(key.lastIndexOf('\\') + 1),
      name,
      data,
      subject ?? userSid,
      policy,
    ],
  );

describe('collectNetworkSettings', () => {
  it('tells of each profile of the firewall who set it', () => {
    expect(
      settings({
        [`${firewall}\\StandardProfile`]: { EnableFirewall: 1, DisableNotifications: 1 },
        [`${firewall}\\Mdm\\PublicProfile`]: { EnableFirewall: 0 },
        [`${firewallPolicy}\\PrivateProfile`]: { EnableFirewall: 0, DefaultInboundAction: 1 },
      }),
    ).toEqual([
      ['firewall', 'StandardProfile', 'EnableFirewall', 1, 'private', false],
      ['firewall', 'PublicProfile', 'EnableFirewall', 0, 'public', true],
      ['firewall', 'PrivateProfile', 'EnableFirewall', 0, 'private', true],
      ['firewall', 'PrivateProfile', 'DefaultInboundAction', 1, 'private', true],
    ]);
  });

  it('tells where updates come from', () => {
    expect(
      settings({
        [updates]: { WUServer: 'http://localhost:8530', TargetGroup: 'Sales' },
        [`${updates}\\AU`]: { UseWUServer: 1 },
      }),
    ).toEqual([
      ['windowsUpdate', 'WindowsUpdate', 'WUServer', 'http://localhost:8530', null, true],
      ['windowsUpdate', 'AU', 'UseWUServer', 1, null, true],
    ]);
  });

  it('tells the proxy of services, of the machine and of each person', () => {
    const direct = Buffer.from('1800000000000000010000000000000000000000', 'hex');
    const winHttp = (data: Buffer) => ({
      [`HKLM\\SOFTWARE\\${internet}\\Connections`]: { WinHttpSettings: data },
    });
    expect(settings(winHttp(direct))).toEqual([]);
    expect(
      settings({
        ...winHttp(Buffer.from('2800000000000000030000000600000061636d653a38', 'hex')),
        [`HKLM\\SOFTWARE\\Policies\\${internet}`]: { ProxySettingsPerUser: 0 },
        [`HKU\\${anna}\\Software\\${internet}`]: {
          ProxyEnable: 1,
          ProxyServer: '127.0.0.1:8080',
          ProxyOverride: '*.acme.example',
        },
      }),
    ).toEqual([
      ['proxy', 'Internet Settings', 'ProxySettingsPerUser', 0, null, true],
      ['proxy', 'Connections', 'WinHttpSettings', 'acme:8', null, false],
      ['proxy', 'Internet Settings', 'ProxyEnable', 1, anna, false],
      ['proxy', 'Internet Settings', 'ProxyServer', '127.0.0.1:8080', anna, false],
    ]);
  });

  it('records no name, no password and no query of an address', () => {
    expect(
      settings({
        [`HKU\\${anna}\\Software\\${internet}`]: {
          ProxyServer: 'http=anna:geheim@proxy:80;https=anna:geheim@proxy:81',
          AutoConfigURL: 'https://anna:geheim@acme.example/proxy.pac?token=geheim#x',
        },
      }).map(([, , , data]) => data),
    ).toEqual(['http=proxy:80;https=proxy:81', 'https://acme.example/proxy.pac']);
  });

  it('tells the name servers that somebody chose, and none that the network assigned', () => {
    expect(
      settings({
        [`${services}\\Tcpip\\Parameters`]: { NameServer: '', DhcpNameServer: '192.0.2.1' },
        [`${services}\\Tcpip\\Parameters\\Interfaces\\${adapter}`]: { NameServer: '127.0.0.1' },
        [`${services}\\Tcpip6\\Parameters\\Interfaces\\${adapter}`]: { NameServer: '::1' },
      }),
    ).toEqual([
      ['dns', adapter, 'NameServer', '127.0.0.1', adapter, false],
      ['dns', adapter, 'NameServer', '::1', adapter, false],
    ]);
  });

  it('is empty where nothing is set, and not whole where a key is closed', () => {
    const whole = collectNetworkSettings(treeRegistryOf({}));
    const closed = collectNetworkSettings(treeRegistryOf({}, [updates]));

    expect([whole.state, closed.state, closed.gaps.map(({ subject }) => subject)]).toEqual([
      'empty',
      'partial',
      [updates],
    ]);
  });
});
