import type { Inventory, MachineFacts } from '../../../../shared/domain/inventory.ts';
import type { AmsiProvider } from '../../../../shared/domain/inventory/amsi-providers.ts';
import type { BrowserExtension } from '../../../../shared/domain/inventory/browser-extensions.ts';
import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';
import type { FileFact, Signature } from '../../../../shared/domain/inventory/files.ts';
import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import type { NetworkComponent } from '../../../../shared/domain/inventory/network-components.ts';
import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../shared/domain/inventory/security-products.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { VendorFolder } from '../../../../shared/domain/inventory/vendor-folders.ts';
import type { VendorKey } from '../../../../shared/domain/inventory/vendor-keys.ts';
import type { WmiSecurityProduct } from '../../../../shared/domain/inventory/wmi-security-products.ts';
import { bySection, type SectionName } from '../../../../shared/domain/sections.ts';
import { inventoryFormat } from '../../../../shared/domain/inventory.ts';
import type { Management, Manager } from '../../../../shared/domain/management.ts';
import { readSection } from '../../../../shared/domain/section.ts';

/** Sections of a recorded computer; what is left out was read and is empty. */
export type Sections = { readonly [K in SectionName]?: Inventory[K]['items'] };

type Recorded = Pick<Inventory, SectionName>;

/** The person whose computer it is. */
export const personSid = 'S-1-5-21-2870153391-1402655377-3311873920-1001';
export const personFolder = 'C:\\Users\\Marta';

const recordedAt = '2026-11-20T08:30:00.000Z';
const uninstall64 = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const uninstall32 = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** A whole inventory of a Windows computer from the sections that hold something. */
export function recorded(machine: Partial<MachineFacts>, sections: Sections): Inventory {
  return {
    format: inventoryFormat,
    collectedAt: recordedAt,
    collectedBy: 'cutover practice',
    source: { kind: 'practice', detail: 'recorded' },
    machine: { ...windows11, ...machine },
    ...bySection<Recorded>((name) => readSection([...(sections[name] ?? [])])),
  };
}

const windows11: MachineFacts = {
  computerName: 'PRACTICE-PC',
  platform: 'windows',
  osName: 'Windows 11 Home',
  osVersion: '10.0.26100',
  osBuild: '26100.4652',
  edition: 'client',
  architecture: 'x64',
  safeMode: 'no',
  elevated: true,
  language: 'en-US',
  management: managedBy(),
};

/** Who decides over a computer; nobody when nobody is named. */
export function managedBy(...known: readonly Manager[]): Management {
  const answer = (manager: Manager) => (known.includes(manager) ? 'yes' : 'no');
  return {
    domain: answer('domain'),
    cloud: answer('cloud'),
    deviceManagement: answer('deviceManagement'),
    configurationManager: answer('configurationManager'),
    defenderForEndpoint: answer('defenderForEndpoint'),
  };
}

/** An entry of the list of programs. */
export function program(facts: Partial<Program> & Pick<Program, 'keyName'>): Program {
  const scope = facts.scope ?? 'machine64';
  return {
    key: `${programRoot(scope)}\\${facts.keyName}`,
    scope,
    userSid: scope === 'user' ? personSid : null,
    displayName: null,
    displayVersion: null,
    publisher: null,
    installLocation: null,
    installDate: '20250311',
    uninstallString: null,
    quietUninstallString: null,
    windowsInstaller: false,
    systemComponent: false,
    ...facts,
  };
}

/** A product that came as an MSI, with its entry in the list of programs. */
export function msiProgram(
  product: Pick<InstallerProduct, 'productCode' | 'name' | 'version' | 'publisher'>,
  facts: Partial<Program> = {},
): Program {
  return program({
    keyName: product.productCode,
    displayName: product.name,
    displayVersion: product.version,
    publisher: product.publisher,
    uninstallString: `MsiExec.exe /I${product.productCode}`,
    windowsInstaller: true,
    ...facts,
  });
}

export function installerProduct(
  facts: Partial<InstallerProduct> & Pick<InstallerProduct, 'productCode' | 'name'>,
): InstallerProduct {
  return {
    version: null,
    publisher: null,
    installLocation: null,
    localPackage: `C:\\Windows\\Installer\\${facts.productCode.slice(1, 8).toLowerCase()}.msi`,
    localPackageExists: true,
    context: 'machine',
    userSid: null,
    state: 'installed',
    ...facts,
  };
}

/** A service that runs from a program. */
export function service(
  name: string,
  displayName: string,
  imageFile: string,
  facts: Partial<Service> = {},
): Service {
  return {
    name,
    displayName,
    kind: 'service',
    state: 'running',
    start: 'auto',
    imagePath: `"${imageFile}"`,
    imageFile,
    imageExists: true,
    markedForDeletion: false,
    account: 'LocalSystem',
    processId: null,
    ...facts,
  };
}

