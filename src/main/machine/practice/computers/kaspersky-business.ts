import { changesTogether } from './changes-together.ts';
import type { Effect } from './practice-computer.ts';
import { defenderTakesOver } from './defender.ts';
import {
  certificate,
  driver,
  installerProduct,
  msiProgram,
  networkComponent,
  runningProcess,
  securityProduct,
  service,
  signedFile,
  vendorFolder,
  vendorKey,
  wmiSecurityProduct,
  type Sections,
} from './parts.ts';

/** The password of every protected product in practice. */
export const practicePassword = 'practice';

const vendor = 'AO Kaspersky Lab';
const keys = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const drivers = 'C:\\Windows\\System32\\drivers';
const root = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows';
const data = 'C:\\ProgramData\\Kaspersky Lab\\KES21.19';
const agentRoot = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent';
const agentData = 'C:\\ProgramData\\KasperskyLab\\adminkit\\1103';

const endpoint = installerProduct({
  productCode: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
  name: 'Kaspersky Endpoint Security for Windows',
  version: '12.6.0.438',
  publisher: 'AO Kaspersky Lab',
  installLocation: `${root}\\`,
});
const endpointEntry = msiProgram(endpoint, { scope: 'machine32' });

const endpointService = service(
  'AVP.KES.21.19',
  'Kaspersky Endpoint Security Service 21.19',
  `${root}\\avp.exe`,
  {
    imagePath: `"${root}\\avp.exe" -r`,
    processId: 3760,
  },
);
const updateService = service(
  'avpsus.KES.21.19',
  'Kaspersky Seamless Update Service 21.19',
  `${root}\\avpsus.exe`,
);

const driverNames = [
  'klflt',
  'klgse',
  'klhk',
  'klids',
  'klif',
  'klkbdflt',
  'klmouflt',
  'klpd',
  'klpnpflt',
  'klwtp',
  'kneps',
];
const endpointDrivers = [
  ...driverNames.map((name) => driver(`${name}.KES-21-19`, `${drivers}\\KES-21-19\\${name}.sys`)),
  ...['arkmon', 'klbg', 'mark'].map((name) =>
    driver(`klupd_KES-21-19_${name}`, `${drivers}\\klupd_kes-21-19_${name}.sys`),
  ),
  driver('klim6', `${drivers}\\klim6.sys`),
];

const securityRow = securityProduct(
  'Kaspersky Endpoint Security for Windows',
  `${root}\\wmiav.exe`,
  'on',
  { guid: '{E1A5B4F6-80E3-4FA3-9C3A-D1B4F3D1C5A7}' },
);

/** Endpoint Security as an organisation installs it, protected by a password. */
export const endpointSecurity: Sections = {
  installerProducts: [endpoint],
  programs: [endpointEntry],
  services: [endpointService, updateService, ...endpointDrivers],
  processes: [
    runningProcess(3760, `${root}\\avp.exe`),
    runningProcess(5980, `${root}\\avpsus.exe`),
    runningProcess(6612, `${root}\\avpui.exe`),
  ],
  vendorKeys: [
    vendorKey(`${keys}\\KES21.19`),
    vendorKey(`${keys}\\KES21.19\\environment`, {
      ProductName: 'Kaspersky Endpoint Security for Windows',
      ProductCode: endpoint.productCode,
      ProductRoot: root,
      ProductVersion: '12.6.0.438',
      DataFolder: `${data}\\Data`,
    }),
    vendorKey(`${keys}\\KES21.19\\Settings\\PasswordProtectionSettings`, { OPEP: null }),
  ],
  vendorFolders: [
    vendorFolder('program', root, ['avp.exe', 'avpsus.exe', 'avpui.exe', 'kescli.exe']),
    vendorFolder('data', data, ['Bases\\', 'Data\\', 'QB\\']),
  ],
  files: [
    signedFile(`${root}\\avp.exe`, vendor, '12.6.0.438'),
    signedFile(`${root}\\avpsus.exe`, vendor, '12.6.0.438'),
    signedFile(`${root}\\avpui.exe`, vendor, '12.6.0.438'),
    ...endpointDrivers.map(({ imageFile }) => signedFile(imageFile ?? '', vendor, '30.765.0.1')),
  ],
  certificates: [
    certificate(
      'CN=Kaspersky Endpoint Security Personal Certification Authority, O=AO Kaspersky Lab',
      'B5A1F03C7D2E9486510FCB37E8A4D2961C0B7F35',
    ),
  ],
  networkComponents: [networkComponent('kl_klim6', 'Kaspersky Anti-Virus NDIS 6 Filter', 'klim6')],
  securityProducts: [securityRow],
  wmiSecurityProducts: [wmiSecurityProduct(securityRow, 0x041000)],
};

