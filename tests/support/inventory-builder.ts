import {
  inventoryFormat,
  type BrowserExtension,
  type Certificate,
  type ClassFilter,
  type AmsiProvider,
  type DefenderSetting,
  type DefenderStatus,
  type WmiSecurityProduct,
  type EncryptionSign,
  type FileFact,
  type InstallerProduct,
  type Inventory,
  type MachineFacts,
  type NetworkComponent,
  type PendingRestart,
  type Process,
  type Program,
  type ScheduledTask,
  type SectionName,
  type SecurityProduct,
  type Service,
  type Signature,
  type UserProfile,
  type VendorFolder,
  type VendorKey,
} from '../../src/shared/domain/inventory.ts';
import { readSection, unreadableSection, type Gap } from '../../src/shared/domain/section.ts';

type Loose<T, K extends keyof T> = Partial<T> & Pick<T, K>;
type EntryShort = string | VendorFolder['entries'][number];

/** What a test says about a machine; everything left out is read and empty, or a harmless default. */
export interface InventoryFacts {
  readonly machine?: Partial<MachineFacts>;
  readonly profiles?: readonly Partial<UserProfile>[];
  readonly programs?: readonly Partial<Program>[];
  readonly installerProducts?: readonly Loose<InstallerProduct, 'productCode'>[];
  readonly services?: readonly Loose<Service, 'name'>[];
  readonly processes?: readonly Loose<Process, 'name'>[];
  /** `values` as name and data; a `null` datum is one that was not recorded (size 8). */
  readonly vendorKeys?: readonly {
    readonly key: string;
    readonly userSid?: string | null;
    readonly values?: Readonly<Record<string, string | number | null>>;
  }[];
  readonly vendorFolders?: readonly (Omit<Loose<VendorFolder, 'path'>, 'entries'> & {
    readonly entries?: readonly EntryShort[];
  })[];
  readonly files?: readonly Loose<FileFact, 'path'>[];
  readonly certificates?: readonly Partial<Certificate>[];
  readonly scheduledTasks?: readonly Partial<ScheduledTask>[];
  readonly browserExtensions?: readonly Partial<BrowserExtension>[];
  readonly networkComponents?: readonly Loose<NetworkComponent, 'componentId'>[];
  readonly classFilters?: readonly Loose<ClassFilter, 'classGuid'>[];
  readonly encryption?: readonly Loose<EncryptionSign, 'kind'>[];
  readonly pendingRestarts?: readonly Partial<PendingRestart>[];
  readonly securityProducts?: readonly Loose<SecurityProduct, 'name'>[];
  readonly wmiSecurityProducts?: readonly WmiSecurityProduct[];
  readonly defender?: readonly DefenderSetting[];
  readonly defenderStatus?: readonly DefenderStatus[];
  readonly amsiProviders?: readonly AmsiProvider[];
  /** Sections of which nothing could be read. */
  readonly unreadable?: readonly SectionName[];
  /** Sections that were read with a gap. */
  readonly partial?: readonly SectionName[];
}

const machine64 = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const machine32 = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** A whole, valid inventory from the few facts a test cares about. */
export function inventoryOf(facts: InventoryFacts = {}): Inventory {
  const section = sectionsOf(facts);
  return {
    format: inventoryFormat,
    collectedAt: '2026-09-01T10:00:00.000Z',
    collectedBy: 'cutover test',
    source: { kind: 'live', detail: 'built by a test' },
    machine: machineOf(facts.machine),
    profiles: section('profiles', (facts.profiles ?? []).map(profileOf)),
    programs: section('programs', (facts.programs ?? []).map(programOf)),
    installerProducts: section('installerProducts', (facts.installerProducts ?? []).map(productOf)),
    services: section('services', (facts.services ?? []).map(serviceOf)),
    processes: section('processes', (facts.processes ?? []).map(processOf)),
    vendorKeys: section('vendorKeys', (facts.vendorKeys ?? []).map(vendorKeyOf)),
    vendorFolders: section('vendorFolders', (facts.vendorFolders ?? []).map(vendorFolderOf)),
    files: section('files', (facts.files ?? []).map(fileOf)),
    certificates: section('certificates', (facts.certificates ?? []).map(certificateOf)),
    scheduledTasks: section('scheduledTasks', (facts.scheduledTasks ?? []).map(taskOf)),
    browserExtensions: section(
      'browserExtensions',
      (facts.browserExtensions ?? []).map(extensionOf),
    ),
    networkComponents: section(
      'networkComponents',
      (facts.networkComponents ?? []).map(componentOf),
    ),
    classFilters: section('classFilters', (facts.classFilters ?? []).map(classFilterOf)),
    encryption: section('encryption', (facts.encryption ?? []).map(encryptionOf)),
    pendingRestarts: section('pendingRestarts', (facts.pendingRestarts ?? []).map(pendingOf)),
    securityProducts: section('securityProducts', (facts.securityProducts ?? []).map(securityOf)),
    wmiSecurityProducts: section('wmiSecurityProducts', [...(facts.wmiSecurityProducts ?? [])]),
    defender: section('defender', [...(facts.defender ?? [])]),
    defenderStatus: section('defenderStatus', [...(facts.defenderStatus ?? [])]),
    amsiProviders: section('amsiProviders', [...(facts.amsiProviders ?? [])]),
  };
}

/** A valid Authenticode signature of an organization. */
export function signedBy(organization: string): Signature {
  return {
    status: 'valid',
    subject: `CN=${organization}, O=${organization}`,
    organization,
    issuer: 'CN=DigiCert Trusted G4 Code Signing CA1',
    code: 0,
  };
}

