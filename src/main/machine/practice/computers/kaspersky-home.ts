import type { ScheduledTask } from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import { changesTogether } from './changes-together.ts';
import type { Effect } from './practice-computer.ts';
import { defenderTakesOver } from './defender.ts';
import {
  amsiProvider,
  certificate,
  driver,
  extension,
  installerProduct,
  msiProgram,
  networkComponent,
  personFolder,
  personSid,
  runningProcess,
  securityProduct,
  service,
  signedFile,
  vendorFolder,
  vendorKey,
  wmiSecurityProduct,
  type Sections,
} from './parts.ts';

const vendor = 'AO Kaspersky Lab';
const root = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19';
const data = 'C:\\ProgramData\\Kaspersky Lab\\AVP21.19';
const keys = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const userKey = `HKU\\${personSid}\\SOFTWARE\\KasperskyLab\\AVP21.19`;
const drivers = 'C:\\Windows\\System32\\drivers';
const keyboardClass = '{4D36E96B-E325-11CE-BFC1-08002BE10318}';
const mouseClass = '{4D36E96F-E325-11CE-BFC1-08002BE10318}';

const product = installerProduct({
  productCode: '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}',
  name: 'Kaspersky',
  version: '21.19.7.527',
  publisher: 'Kaspersky',
  installLocation: `${root}\\`,
});

const entry = msiProgram(product, { scope: 'machine32', systemComponent: true });
/** The visible twin that the home installer registers beside the plain entry. */
const twin = msiProgram(product, {
  keyName: `InstallWIX_${product.productCode}`,
  scope: 'machine32',
  windowsInstaller: false,
  installLocation: root,
  uninstallString: `MsiExec.exe /I${product.productCode} REMOVE=ALL`,
});

