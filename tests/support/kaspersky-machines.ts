import { signedBy, type InventoryFacts } from './inventory-builder.ts';

/** Machines in the shape of real ones, used by the tests of detect, plan, hazards and protection. */

export const programFiles = 'C:\\Program Files (x86)\\Kaspersky Lab';
export const vendorRoot = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
export const vendorSignature = signedBy('Kaspersky Lab');

export const codes = {
  home: '{2B7F3E51-8C0A-4D6E-9B1F-21A3C0D9E801}',
  vpn: '{5D3A1C20-0001-4A1B-8C2D-3E4F5A6B7C01}',
  kes: '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}',
  agent: '{2924BEDA-E0D7-4DAF-A224-50D2E0B12F5B}',
} as const;

interface MsiFacts {
  readonly code: string;
  readonly name: string;
  readonly version: string;
  readonly publisher?: string | null;
}

/** An entry of programs and the product of Windows Installer behind it. */
export function msi({ code, name, version, publisher = 'Kaspersky' }: MsiFacts): InventoryFacts {
  return {
    programs: [
      {
        keyName: code,
        displayName: name,
        displayVersion: version,
        publisher,
        uninstallString: `MsiExec.exe /X${code}`,
        windowsInstaller: true,
      },
    ],
    installerProducts: [{ productCode: code, name, version, publisher }],
  };
}

const homeFolder = `${programFiles}\\Kaspersky 21.25`;
const homeDrivers = [
  'klbackupdisk',
  'klbackupflt',
  'kldisk',
  'klflt',
  'klgse',
  'klhk',
  'KLIF',
  'klkbdflt',
  'klmouflt',
  'klpd',
  'klpnpflt',
  'klwtp',
  'kneps',
];

/** A home product 21.25 with its twin entry, all its drivers and its traces elsewhere in Windows. */
export const home: InventoryFacts = {
  programs: [
    ...(msi({ code: codes.home, name: 'Kaspersky', version: '21.25.8.1' }).programs ?? []),
    {
      keyName: `InstallWIX_${codes.home}`,
      displayName: 'Kaspersky',
      displayVersion: '21.25.8.1',
      publisher: 'Kaspersky',
      installLocation: `${homeFolder}\\`,
      uninstallString: `MsiExec.exe /I${codes.home} REMOVE=ALL`,
    },
  ],
  installerProducts: [
    { productCode: codes.home, name: 'Kaspersky', version: '21.25.8.1', publisher: 'Kaspersky' },
  ],
  services: [
    { name: 'AVP21.25', imageFile: `${homeFolder}\\avp.exe` },
    {
      name: 'klvssbridge64_21.25',
      imageFile: `${homeFolder}\\x64\\vssbridge64.exe`,
      state: 'stopped',
    },
    { name: 'klim6', kind: 'kernelDriver', imageFile: 'C:\\Windows\\System32\\drivers\\klim6.sys' },
    {
      name: 'klids.K4W-21-25',
      kind: 'kernelDriver',
      imageFile: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\Bases\\klids.sys',
    },
    ...homeDrivers.map((name) => ({
      name: `${name}.K4W-21-25`,
      kind: 'kernelDriver' as const,
      imageFile: `C:\\Windows\\System32\\drivers\\K4W-21-25\\${name}.sys`,
    })),
    {
      name: 'klupd_K4W-21-25_klbg',
      kind: 'kernelDriver',
      imageFile: 'C:\\Windows\\System32\\drivers\\klupd_K4W-21-25_klbg.sys',
    },
  ],
  processes: [
    { name: 'avp.exe', path: `${homeFolder}\\avp.exe` },
    { name: 'avpui.exe', path: `${homeFolder}\\avpui.exe` },
  ],
  vendorKeys: [
    {
      key: `${vendorRoot}\\AVP21.25\\environment`,
      values: {
        ProductCode: codes.home,
        ProductName: 'Kaspersky',
        ProductRoot: `${homeFolder}\\`,
        ProductVersion: '21.25.8.1',
      },
    },
    { key: `${vendorRoot}\\AVP21.25` },
    {
      key: 'HKU\\S-1-5-21-1-2-3-1001\\Software\\KasperskyLab\\AVP21.25',
      userSid: 'S-1-5-21-1-2-3-1001',
    },
  ],
  vendorFolders: [
    { path: programFiles, entries: [`${homeFolder}\\avp.exe`] },
    {
      path: 'C:\\ProgramData\\Kaspersky Lab',
      kind: 'data',
      entries: ['C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\QB\\1.klq'],
    },
  ],
  files: [
    { path: `${homeFolder}\\avp.exe`, companyName: 'AO Kaspersky Lab', signature: vendorSignature },
  ],
  certificates: [
    { subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab' },
  ],
  browserExtensions: [{ id: 'ahkjpbeeocnddjkakilopmfdlnjdpcdm', name: 'Kaspersky Protection' }],
  networkComponents: [{ componentId: 'kl_klim6', service: 'klim6' }],
  classFilters: [
    {
      classGuid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}',
      className: 'Keyboard',
      upperFilters: ['klkbdflt.K4W-21-25', 'kbdclass'],
    },
  ],
  securityProducts: [
    {
      name: 'Kaspersky',
      reportingPath: `${homeFolder}\\wmiav.exe`,
      guid: '{11111111-2222-3333-4444-555555555555}',
    },
    { name: 'Windows Defender', state: 'off' },
  ],
};

