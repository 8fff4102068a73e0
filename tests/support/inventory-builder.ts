import { quoted } from '../../src/shared/domain/message.ts';
import {
  type Inventory,
  type MachineFacts,
  inventoryFormat,
} from '../../src/shared/domain/inventory.ts';
import type { BrowserExtension } from '../../src/shared/domain/inventory/browser-extensions.ts';
import type { Certificate } from '../../src/shared/domain/inventory/certificates.ts';
import type { ClassFilter } from '../../src/shared/domain/inventory/class-filters.ts';
import type { DeviceFilter } from '../../src/shared/domain/inventory/device-filters.ts';
import type { EncryptionSign } from '../../src/shared/domain/inventory/encryption.ts';
import type { Executable } from '../../src/shared/domain/inventory/executables.ts';
import type { FileFact, Signature } from '../../src/shared/domain/inventory/files.ts';
import type { InstallerProduct } from '../../src/shared/domain/inventory/installer-products.ts';
import type { NetworkComponent } from '../../src/shared/domain/inventory/network-components.ts';
import type { FirewallRule } from '../../src/shared/domain/inventory/network/firewall-rules.ts';
import type { NetworkAdapter } from '../../src/shared/domain/inventory/network/network-adapters.ts';
import type { PendingRestart } from '../../src/shared/domain/inventory/pending-restarts.ts';
import type { Process } from '../../src/shared/domain/inventory/processes.ts';
import type { UserProfile } from '../../src/shared/domain/inventory/profiles.ts';
import type { Program } from '../../src/shared/domain/inventory/programs.ts';
import type { ScheduledTask } from '../../src/shared/domain/inventory/scheduled-tasks.ts';
import type { SecurityProduct } from '../../src/shared/domain/inventory/security-products.ts';
import type { Service } from '../../src/shared/domain/inventory/services.ts';
import type { VendorFolder } from '../../src/shared/domain/inventory/vendor-folders.ts';
import type { VendorKey } from '../../src/shared/domain/inventory/vendor-keys.ts';
import { bySection, type ItemOf, type SectionName } from '../../src/shared/domain/sections.ts';
import { readSection, unreadableSection, type Gap } from '../../src/shared/domain/section.ts';

type Loose<T, K extends keyof T> = Partial<T> & Pick<T, K>;
type EntryShort = string | VendorFolder['entries'][number];

/** `values` as name and data; a `null` datum is one that was not recorded (size 8). */
interface VendorKeyShort {
  readonly key: string;
  readonly userSid?: string | null;
  readonly values?: Readonly<Record<string, string | number | null>>;
}

type VendorFolderShort = Omit<Loose<VendorFolder, 'path'>, 'entries'> & {
  readonly entries?: readonly EntryShort[];
};

/** How a test writes an item of a section in short; where a section is not named here, its items are whole. */
const shorthand = {
  profiles: profileOf,
  programs: programOf,
  installerProducts: productOf,
  services: serviceOf,
  processes: processOf,
  vendorKeys: vendorKeyOf,
  vendorFolders: vendorFolderOf,
  files: fileOf,
  executables: executableOf,
  certificates: certificateOf,
  scheduledTasks: taskOf,
  browserExtensions: extensionOf,
  networkComponents: componentOf,
  networkAdapters: adapterOf,
  firewallRules: firewallRuleOf,
  classFilters: classFilterOf,
  deviceFilters: deviceFilterOf,
  encryption: encryptionOf,
  pendingRestarts: pendingOf,
  securityProducts: securityOf,
} as const satisfies { [K in SectionName]?: (facts: never, index: number) => ItemOf<K> };
type Shorthand = typeof shorthand;

type Short<K extends SectionName> = K extends keyof Shorthand
  ? Parameters<Shorthand[K]>[0]
  : ItemOf<K>;

type SectionFacts = { readonly [K in SectionName]?: readonly Short<K>[] };

/** What a test says about a machine; everything left out is read and empty, or a harmless default. */
export interface InventoryFacts extends SectionFacts {
  readonly machine?: Partial<MachineFacts>;
  /** Sections of which nothing could be read. */
  readonly unreadable?: readonly SectionName[];
  /** Sections that were read with a gap. */
  readonly partial?: readonly SectionName[];
}

const machine64 = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const machine32 = 'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** A whole, valid inventory from the few facts a test cares about. */
export function inventoryOf(facts: InventoryFacts = {}): Inventory {
  return {
    format: inventoryFormat,
    collectedAt: '2026-09-01T10:00:00.000Z',
    collectedBy: 'cutover test',
    source: { kind: 'live', detail: 'built by a test' },
    machine: machineOf(facts.machine),
    ...bySection<Pick<Inventory, SectionName>>((name) => sectionOf(name, facts)),
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
    detail: quoted('Refused by the test.'),
    needsAdministrator: true,
  };
}

function sectionOf(name: SectionName, facts: InventoryFacts) {
  if (facts.unreadable?.includes(name)) return unreadableSection(gapOf(name));
  const make = (shorthand as Partial<Record<SectionName, unknown>>)[name] ?? asItIs;
  const items = (facts[name] ?? []).map(make as (short: unknown, index: number) => unknown);
  return readSection(items, facts.partial?.includes(name) ? [gapOf(name)] : []);
}

function asItIs(whole: unknown): unknown {
  return whole;
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
    markedForDeletion: false,
    account: 'LocalSystem',
    processId: null,
    ...facts,
  };
}

function processOf(facts: Loose<Process, 'name'>, index: number): Process {
  return { pid: 1000 + index * 4, parentPid: 4, path: null, ...facts };
}

function vendorKeyOf(facts: VendorKeyShort): VendorKey {
  const values = Object.entries(facts.values ?? {}).map(([name, data]) => ({
    name,
    type: typeof data === 'number' ? 'REG_DWORD' : 'REG_SZ',
    size: typeof data === 'string' ? data.length * 2 + 2 : 8,
    data,
  }));
  return { key: facts.key, userSid: facts.userSid ?? null, values };
}

function vendorFolderOf(facts: VendorFolderShort): VendorFolder {
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

function executableOf({ path, ...facts }: Loose<Executable, 'path'>): Executable {
  const { exists: _exists, ...file } = fileOf({ path });
  return { ...file, originalName: null, signer: null, ...facts };
}

function certificateOf(facts: Partial<Certificate>): Certificate {
  return {
    store: 'LocalMachine\\Root',
    userSid: null,
    firefoxProfile: null,
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

function adapterOf(facts: Loose<NetworkAdapter, 'adapterId'>): NetworkAdapter {
  const nothing = { description: null, componentId: null, provider: null, service: null };
  return { key: '', ...nothing, filters: [], upperBind: [], ...facts };
}

function firewallRuleOf(facts: Loose<FirewallRule, 'name'>): FirewallRule {
  const key =
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
  const nothing = { displayName: null, program: null, service: null };
  return {
    key,
    ...nothing,
    action: 'allow',
    direction: 'in',
    active: true,
    policy: false,
    ...facts,
  };
}

function classFilterOf(facts: Loose<ClassFilter, 'classGuid'>): ClassFilter {
  return { className: null, upperFilters: [], lowerFilters: [], ...facts };
}

function deviceFilterOf(facts: Loose<DeviceFilter, 'instanceId'>): DeviceFilter {
  return { classGuid: null, description: null, upperFilters: [], lowerFilters: [], ...facts };
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
