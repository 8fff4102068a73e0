import { expect, test } from 'vitest';
import type { AmsiProvider } from '../../../../../../src/shared/domain/inventory/amsi-providers.ts';
import type { Program } from '../../../../../../src/shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../../../src/shared/domain/inventory/security-products.ts';
import type { Service } from '../../../../../../src/shared/domain/inventory/services.ts';
import type { WmiSecurityProduct } from '../../../../../../src/shared/domain/inventory/wmi-security-products.ts';
import type { Scope } from '../../../../../../src/shared/domain/scope.ts';
import { readSection } from '../../../../../../src/shared/domain/section.ts';
import { filesOfInterest } from '../../../../../../src/main/machine/sources/windows/files-of-interest.ts';

const scope: Scope = {
  registryKeys: [],
  harmlessValues: [],
  folders: [],
  extraFolders: [],
  makers: 'kaspersky',
  hints: ['Kaspersky'],
  serviceNames: ['^klif$', '^ekrn$'],
  processNames: ['MsMpEng.exe'],
  encryptionTraces: [],
  serverDomains: [],
  extensionIds: [],
};

const service = (name: string, imageFile: string | null): Service => ({
  name,
  displayName: null,
  kind: 'service',
  state: 'running',
  start: 'auto',
  imagePath: imageFile,
  imageFile,
  imageExists: null,
  markedForDeletion: null,
  account: null,
  processId: null,
});

const program = (displayName: string, uninstallString: string | null): Program => ({
  key: displayName,
  keyName: displayName,
  scope: 'machine64',
  userSid: null,
  displayName,
  displayVersion: null,
  publisher: null,
  installLocation: null,
  installDate: null,
  uninstallString,
  quietUninstallString: null,
  windowsInstaller: false,
  systemComponent: false,
});

const product = (reportingPath: string | null): SecurityProduct => ({
  provider: 'antivirus',
  name: 'A',
  state: 'on',
  signatures: 'upToDate',
  reportingPath,
  guid: null,
  timestamp: null,
});

const wmiProduct = (reportingPath: string | null): WmiSecurityProduct => ({
  provider: 'antivirus',
  displayName: 'A',
  productState: 0x41000,
  reportingPath,
  productPath: null,
  guid: null,
  timestamp: null,
});

const provider = (clsid: string, library: string | null): AmsiProvider => ({
  clsid,
  name: null,
  library,
  libraryExists: null,
  library32: null,
});

const file = (path: string) => ({ path, kind: 'file', size: 1 }) as const;

test('what services, processes, programs, folders and the Security Center point at is listed once, others never', () => {
  const found = {
    services: readSection([
      service('KLIF', 'C:\\Windows\\System32\\drivers\\klif.sys'),
      { ...service('ekrn', 'C:\\ESET\\ekrn.exe'), processId: 12 },
      service('avp', 'C:\\KASPERSKY Lab\\avp.exe'),
      service('klif', null),
      service('spooler', 'C:\\Windows\\spoolsv.exe'),
    ]),
    processes: readSection([
      { pid: 8, parentPid: 1, name: 'avp.exe', path: 'C:\\Kaspersky Lab\\AVP.exe' },
      { pid: 9, parentPid: 1, name: 'kaspersky.exe', path: null },
      { pid: 10, parentPid: 1, name: 'notepad.exe', path: 'C:\\notepad.exe' },
      { pid: 11, parentPid: 1, name: 'msmpeng.EXE', path: 'C:\\Platform\\msmpeng.EXE' },
      { pid: 12, parentPid: 1, name: 'host.exe', path: 'C:\\ESET\\host.exe' },
    ]),
    programs: readSection([
      program('Kaspersky Scan', '"C:\\Scan\\uninst.exe" /S'),
      program('Kaspersky MSI', 'MsiExec.exe /X{0}'),
      program('Kaspersky broken', '"C:\\never closed'),
      program('Other', 'C:\\Other\\uninst.exe'),
      // Its owner names what they like there, and it is never run.
      { ...program('Kaspersky of one', 'C:\\Users\\Public\\large.exe'), scope: 'user' as const },
    ]),
    vendorFolders: readSection([
      {
        path: 'C:\\V',
        kind: 'program' as const,
        entries: [
          file('C:\\V\\a.exe'),
          file('C:\\V\\a.dll'),
          { ...file('C:\\V\\l.exe'), kind: 'link' as const },
        ],
        truncated: false,
      },
      {
        path: 'C:\\U',
        kind: 'userData' as const,
        entries: [file('C:\\U\\b.exe')],
        truncated: false,
      },
    ]),
    securityProducts: readSection([
      product('%ProgramFiles%\\Windows Defender\\MsMpeng.exe'),
      product('windowsdefender://'),
      product(null),
    ]),
    wmiSecurityProducts: readSection([
      wmiProduct('C:\\ESET\\report.exe'),
      wmiProduct('windowsdefender://'),
      wmiProduct(null),
    ]),
    amsiProviders: readSection([provider('{1}', 'C:\\ESET\\amsi.dll'), provider('{2}', null)]),
  };
  expect(filesOfInterest(found, scope)).toEqual([
    'C:\\Windows\\System32\\drivers\\klif.sys',
    'C:\\ESET\\ekrn.exe',
    'C:\\Scan\\uninst.exe',
    '%ProgramFiles%\\Windows Defender\\MsMpeng.exe',
    'C:\\ESET\\report.exe',
    'C:\\ESET\\amsi.dll',
    'C:\\V\\a.exe',
    'C:\\KASPERSKY Lab\\avp.exe',
    'C:\\Platform\\msmpeng.EXE',
    'C:\\ESET\\host.exe',
  ]);
});

test('of a folder with many programs only the first forty are listed', () => {
  const entries = Array.from({ length: 50 }, (_, index) => file(`C:\\V\\${index}.exe`));
  const none = readSection<never>([]);
  const found = {
    services: none,
    processes: none,
    programs: none,
    securityProducts: none,
    wmiSecurityProducts: none,
    amsiProviders: none,
    vendorFolders: readSection([
      { path: 'C:\\V', kind: 'program' as const, entries, truncated: false },
    ]),
  };
  expect(filesOfInterest(found, scope)).toEqual(entries.slice(0, 40).map(({ path }) => path));
});
