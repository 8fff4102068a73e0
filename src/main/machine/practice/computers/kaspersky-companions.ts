import type { Effect } from './practice-computer.ts';
import {
  driver,
  installerProduct,
  msiProgram,
  personFolder,
  runningProcess,
  service,
  signedFile,
  vendorFolder,
  vendorKey,
  type Sections,
} from './parts.ts';

const vendor = 'AO Kaspersky Lab';
const keys = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab';
const vpnRoot = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky VPN 21.19';
const managerRoot = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Password Manager 25.3';

const vpn = installerProduct({
  productCode: '{A4D60F3B-51C8-4E2A-8C7D-90B2E7F1D365}',
  name: 'Kaspersky VPN',
  version: '21.19.7.527',
  publisher: 'Kaspersky',
  installLocation: `${vpnRoot}\\`,
});
const vpnEntry = msiProgram(vpn, { scope: 'machine32' });
const vpnService = service(
  'KSDE21.19',
  'Kaspersky VPN Secure Connection Service 21.19',
  `${vpnRoot}\\ksde.exe`,
  { imagePath: `"${vpnRoot}\\ksde.exe" -r`, processId: 4620 },
);
const tapAdapter = driver('kltap', 'C:\\Windows\\System32\\drivers\\kltap.sys', {
  start: 'demand',
  state: 'stopped',
});

/** The VPN that comes with nearly every home product and is removed on its own. */
export const kasperskyVpn: Sections = {
  installerProducts: [vpn],
  programs: [vpnEntry],
  services: [vpnService, tapAdapter],
  processes: [
    runningProcess(4620, `${vpnRoot}\\ksde.exe`),
    runningProcess(7012, `${vpnRoot}\\ksdeui.exe`),
  ],
  vendorKeys: [
    vendorKey(`${keys}\\KSDE21.19`),
    vendorKey(`${keys}\\KSDE21.19\\environment`, {
      ProductName: 'Kaspersky VPN',
      ProductCode: vpn.productCode,
      ProductRoot: vpnRoot,
      ProductVersion: '21.19.7.527',
    }),
  ],
  vendorFolders: [vendorFolder('program', vpnRoot, ['ksde.exe', 'ksdeui.exe'])],
  files: [
    signedFile(`${vpnRoot}\\ksde.exe`, vendor, '21.19.7.527'),
    signedFile(`${vpnRoot}\\ksdeui.exe`, vendor, '21.19.7.527'),
    signedFile('C:\\Windows\\System32\\drivers\\kltap.sys', vendor, '21.19.7.1'),
  ],
};

/** Its uninstaller: quick and clean. */
export const removeKasperskyVpn: Effect = {
  match: { productCode: vpn.productCode },
  password: null,
  stages: [
    { text: 'Disconnecting', takesMs: 2000 },
    { text: 'Removing the network adapter', takesMs: 3500 },
    { text: 'Removing program files', takesMs: 2500 },
  ],
  end: { how: 'exits', exitCode: 0, message: null },
  changes: {
    remove: {
      installerProducts: [vpn.productCode],
      programs: [vpnEntry.key],
      services: [vpnService.name, tapAdapter.name],
      processes: ['ksde.exe', 'ksdeui.exe'],
      vendorKeys: [`${keys}\\KSDE21.19*`],
      vendorFolders: [vpnRoot],
      files: [`${vpnRoot}*`, 'C:\\Windows\\System32\\drivers\\kltap.sys'],
    },
    put: {},
  },
  atRestart: null,
};

/** Waits for an answer in a window that nobody sees. */
export const hangRemovingKasperskyVpn: Effect = {
  ...removeKasperskyVpn,
  stages: removeKasperskyVpn.stages.slice(0, 1),
  end: { how: 'hangs', waitingFor: 'ksdeui.exe', lastsMs: 100_000 },
  changes: { remove: {}, put: {} },
};

const manager = installerProduct({
  productCode: '{D0E6B1C4-27F9-4C35-B6A8-1F4E93C7A258}',
  name: 'Kaspersky Password Manager',
  version: '25.3.0.226',
  publisher: 'Kaspersky',
  installLocation: `${managerRoot}\\`,
});
const managerEntry = msiProgram(manager, { scope: 'machine32' });
const vault = vendorFolder(
  'userData',
  `${personFolder}\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager`,
  ['kpm_vault.edb'],
);

/** Password Manager with a vault, which nothing may ever delete. */
export const kasperskyPasswordManager: Sections = {
  installerProducts: [manager],
  programs: [managerEntry],
  processes: [runningProcess(7344, `${managerRoot}\\kpm.exe`)],
  vendorFolders: [vendorFolder('program', managerRoot, ['kpm.exe']), vault],
  files: [signedFile(`${managerRoot}\\kpm.exe`, vendor, '25.3.0.226')],
};

/** Its uninstaller: works, and leaves the vault where it is. */
export const removeKasperskyPasswordManager: Effect = {
  match: { productCode: manager.productCode },
  password: null,
  stages: [
    { text: 'Closing Kaspersky Password Manager', takesMs: 1500 },
    { text: 'Removing program files', takesMs: 3500 },
  ],
  end: { how: 'exits', exitCode: 0, message: null },
  changes: {
    remove: {
      installerProducts: [manager.productCode],
      programs: [managerEntry.key],
      processes: ['kpm.exe'],
      vendorFolders: [managerRoot],
      files: [`${managerRoot}*`],
    },
    put: {},
  },
  atRestart: null,
};

/** Says that it was successful and has done nothing. */
export const pretendToRemoveKasperskyPasswordManager: Effect = {
  ...removeKasperskyPasswordManager,
  changes: { remove: {}, put: {} },
};
