import type { NetworkSetting } from '../../../../../shared/domain/inventory/network/network-settings.ts';

/** A key with settings of the network, and the names of those that matter. */
export interface NetworkSettingPlace extends Omit<NetworkSetting, 'key' | 'name' | 'data'> {
  readonly path: string;
  readonly names: readonly string[];
}

const software = 'HKLM\\SOFTWARE';
const none = { subject: null, userSid: null } as const;

/** Places that are the same on every machine. */
export const machinePlaces: readonly NetworkSettingPlace[] = [
  // Microsoft: Windows deployment docs, "Manage additional Windows Update settings" and "Policy CSP - Update".
  {
    ...none,
    kind: 'windowsUpdate',
    policy: true,
    path: `${software}\\Policies\\Microsoft\\Windows\\WindowsUpdate`,
    names: [
      'WUServer',
      'WUStatusServer',
      'UpdateServiceUrlAlternate',
      'DoNotConnectToWindowsUpdateInternetLocations',
    ],
  },
  {
    ...none,
    kind: 'windowsUpdate',
    policy: true,
    path: `${software}\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU`,
    names: ['UseWUServer', 'NoAutoUpdate'],
  },
  {
    ...none,
    kind: 'windowsUpdate',
    policy: true,
    path: `${software}\\Microsoft\\PolicyManager\\current\\device\\Update`,
    names: ['UpdateServiceUrl', 'AllowUpdateService'],
  },
  ...proxyPlaces(software, null),
  {
    ...none,
    kind: 'proxy',
    policy: false,
    path: `${software}\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections`,
    names: ['WinHttpSettings'],
  },
  {
    ...none,
    kind: 'dns',
    policy: true,
    path: `${software}\\Policies\\Microsoft\\Windows NT\\DNSClient`,
    names: ['NameServer'],
  },
];

/** WinINET, of the machine or of one person. Microsoft: Windows Server docs, "Configure proxy server settings". */
export function proxyPlaces(root: string, userSid: string | null): NetworkSettingPlace[] {
  const settings = 'Microsoft\\Windows\\CurrentVersion\\Internet Settings';
  const names = ['ProxyEnable', 'ProxyServer', 'AutoConfigURL', 'ProxySettingsPerUser'];
  const common = { kind: 'proxy', subject: null, userSid, names } as const;
  return [
    { ...common, policy: false, path: `${root}\\${settings}` },
    { ...common, policy: true, path: `${root}\\Policies\\${settings}` },
  ];
}

const profiles = [
  ['DomainProfile', 'domain'],
  ['StandardProfile', 'private'],
  ['PrivateProfile', 'private'],
  ['PublicProfile', 'public'],
] as const;

/**
 * The profiles of Windows Firewall as this computer, its group policy and its device management set them. The private
 * one has another name outside of policies. Microsoft: "[MS-GPFAS]: Firewall and Advanced Security Data Structure".
 */
export function firewallPlaces(local: string): NetworkSettingPlace[] {
  const roots = [
    [local, false],
    [`${local}\\Mdm`, true],
    [`${software}\\Policies\\Microsoft\\WindowsFirewall`, true],
  ] as const;
  return roots.flatMap(([root, policy]) =>
    profiles.map(([name, subject]) => ({
      kind: 'firewall' as const,
      userSid: null,
      subject,
      policy,
      path: `${root}\\${name}`,
      names: ['EnableFirewall', 'DefaultInboundAction', 'DefaultOutboundAction'],
    })),
  );
}

/** Name servers that somebody chose for one adapter; those that the network assigns are not recorded. */
export function dnsPlace(path: string, adapter: string | null): NetworkSettingPlace {
  const names = ['NameServer'];
  return { kind: 'dns', userSid: null, policy: false, subject: adapter, path, names };
}
