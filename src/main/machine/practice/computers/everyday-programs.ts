import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import { installerProduct, msiProgram, program } from './parts.ts';

type Row = readonly [
  keyName: string,
  displayName: string,
  version: string,
  publisher: string,
  folder: string,
  scope: Program['scope'],
];

/** What is found on nearly every computer and has nothing to do with Kaspersky. */
const rows: readonly Row[] = [
  ['7-Zip', '7-Zip 24.09 (x64)', '24.09', 'Igor Pavlov', '7-Zip', 'machine64'],
  ['AnyDesk', 'AnyDesk', 'ad 9.0.4', 'AnyDesk Software GmbH', 'AnyDesk', 'machine32'],
  ['Audacity_is1', 'Audacity 3.7.1', '3.7.1', 'Audacity Team', 'Audacity', 'machine64'],
  ['BlenderFoundation', 'Blender 4.3', '4.3.2', 'Blender Foundation', 'Blender', 'machine64'],
  ['calibre', 'calibre 64bit', '7.24.0', 'Kovid Goyal', 'Calibre2', 'machine64'],
  ['CCleaner', 'CCleaner', '6.31', 'Piriform Software Ltd', 'CCleaner', 'machine64'],
  [
    'CrystalDiskInfo_is1',
    'CrystalDiskInfo 9.5.0',
    '9.5.0',
    'Crystal Dew World',
    'CrystalDiskInfo',
    'machine64',
  ],
  ['DeepL', 'DeepL', '25.1.2', 'DeepL SE', 'DeepL', 'user'],
  ['Discord', 'Discord', '1.0.9175', 'Discord Inc.', 'Discord', 'user'],
  ['DropboxClient', 'Dropbox', '216.4.4420', 'Dropbox, Inc.', 'Dropbox', 'machine32'],
  [
    'EPSON Printer and Utilities',
    'EPSON ET-2850 Series Printer Uninstall',
    '3.1.1',
    'Seiko Epson Corporation',
    'epson',
    'machine64',
  ],
  [
    'FileZilla Client',
    'FileZilla 3.68.1',
    '3.68.1',
    'Tim Kosse',
    'FileZilla FTP Client',
    'machine64',
  ],
  ['GIMP-2_is1', 'GIMP 2.10.38', '2.10.38', 'The GIMP Team', 'GIMP 2', 'machine64'],
  ['Git_is1', 'Git', '2.47.1', 'The Git Development Community', 'Git', 'machine64'],
  [
    'Google Chrome',
    'Google Chrome',
    '131.0.6778.140',
    'Google LLC',
    'Google\\Chrome\\Application',
    'machine64',
  ],
  [
    'GoogleDrive',
    'Google Drive',
    '101.0.3.0',
    'Google LLC',
    'Google\\Drive File Stream',
    'machine64',
  ],
  ['Greenshot_is1', 'Greenshot 1.2.10.6', '1.2.10.6', 'Greenshot', 'Greenshot', 'machine64'],
  ['HandBrake', 'HandBrake 1.9.0', '1.9.0', 'HandBrake Team', 'HandBrake', 'machine64'],
  ['InkscapeNSIS', 'Inkscape', '1.4', 'Inkscape', 'Inkscape', 'machine64'],
  ['IrfanView64', 'IrfanView 4.70 (64-bit)', '4.70', 'Irfan Skiljan', 'IrfanView', 'machine64'],
  [
    'KeePassPasswordSafe2_is1',
    'KeePass Password Safe 2.57.1',
    '2.57.1',
    'Dominik Reichl',
    'KeePass Password Safe 2',
    'machine32',
  ],
  [
    'Microsoft Edge',
    'Microsoft Edge',
    '131.0.2903.99',
    'Microsoft Corporation',
    'Microsoft\\Edge\\Application',
    'machine32',
  ],
  [
    'Microsoft EdgeWebView',
    'Microsoft Edge WebView2 Runtime',
    '131.0.2903.99',
    'Microsoft Corporation',
    'Microsoft\\EdgeWebView\\Application',
    'machine32',
  ],
  [
    'Mozilla Firefox 133.0.3 (x64 en-US)',
    'Mozilla Firefox (x64 en-US)',
    '133.0.3',
    'Mozilla',
    'Mozilla Firefox',
    'machine64',
  ],
  [
    'MozillaMaintenanceService',
    'Mozilla Maintenance Service',
    '133.0.3',
    'Mozilla',
    'Mozilla Maintenance Service',
    'machine64',
  ],
  [
    'Mozilla Thunderbird 128.5.2 (x64 en-US)',
    'Mozilla Thunderbird (x64 en-US)',
    '128.5.2',
    'Mozilla',
    'Mozilla Thunderbird',
    'machine64',
  ],
  ['Notepad++', 'Notepad++ (64-bit x64)', '8.7.4', 'Notepad++ Team', 'Notepad++', 'machine64'],
  [
    'O365HomePremRetail - en-us',
    'Microsoft 365 - en-us',
    '16.0.18227.20162',
    'Microsoft Corporation',
    'Microsoft Office',
    'machine64',
  ],
  ['OBS Studio', 'OBS Studio', '31.0.0', 'OBS Project', 'obs-studio', 'machine64'],
  [
    'OneDriveSetup.exe',
    'Microsoft OneDrive',
    '24.226.1110.4',
    'Microsoft Corporation',
    'Microsoft OneDrive',
    'machine64',
  ],
  ['PDF24 Creator_is1', 'PDF24 Creator', '11.23.0', 'geek software GmbH', 'PDF24', 'machine64'],
  ['Spotify', 'Spotify', '1.2.52.442', 'Spotify AB', 'Spotify', 'user'],
  ['Steam', 'Steam', '2.10.91.91', 'Valve Corporation', 'Steam', 'machine32'],
  ['SumatraPDF', 'SumatraPDF', '3.5.2', 'Krzysztof Kowalczyk', 'SumatraPDF', 'user'],
  ['TeamViewer', 'TeamViewer', '15.61.3', 'TeamViewer', 'TeamViewer', 'machine64'],
  ['VLC media player', 'VLC media player', '3.0.21', 'VideoLAN', 'VideoLAN\\VLC', 'machine64'],
  ['WinRAR archiver', 'WinRAR 7.01 (64-bit)', '7.01.0', 'win.rar GmbH', 'WinRAR', 'machine64'],
  ['ZoomUMX', 'Zoom Workplace', '6.3.0', 'Zoom Communications, Inc.', 'Zoom', 'user'],
];