function gapOf(subject: string): Gap {
  return {
    subject,
    reason: 'accessDenied',
    detail: 'Refused by the test.',
    needsAdministrator: true,
  };
}

function sectionsOf(facts: InventoryFacts) {
  return <T>(name: SectionName, items: T[]) => {
    if (facts.unreadable?.includes(name)) return unreadableSection(gapOf(name));
    return readSection(items, facts.partial?.includes(name) ? [gapOf(name)] : []);
  };
}

function machineOf(facts: Partial<MachineFacts> = {}): MachineFacts {
  return {
    computerName: 'TESTPC',
    platform: 'windows',
    osName: 'Windows 11 Pro',
    osVersion: '10.0.26100',
    osBuild: '26100',
    edition: 'client',
    architecture: 'x64',
    safeMode: 'no',
    elevated: true,
    language: 'en-US',
    ...facts,
  };
}

function profileOf(facts: Partial<UserProfile>): UserProfile {
  return { sid: 'S-1-5-21-1-2-3-1001', folder: 'C:\\Users\\anna', loaded: true, ...facts };
}

function programOf(facts: Partial<Program>): Program {
  const keyName = facts.keyName ?? facts.displayName ?? 'program';
  const scope = facts.scope ?? 'machine32';
  return {
    key: `${programRoot(scope, facts.userSid ?? null)}\\${keyName}`,
    keyName,
    scope,
    userSid: null,
    displayName: null,
    displayVersion: null,
    publisher: null,
    installLocation: null,
    installDate: null,
    uninstallString: null,
    quietUninstallString: null,
    windowsInstaller: false,
    systemComponent: false,
    ...facts,
  };
}

function programRoot(scope: Program['scope'], userSid: string | null): string {
  if (scope === 'machine64') return machine64;
  if (scope === 'machine32') return machine32;
  const sid = userSid ?? 'S-1-5-21-1-2-3-1001';
  return `HKU\\${sid}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
}

function productOf(facts: Loose<InstallerProduct, 'productCode'>): InstallerProduct {
  return {
    name: null,
    version: null,
    publisher: null,
    installLocation: null,
    localPackage: 'C:\\Windows\\Installer\\1a2b3.msi',
    localPackageExists: true,
    context: 'machine',
    userSid: null,
    state: 'installed',
    ...facts,
  };
}

function serviceOf(facts: Loose<Service, 'name'>): Service {
  return {
    displayName: null,
    kind: 'service',
    state: 'running',
    start: 'auto',
    imagePath: facts.imageFile ?? null,
    imageFile: null,
    imageExists: facts.imageFile === undefined ? null : true,
    account: 'LocalSystem',
    processId: null,
    ...facts,
  };
}

function processOf(facts: Loose<Process, 'name'>, index: number): Process {
  return { pid: 1000 + index * 4, parentPid: 4, path: null, ...facts };
}

function vendorKeyOf(facts: NonNullable<InventoryFacts['vendorKeys']>[number]): VendorKey {
  const values = Object.entries(facts.values ?? {}).map(([name, data]) => ({
    name,
    type: typeof data === 'number' ? 'REG_DWORD' : 'REG_SZ',
    size: typeof data === 'string' ? data.length * 2 + 2 : 8,
    data,
  }));
  return { key: facts.key, userSid: facts.userSid ?? null, values };
}

function vendorFolderOf(facts: NonNullable<InventoryFacts['vendorFolders']>[number]): VendorFolder {
  const entries = (facts.entries ?? []).map((entry) =>
    typeof entry === 'string' ? { path: entry, kind: 'file' as const, size: 1000 } : entry,
  );
  return { kind: 'program', truncated: false, ...facts, entries };
}

function fileOf(facts: Loose<FileFact, 'path'>): FileFact {
  return {
    exists: true,
    size: 100_000,
    companyName: null,
    productName: null,
    fileVersion: null,
    signature: null,
    ...facts,
  };
}

function certificateOf(facts: Partial<Certificate>): Certificate {
  return {
    store: 'LocalMachine\\Root',
    userSid: null,
    thumbprint: '0123456789ABCDEF0123456789ABCDEF01234567',
    subject: 'CN=Test Root',
    issuer: facts.subject ?? 'CN=Test Root',
    notAfter: null,
    ...facts,
  };
}

function taskOf(facts: Partial<ScheduledTask>): ScheduledTask {
  return { path: '\\Task', author: null, actions: [], ...facts };
}

function extensionOf(facts: Partial<BrowserExtension>): BrowserExtension {
  return {
    browser: 'chrome',
    id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    name: null,
    version: null,
    origin: 'profile',
    location: 'C:\\Users\\anna\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Extensions',
    userSid: null,
    ...facts,
  };
}

function componentOf(facts: Loose<NetworkComponent, 'componentId'>): NetworkComponent {
  return { description: null, instanceKey: '', service: null, ...facts };
}

function classFilterOf(facts: Loose<ClassFilter, 'classGuid'>): ClassFilter {
  return { className: null, upperFilters: [], lowerFilters: [], ...facts };
}

function encryptionOf(facts: Loose<EncryptionSign, 'kind'>): EncryptionSign {
  return { subject: 'C:', state: 'on', detail: '', ...facts };
}

function pendingOf(facts: Partial<PendingRestart>): PendingRestart {
  return { source: 'Windows Update', detail: '', ...facts };
}

function securityOf(facts: Loose<SecurityProduct, 'name'>): SecurityProduct {
  return {
    provider: 'antivirus',
    state: 'on',
    signatures: 'upToDate',
    reportingPath: null,
    guid: null,
    timestamp: null,
    ...facts,
  };
}
