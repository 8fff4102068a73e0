import { type Inventory, inventoryFormat } from '../../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../../shared/domain/sections.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { readSection, unreadableSection, type Gap } from '../../../../shared/domain/section.ts';
import { collectAmsiProviders } from './collect-amsi-providers.ts';
import { collectBrowserExtensions } from './collect-browser-extensions.ts';
import { collectClassFilters } from './collect-class-filters.ts';
import { collectDefenderSettings } from './collect-defender-settings.ts';
import { collectInstallerProducts } from './collect-installer-products.ts';
import { collectMachineFacts } from './collect-machine-facts.ts';
import { collectNetworkComponents } from './collect-network-components.ts';
import { collectPendingRestarts } from './collect-pending-restarts.ts';
import { collectProfiles } from './collect-profiles.ts';
import { collectPrograms } from './collect-programs.ts';
import { collectServiceConfigs } from './collect-service-configs.ts';
import { collectVendorKeys } from './collect-vendor-keys.ts';
import { readVariables } from '../../registry/read-variables.ts';
import type { Registry } from '../../registry/registry.ts';

export interface RegistryInventoryRequest {
  readonly registry: Registry;
  readonly scope: Scope;
  readonly source: Inventory['source'];
  readonly collectedAt: string;
  readonly collectedBy: string;
  /** What could not be read of the registry itself. Each goes to the sections that read its key. */
  readonly gaps: readonly Gap[];
}

/**
 * The whole inventory of a machine of which only the registry is at hand. What a registry cannot tell is
 * `unreadable`, so that nothing counts as absent because nobody could look.
 */
export function inventoryFromRegistry(request: RegistryInventoryRequest): Inventory {
  const { registry, scope, source, collectedAt, collectedBy, gaps } = request;
  const variables = readVariables(registry);
  const read = <T>(name: ReadSection, section: SectionOf<T>) => withGaps(name, section, gaps);
  return {
    format: inventoryFormat,
    collectedAt,
    collectedBy,
    source,
    machine: collectMachineFacts(registry),
    ...notInRegistry(),
    profiles: read('profiles', collectProfiles(registry, variables)),
    programs: read('programs', collectPrograms(registry)),
    installerProducts: read('installerProducts', collectInstallerProducts(registry)),
    services: read('services', collectServiceConfigs(registry, variables)),
    vendorKeys: read('vendorKeys', collectVendorKeys(registry, scope)),
    browserExtensions: withoutProfiles(
      read('browserExtensions', collectBrowserExtensions(registry, scope)),
    ),
    networkComponents: read('networkComponents', collectNetworkComponents(registry)),
    classFilters: read('classFilters', collectClassFilters(registry)),
    pendingRestarts: read('pendingRestarts', collectPendingRestarts(registry)),
    defender: read('defender', collectDefenderSettings(registry)),
    amsiProviders: read('amsiProviders', collectAmsiProviders(registry, variables)),
  };
}

type SectionOf<T> = ReturnType<typeof readSection<T>>;

const software = 'HKLM\\SOFTWARE';
const windows = `${software}\\Microsoft\\Windows`;
const system = 'HKLM\\SYSTEM';

/** Keys below which a section finds its facts, so that damage elsewhere does not cast doubt on it. */
const areas = {
  profiles: [`${windows} NT\\CurrentVersion\\ProfileList`],
  programs: [
    `${windows}\\CurrentVersion\\Uninstall`,
    `${software}\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall`,
    'HKU',
  ],
  installerProducts: [`${windows}\\CurrentVersion\\Installer`, `${software}\\Classes\\Installer`],
  services: [system],
  vendorKeys: [software, 'HKU'],
  browserExtensions: [software, 'HKU'],
  networkComponents: [system],
  classFilters: [system],
  pendingRestarts: [
    `${windows}\\CurrentVersion`,
    `${software}\\Microsoft\\Updates`,
    `${software}\\Microsoft\\ServerManager`,
    system,
  ],
  defender: [`${software}\\Policies\\Microsoft`, `${windows} Defender`, system],
  amsiProviders: [`${software}\\Microsoft\\AMSI`, `${software}\\Classes\\CLSID`],
} as const satisfies Partial<Record<SectionName, readonly string[]>>;

type ReadSection = keyof typeof areas;

function withGaps<T>(name: ReadSection, section: SectionOf<T>, gaps: readonly Gap[]): SectionOf<T> {
  const known = new Set(section.gaps.map((gap) => JSON.stringify(gap)));
  const added = gaps.filter(
    (gap) => !known.has(JSON.stringify(gap)) && concerns(areas[name], gap.subject),
  );
  if (added.length === 0) return section;
  const all = [...section.gaps, ...added];
  return section.state === 'unreadable'
    ? { ...section, gaps: all }
    : readSection(section.items, all);
}

/** A gap that names no key concerns everything. */
function concerns(paths: readonly string[], subject: string): boolean {
  if (!/^HK/i.test(subject)) return true;
  const place = `${subject}\\`.toLowerCase();
  return paths.some((path) => {
    const area = `${path}\\`.toLowerCase();
    return area.startsWith(place) || place.startsWith(area);
  });
}

const outside = {
  processes: 'Running processes are not in the registry.',
  vendorFolders: 'Folders are not in the registry.',
  files: 'Files are not in the registry.',
  certificates: 'Certificates were not read from the registry.',
  scheduledTasks: 'Scheduled tasks were not read from the registry.',
  encryption: 'The registry does not tell whether data are encrypted.',
  securityProducts: 'Windows Security Center was not asked.',
  wmiSecurityProducts: 'Windows Management Instrumentation was not asked.',
  defenderStatus: 'Microsoft Defender was not asked.',
} as const satisfies Partial<Record<SectionName, string>>;

function notInRegistry() {
  return {
    processes: unreadableSection(notCollected('processes')),
    vendorFolders: unreadableSection(notCollected('vendorFolders')),
    files: unreadableSection(notCollected('files')),
    certificates: unreadableSection(notCollected('certificates')),
    scheduledTasks: unreadableSection(notCollected('scheduledTasks')),
    encryption: unreadableSection(notCollected('encryption')),
    securityProducts: unreadableSection(notCollected('securityProducts')),
    wmiSecurityProducts: unreadableSection(notCollected('wmiSecurityProducts')),
    defenderStatus: unreadableSection(notCollected('defenderStatus')),
  };
}

function notCollected(section: keyof typeof outside): Gap {
  return gapOf(section, outside[section]);
}

function withoutProfiles<T>(section: SectionOf<T>): SectionOf<T> {
  const gap = gapOf('browser profiles', 'Browsers keep most extensions in files of their own.');
  const gaps = [...section.gaps, gap];
  return section.state === 'unreadable' ? { ...section, gaps } : readSection(section.items, gaps);
}

function gapOf(subject: string, detail: string): Gap {
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}