/** The VPN that comes beside a home product. */
export const vpn: InventoryFacts = {
  ...msi({ code: codes.vpn, name: 'Kaspersky VPN', version: '21.25.1.1' }),
  services: [{ name: 'KSDE5.2', imageFile: `${programFiles}\\Kaspersky VPN 5.2\\ksde.exe` }],
  vendorKeys: [
    {
      key: `${vendorRoot}\\KSDE5.2\\environment`,
      values: { ProductCode: codes.vpn, ProductName: 'Kaspersky VPN' },
    },
  ],
};

/** A managed office computer: Endpoint Security and the Network Agent, the latter with its French name. */
export const office: InventoryFacts = merge(
  msi({
    code: codes.kes,
    name: 'Kaspersky Endpoint Security for Windows',
    version: '11.6.0.394',
    publisher: 'AO Kaspersky Lab',
  }),
  msi({
    code: codes.agent,
    name: "Agent d'administration de Kaspersky Security Center",
    version: '12.0.0.7734',
  }),
  {
    services: [
      {
        name: 'AVP.KES.21.19',
        imageFile: `${programFiles}\\Kaspersky Endpoint Security for Windows\\avp.exe`,
      },
      { name: 'klnagent', imageFile: `${programFiles}\\NetworkAgent\\klnagent.exe` },
      {
        name: 'klif',
        kind: 'fileSystemDriver',
        imageFile: 'C:\\Windows\\System32\\drivers\\klif.sys',
      },
    ],
    vendorKeys: [
      {
        key: `${vendorRoot}\\KES11\\environment`,
        values: { ProductCode: codes.kes, ProductName: 'Kaspersky Endpoint Security for Windows' },
      },
      {
        key: `${vendorRoot}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState`,
        values: { Protection_RtpState: 5 },
      },
    ],
  },
);

/** Several machines in one. */
export function merge(...machines: readonly InventoryFacts[]): InventoryFacts {
  const merged: Record<string, unknown> = {};
  for (const machine of machines) {
    for (const [name, value] of Object.entries(machine)) {
      const known = merged[name];
      merged[name] = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value;
    }
  }
  return merged;
}

/** Ordinary programs and services that have nothing to do with the matter. */
export const innocent: InventoryFacts = {
  programs: [
    { displayName: 'Mozilla Firefox', publisher: 'Mozilla' },
    { displayName: '7-Zip', publisher: 'Igor Pavlov' },
  ],
  installerProducts: [
    {
      productCode: '{90160000-0011-0000-0000-0000000FF1CE}',
      name: 'Office',
      publisher: 'Microsoft',
    },
  ],
  services: [{ name: 'WinDefend', state: 'stopped', start: 'demand' }, { name: 'Dnscache' }],
  processes: [{ name: 'explorer.exe', path: 'C:\\Windows\\explorer.exe' }],
};