/** Look-alikes: they sound like Kaspersky or stand near it, and are somebody else's. */
const lookAlikes: readonly Row[] = [
  [
    'KLiteCodecPack_is1',
    'K-Lite Codec Pack 18.7.0 Standard',
    '18.7.0',
    'KLCP',
    'K-Lite Codec Pack',
    'machine32',
  ],
  [
    'Kingsoft Office',
    'WPS Office (12.2.0.19307)',
    '12.2.0.19307',
    'Kingsoft Corp.',
    'Kingsoft\\WPS Office',
    'user',
  ],
  [
    'minio-kes',
    'KES Key Encryption Service 2024-11',
    '2024.11',
    'MinIO, Inc.',
    'MinIO\\KES',
    'machine64',
  ],
  ['Kaspar Chess_is1', 'Kaspar Chess 4', '4.2', 'Kaspar Games', 'Kaspar Chess', 'machine32'],
];

const products: readonly InstallerProduct[] = [
  installerProduct({
    productCode: '{AC76BA86-1033-FFFF-7760-BC15014EA700}',
    name: 'Adobe Acrobat (64-bit)',
    version: '24.005.20307',
    publisher: 'Adobe',
  }),
  installerProduct({
    productCode: '{8BAA3A1F-0D0F-4C14-9C33-6C6B0A1C9A5D}',
    name: 'LibreOffice 24.8.3.2',
    version: '24.8.3.2',
    publisher: 'The Document Foundation',
  }),
  installerProduct({
    productCode: '{D8C8656B-B0D8-3F4D-A3F8-9A7E2F37D7A5}',
    name: 'Microsoft Visual C++ 2022 X64 Minimum Runtime - 14.42.34433',
    version: '14.42.34433',
    publisher: 'Microsoft Corporation',
  }),
  installerProduct({
    productCode: '{C2C59CAB-8766-4ABD-A8EF-1151A36C41E5}',
    name: 'Microsoft Visual C++ 2022 X86 Minimum Runtime - 14.42.34433',
    version: '14.42.34433',
    publisher: 'Microsoft Corporation',
  }),
  installerProduct({
    productCode: '{5F7A2E3C-9B1D-4B57-8D0E-3A6F0C2B9E44}',
    name: 'PowerToys (Preview) x64',
    version: '0.87.1',
    publisher: 'Microsoft Corporation',
  }),
  installerProduct({
    productCode: '{1FC1A6C2-576E-489A-9B4A-92D21F542136}',
    name: 'Microsoft Update Health Tools',
    version: '3.74.0.0',
    publisher: 'Microsoft Corporation',
  }),
];

/** Windows Installer products of an ordinary computer. */
export const everydayProducts: readonly InstallerProduct[] = products;

/** The list of programs of an ordinary computer. */
export const everydayPrograms: readonly Program[] = [
  ...[...rows, ...lookAlikes].map(fromRow),
  ...products.map((product) => msiProgram(product)),
];

function fromRow([keyName, displayName, displayVersion, publisher, folder, scope]: Row): Program {
  const installLocation = `${rootOf(scope)}\\${folder}`;
  return program({
    keyName,
    displayName,
    displayVersion,
    publisher,
    installLocation,
    uninstallString: `"${installLocation}\\uninstall.exe"`,
    scope,
  });
}

function rootOf(scope: Program['scope']): string {
  if (scope === 'machine64') return 'C:\\Program Files';
  if (scope === 'machine32') return 'C:\\Program Files (x86)';
  return 'C:\\Users\\Marta\\AppData\\Local\\Programs';
}