/** A kernel driver with its file. */
export function driver(name: string, imageFile: string, facts: Partial<Service> = {}): Service {
  return service(name, name, imageFile, {
    kind: 'kernelDriver',
    start: 'system',
    imagePath: imageFile.replace('C:\\Windows', '\\SystemRoot'),
    account: null,
    ...facts,
  });
}

export function runningProcess(pid: number, path: string): Process {
  return { pid, parentPid: 880, name: path.slice(path.lastIndexOf('\\') + 1), path };
}

/** A file with a valid signature. */
export function signedFile(path: string, organization: string, fileVersion: string): FileFact {
  return {
    path,
    exists: true,
    size: 412_672,
    companyName: organization,
    productName: null,
    fileVersion,
    signature: signatureOf(organization),
  };
}

function signatureOf(organization: string): Signature {
  return {
    status: 'valid',
    subject: `CN=${organization}, O=${organization}`,
    organization,
    issuer: 'CN=DigiCert Trusted G4 Code Signing RSA4096 SHA384 2021 CA1',
    code: 0,
  };
}

/** A registry key of the vendor; `null` data was not recorded, only that something is set. */
export function vendorKey(
  key: string,
  values: Readonly<Record<string, string | number | null>> = {},
  userSid: string | null = null,
): VendorKey {
  return {
    key,
    userSid,
    values: Object.entries(values).map(([name, data]) => ({
      name,
      type: typeof data === 'number' ? 'REG_DWORD' : data === null ? 'REG_BINARY' : 'REG_SZ',
      size: typeof data === 'string' ? data.length * 2 + 2 : data === null ? 20 : 4,
      data,
    })),
  };
}

/** A folder of the vendor. An entry that ends with a backslash is a folder. */
export function vendorFolder(
  kind: VendorFolder['kind'],
  path: string,
  entries: readonly string[],
): VendorFolder {
  return {
    path,
    kind,
    entries: entries.map((entry) => ({
      path: `${path}\\${entry.replace(/\\$/, '')}`,
      kind: entry.endsWith('\\') ? 'folder' : 'file',
      size: entry.endsWith('\\') ? 0 : 188_416,
    })),
    truncated: false,
  };
}

export function certificate(subject: string, thumbprint: string, issuer = subject): Certificate {
  const notAfter = '2034-05-12T00:00:00.000Z';
  return {
    store: 'LocalMachine\\Root',
    userSid: null,
    firefoxProfile: null,
    thumbprint,
    subject,
    issuer,
    notAfter,
  };
}

export function extension(
  browser: BrowserExtension['browser'],
  id: string,
  name: string,
  version: string,
): BrowserExtension {
  const product = browser === 'edge' ? 'Microsoft\\Edge' : 'Google\\Chrome';
  const location = `${personFolder}\\AppData\\Local\\${product}\\User Data\\Default\\Extensions\\${id}`;
  return { browser, id, name, version, origin: 'profile', location, userSid: personSid };
}

export function networkComponent(
  componentId: string,
  description: string,
  driverName: string,
): NetworkComponent {
  const instanceKey =
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\{5CBF81BF-5055-47CD-9055-A76B2B4E3699}';
  return { componentId, description, instanceKey, service: driverName };
}

/** A row of the Windows Security Center. */
export function securityProduct(
  name: string,
  reportingPath: string,
  state: SecurityProduct['state'],
  facts: Partial<SecurityProduct> = {},
): SecurityProduct {
  return {
    provider: 'antivirus',
    name,
    state,
    signatures: 'upToDate',
    reportingPath,
    guid: null,
    timestamp: 'Fri, 20 Nov 2026 08:12:44 GMT',
    ...facts,
  };
}

/** The same row as WMI shows it. `productState` is the raw bit field: 0x041000 on, 0x040000 off, 0x10 more for old. */
export function wmiSecurityProduct(row: SecurityProduct, productState: number): WmiSecurityProduct {
  const { provider, name, reportingPath, guid, timestamp } = row;
  return {
    provider,
    displayName: name,
    productState,
    reportingPath,
    productPath: reportingPath,
    guid,
    timestamp,
  };
}

/** A scanner that Windows hands scripts to. */
export function amsiProvider(clsid: string, name: string, library: string): AmsiProvider {
  return { clsid, name, library, libraryExists: true, library32: null };
}

function programRoot(scope: Program['scope']): string {
  if (scope === 'machine64') return uninstall64;
  if (scope === 'machine32') return uninstall32;
  return `HKU\\${personSid}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
}