/** Everything that looks like Kaspersky and is not. */
export const lookAlikeMachine: InventoryFacts = {
  programs: [
    {
      keyName: 'Kingsoft Internet Security',
      displayName: 'Kingsoft Antivirus',
      publisher: 'Kingsoft Corporation',
      installLocation: 'C:\\Program Files (x86)\\kingsoft\\kingsoft antivirus',
    },
    { displayName: 'WardWiz Kavach', publisher: 'WardWiz' },
    { displayName: 'MinIO KES', publisher: 'MinIO, Inc.' },
    {
      displayName: 'Kaspersky Lab Fans',
      publisher: 'Innocent Software GmbH',
      installLocation: 'C:\\Program Files\\Kaspersky Lab Fans',
    },
    { displayName: 'How to uninstall Kaspersky – guide', publisher: 'Helpful Guides Ltd' },
    { displayName: 'How to uninstall Kaspersky', publisher: null },
    { displayName: 'Kaspersky Internet Security Key Finder', publisher: 'Acme' },
    {
      displayName: 'Third Party Tool',
      publisher: 'Innocent Software GmbH',
      installLocation: `${programFiles}\\ThirdParty`,
      uninstallString: `"${programFiles}\\ThirdParty\\uninstall.exe" /S`,
    },
  ],
  services: [
    {
      name: 'ksde',
      imageFile:
        'C:\\Program Files (x86)\\kingsoft\\kingsoft antivirus\\security\\ksde\\ksdesvc.exe',
    },
    { name: 'kavkrn', imageFile: 'C:\\Program Files\\WardWiz\\kavkrn.exe' },
    { name: 'kes', imageFile: 'C:\\Program Files\\MinIO\\kes\\kes.exe' },
    { name: 'AVP', imageFile: 'C:\\Program Files\\Acme\\avp.exe' },
    { name: 'KslD', kind: 'kernelDriver', imageFile: 'C:\\Windows\\System32\\drivers\\KslD.sys' },
    {
      name: 'MpKsl1a2b3c4d',
      kind: 'kernelDriver',
      imageFile: 'C:\\ProgramData\\Microsoft\\MpKsl.sys',
    },
    {
      name: 'kbldfltr',
      kind: 'kernelDriver',
      imageFile: 'C:\\Windows\\System32\\drivers\\kbldfltr.sys',
    },
    {
      name: 'KAVBootC64',
      kind: 'kernelDriver',
      imageFile: 'C:\\Windows\\System32\\drivers\\KAVBootC64.sys',
    },
    {
      name: 'kisknl',
      kind: 'kernelDriver',
      imageFile: 'C:\\Windows\\System32\\drivers\\kisknl.sys',
    },
    { name: 'ThirdPartyService', imageFile: `${programFiles}\\ThirdParty\\service.exe` },
  ],
  processes: [
    {
      name: 'kavstart.exe',
      path: 'C:\\Program Files (x86)\\kingsoft\\kingsoft antivirus\\kavstart.exe',
    },
    { name: 'kavgui.exe', path: 'C:\\Program Files\\WardWiz\\kavgui.exe' },
    { name: 'avp.exe', path: 'C:\\Program Files\\Acme\\avp.exe' },
    { name: 'fans.exe', path: 'C:\\Program Files\\Kaspersky Lab Fans\\fans.exe' },
  ],
  vendorFolders: [{ path: programFiles, entries: [`${programFiles}\\ThirdParty\\thirdparty.exe`] }],
  files: [
    {
      path: `${programFiles}\\ThirdParty\\service.exe`,
      companyName: 'Innocent Software GmbH',
      signature: signedBy('Innocent Software GmbH'),
    },
  ],
  certificates: [
    { subject: 'CN=Kaspersky Anti-Virus Personal Root Certificate', issuer: 'CN=Somebody Else' },
    { subject: 'CN=Not the Kaspersky Anti-Virus Personal Root Certificate' },
  ],
};

type ServiceFacts = Partial<NonNullable<InventoryFacts['services']>[number]>;

/** A driver in the folder of Windows that is asked for when it is needed; its file is there unless told. */
export const driverOnDemand = (name: string, facts: ServiceFacts = {}): InventoryFacts => ({
  services: [
    {
      name,
      kind: 'kernelDriver',
      state: 'stopped',
      start: 'demand',
      imageFile: `C:\\Windows\\System32\\drivers\\${name}.sys`,
      imageExists: true,
      ...facts,
    },
  ],
});