const driverNames = [
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
const versionedDrivers = driverNames.map((name) =>
  driver(`${name}.K4W-21-19`, `${drivers}\\K4W-21-19\\${name.toLowerCase()}.sys`),
);
const updatedDrivers = ['arkmon', 'klbg', 'mark'].map((name) =>
  driver(`klupd_K4W-21-19_${name}`, `${drivers}\\klupd_k4w-21-19_${name}.sys`),
);
/** The attack blocker lies among the signatures and not with the other drivers. */
const attackBlocker = driver('klids.K4W-21-19', `${data}\\Bases\\klids.sys`);
const packetFilter = driver('klim6', `${drivers}\\klim6.sys`);
const allDrivers = [...versionedDrivers, ...updatedDrivers, attackBlocker, packetFilter];

const avService = service('AVP21.19', 'Kaspersky Anti-Virus Service 21.19', `${root}\\avp.exe`, {
  imagePath: `"${root}\\avp.exe" -r`,
  processId: 4012,
});
const bridge = service(
  'klvssbridge64_21.19',
  'Kaspersky Volume Shadow Copy Service Bridge 21.19',
  `${root}\\x64\\vssbridge64.exe`,
  { state: 'stopped', start: 'demand' },
);

const rootCertificate = certificate(
  'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab',
  '7E0C5B1A94D3F286AA57C1E04B9D3F6281C5E7A0',
);
const browserExtension = extension(
  'chrome',
  'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
  'Kaspersky Protection',
  '5.3.4.0',
);

const antivirusRow = securityProduct('Kaspersky', `${root}\\wmiav.exe`, 'on', {
  guid: '{4F76F112-43EB-40E8-11D8-F7BD1853EA23}',
});
const firewallRow = securityProduct('Kaspersky', `${root}\\wmiav.exe`, 'on', {
  provider: 'firewall',
  guid: '{774D7037-0984-41B0-3A87-5E88E680AD58}',
});
const deadRow = securityProduct('Kaspersky', `${root}\\wmiav.exe`, 'off', {
  signatures: 'outOfDate',
  timestamp: 'Mon, 02 Mar 2026 17:40:09 GMT',
});
/** Its identifier is invented. */
const scriptScanner = amsiProvider(
  '{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90}',
  'Kaspersky AMSI provider',
  `${root}\\x64\\antimalware_provider.dll`,
);

/** Its name is invented. */
const upgradeTask: ScheduledTask = {
  path: '\\Kaspersky_Upgrade_Launcher',
  author: vendor,
  actions: [{ execute: `${root}\\upgrade_launcher.exe`, arguments: null, exists: false }],
  doesMore: false,
  logon: 'serviceAccount',
};

/** A home product of the line 21.19 as it lies on a computer that uses it. */
export const kasperskyHome: Sections = {
  installerProducts: [product],
  programs: [entry, twin],
  services: [avService, bridge, ...allDrivers],
  processes: [
    runningProcess(4012, `${root}\\avp.exe`),
    runningProcess(6244, `${root}\\avpui.exe`),
    runningProcess(4480, `${root}\\wmiav.exe`),
  ],
  vendorKeys: [
    vendorKey(`${keys}\\AVP21.19`),
    vendorKey(`${keys}\\AVP21.19\\environment`, {
      ProductName: 'Kaspersky',
      ProductCode: product.productCode,
      ProductRoot: root,
      ProductVersion: '21.19.7.527',
      DataFolder: `${data}\\Data`,
    }),
    vendorKey(`${keys}\\AVP21.19\\Data\\UpdateState`, { LastUpdate: null }),
    vendorKey(`${keys}\\WmiHlp`, { IsReportedExpired: 0 }),
    vendorKey(`${keys}\\LicStorage`, { Data: null }),
    vendorKey(userKey, {}, personSid),
  ],
  vendorFolders: [
    vendorFolder('program', root, ['avp.exe', 'avp.com', 'avpui.exe', 'wmiav.exe', 'x64\\']),
    vendorFolder('data', data, ['Bases\\', 'Data\\', 'QB\\', 'Report\\', 'Bases\\klids.sys']),
  ],
  files: [
    signedFile(`${root}\\avp.exe`, vendor, '21.19.7.527'),
    signedFile(`${root}\\avpui.exe`, vendor, '21.19.7.527'),
    signedFile(`${root}\\wmiav.exe`, vendor, '21.19.7.527'),
    signedFile(`${root}\\x64\\vssbridge64.exe`, vendor, '21.19.7.527'),
    ...allDrivers.map(({ imageFile }) => signedFile(imageFile ?? '', vendor, '21.19.7.1')),
  ],
  certificates: [rootCertificate],
  browserExtensions: [browserExtension],
  networkComponents: [networkComponent('kl_klim6', 'Kaspersky Anti-Virus NDIS 6 Filter', 'klim6')],
  classFilters: [
    {
      classGuid: keyboardClass,
      className: 'Keyboard',
      upperFilters: ['kbdclass', 'klkbdflt.K4W-21-19'],
      lowerFilters: [],
    },
    {
      classGuid: mouseClass,
      className: 'Mouse',
      upperFilters: ['mouclass', 'klmouflt.K4W-21-19'],
      lowerFilters: [],
    },
  ],
  securityProducts: [antivirusRow, firewallRow],
  wmiSecurityProducts: [
    wmiSecurityProduct(antivirusRow, 0x041000),
    wmiSecurityProduct(firewallRow, 0x011000),
  ],
  amsiProviders: [scriptScanner],
};

const unregistered = {
  remove: {
    installerProducts: [product.productCode],
    programs: [entry.key, twin.key],
    services: [avService.name, bridge.name],
    processes: ['avp.exe', 'avpui.exe', 'wmiav.exe'],
    vendorKeys: [`${keys}\\AVP21.19*`, `${keys}\\WmiHlp`],
    files: [`${root}*`],
    securityProducts: ['antivirus:Kaspersky', 'firewall:Kaspersky'],
    wmiSecurityProducts: ['antivirus:Kaspersky', 'firewall:Kaspersky'],
    amsiProviders: [scriptScanner.clsid],
    networkComponents: ['kl_klim6'],
  },
  put: {
    pendingRestarts: [
      { source: 'PendingFileRenameOperations', detail: `\\??\\${drivers}\\K4W-21-19\\klif.sys` },
    ],
    vendorFolders: [vendorFolder('program', root, ['x64\\'])],
  },
};

/** What only a restart can finish: loaded drivers go, and Microsoft Defender takes over. */
const afterRestart = {
  remove: {
    services: [
      ...versionedDrivers.map(({ name }) => name),
      ...updatedDrivers.map(({ name }) => name),
      packetFilter.name,
    ],
    files: allDrivers.map(({ imageFile }) => imageFile ?? ''),
    vendorFolders: [root],
  },
  put: {
    // Seen on real computers: the entry of the attack blocker stays and points to nothing.
    services: [{ ...attackBlocker, state: 'stopped' as const, imageExists: false }],
    vendorFolders: [vendorFolder('data', data, ['QB\\'])],
    classFilters: [
      {
        classGuid: keyboardClass,
        className: 'Keyboard',
        upperFilters: ['kbdclass'],
        lowerFilters: [],
      },
      { classGuid: mouseClass, className: 'Mouse', upperFilters: ['mouclass'], lowerFilters: [] },
    ],
  },
};

/** Its uninstaller: works, wants a restart, and leaves the usual remains. */
export const removeKasperskyHome: Effect = {
  match: { productCode: product.productCode },
  password: null,
  stages: [
    { text: 'Gathering required information', takesMs: 2500 },
    { text: 'Stopping Kaspersky', takesMs: 6000 },
    { text: 'Removing protection components', takesMs: 9000 },
    { text: 'Removing network filters', takesMs: 5000 },
    { text: 'Removing program files', takesMs: 6000 },
    { text: 'Unregistering from Windows Security', takesMs: 2500 },
  ],
  end: { how: 'exits', exitCode: 3010, message: null },
  changes: unregistered,
  atRestart: changesTogether(afterRestart, defenderTakesOver),
};

/** The same without a restart. */
export const removeKasperskyHomeAtOnce: Effect = {
  ...removeKasperskyHome,
  end: { how: 'exits', exitCode: 0, message: null },
  changes: changesTogether(
    { ...unregistered, put: { vendorFolders: unregistered.put.vendorFolders } },
    afterRestart,
  ),
  atRestart: null,
};

/** Gives up at a service that does not stop; Windows Installer puts everything back. */
export const failToRemoveKasperskyHome: Effect = {
  ...removeKasperskyHome,
  stages: removeKasperskyHome.stages.slice(0, 2),
  end: {
    how: 'exits',
    exitCode: 1603,
    message:
      "Error 1921. Service 'Kaspersky Anti-Virus Service 21.19' (AVP21.19) could not be stopped. Verify that you have sufficient privileges to stop system services.",
  },
  changes: { remove: {}, put: {} },
  atRestart: null,
};

/** The restart that it asks for carries nothing out: service, drivers and files stay where they are. */
export const halfRemoveKasperskyHome: Effect = {
  ...removeKasperskyHome,
  changes: {
    remove: { ...unregistered.remove, services: [], files: [], processes: ['avpui.exe'] },
    put: { pendingRestarts: unregistered.put.pendingRestarts },
  },
  atRestart: null,
};

/** What is left on a computer from which the product went long ago, and not cleanly. */
export const kasperskyHomeRemains: Sections = {
  services: [{ ...attackBlocker, state: 'stopped', imageExists: false }],
  vendorKeys: [
    vendorKey(`${keys}\\AVP21.19`),
    vendorKey(`${keys}\\LicStorage`, { Data: null }),
    vendorKey(userKey, {}, personSid),
  ],
  vendorFolders: [
    vendorFolder('program', root, ['x64\\', 'plugins\\']),
    vendorFolder('data', data, ['QB\\', 'Report\\']),
    vendorFolder('userData', `${personFolder}\\AppData\\Local\\Kaspersky Lab`, ['Logs\\']),
  ],
  certificates: [rootCertificate],
  browserExtensions: [browserExtension],
  securityProducts: [deadRow],
  wmiSecurityProducts: [wmiSecurityProduct(deadRow, 0x040010)],
  amsiProviders: [{ ...scriptScanner, libraryExists: false }],
  scheduledTasks: [upgradeTask],
};