/** Its uninstaller: asks for the password, then works and wants a restart. */
export const removeEndpointSecurity: Effect = {
  match: { productCode: endpoint.productCode },
  password: {
    secret: 'kaspersky',
    value: practicePassword,
    message: 'The password is not correct, or none was given.',
  },
  stages: [
    { text: 'Checking the password', takesMs: 1500 },
    { text: 'Stopping protection', takesMs: 6000 },
    { text: 'Removing components', takesMs: 12000 },
    { text: 'Removing drivers', takesMs: 6000 },
    { text: 'Unregistering', takesMs: 2500 },
  ],
  end: { how: 'exits', exitCode: 3010, message: null },
  changes: {
    remove: {
      installerProducts: [endpoint.productCode],
      programs: [endpointEntry.key],
      services: [endpointService.name, updateService.name],
      processes: ['avp.exe', 'avpsus.exe', 'avpui.exe'],
      vendorKeys: [`${keys}\\KES21.19*`],
      vendorFolders: [root],
      files: [`${root}*`],
      networkComponents: ['kl_klim6'],
      securityProducts: ['antivirus:Kaspersky Endpoint Security for Windows'],
      wmiSecurityProducts: ['antivirus:Kaspersky Endpoint Security for Windows'],
    },
    put: {
      pendingRestarts: [
        { source: 'PendingFileRenameOperations', detail: `\\??\\${drivers}\\KES-21-19\\klif.sys` },
      ],
    },
  },
  atRestart: changesTogether(
    {
      remove: {
        services: endpointDrivers.map(({ name }) => name),
        files: endpointDrivers.map(({ imageFile }) => imageFile ?? ''),
        vendorFolders: [data],
        certificates: ['B5A1F03C7D2E9486510FCB37E8A4D2961C0B7F35'],
      },
      put: {},
    },
    defenderTakesOver,
  ),
};

const agent = installerProduct({
  productCode: '{0F05E4E5-5A89-482C-9A62-47CC58643788}',
  name: 'Kaspersky Security Center Network Agent',
  version: '15.1.0.20748',
  publisher: 'AO Kaspersky Lab',
  installLocation: `${agentRoot}\\`,
});
const agentEntry = msiProgram(agent, { scope: 'machine32' });
const agentService = service(
  'klnagent',
  'Kaspersky Security Center Network Agent',
  `${agentRoot}\\klnagent.exe`,
  {
    processId: 2988,
  },
);
const stateKey = `${keys}\\Components\\34\\1103\\1.0.0.0\\Statistics\\AVState`;

/** The agent through which a Security Center manages the computer. */
export const networkAgent: Sections = {
  installerProducts: [agent],
  programs: [agentEntry],
  services: [agentService],
  processes: [runningProcess(2988, `${agentRoot}\\klnagent.exe`)],
  vendorKeys: [
    vendorKey(`${keys}\\Components\\34\\1103\\1.0.0.0`),
    vendorKey(stateKey, {
      Protection_AvInstalled: 1,
      Protection_RtpState: 5,
      Protection_LastConnected: '20-11-2026 08-02-51',
    }),
  ],
  vendorFolders: [
    vendorFolder('program', agentRoot, ['klnagent.exe', 'klnagchk.exe', 'klmover.exe']),
    vendorFolder('data', agentData, ['klserver.cer']),
  ],
  files: [signedFile(`${agentRoot}\\klnagent.exe`, vendor, '15.1.0.20748')],
};

/** Its uninstaller, with and without the password that the administrator set. */
export function removeNetworkAgent(password: string | null): Effect {
  return {
    match: { productCode: agent.productCode },
    password: password === null ? null : { secret: 'agent', value: password, message: null },
    stages: [
      { text: 'Stopping the agent', takesMs: 2500 },
      { text: 'Removing the agent', takesMs: 5000 },
    ],
    end: { how: 'exits', exitCode: 0, message: null },
    changes: {
      remove: {
        installerProducts: [agent.productCode],
        programs: [agentEntry.key],
        services: [agentService.name],
        processes: ['klnagent.exe'],
        vendorKeys: [`${keys}\\Components\\34\\1103*`],
        vendorFolders: [agentRoot, agentData],
        files: [`${agentRoot}*`],
      },
      put: {},
    },
    atRestart: null,
  };
}
