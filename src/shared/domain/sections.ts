import type { z } from 'zod';
import type { LateSchema, Of } from './schemas/late-schema.ts';
import { amsiProviders } from './inventory/amsi-providers.ts';
import { browserExtensions } from './inventory/browser-extensions.ts';
import { certificates } from './inventory/certificates.ts';
import { classFilters } from './inventory/class-filters.ts';
import { defender } from './inventory/defender.ts';
import { defenderStatus } from './inventory/defender-status.ts';
import { deviceFilters } from './inventory/device-filters.ts';
import { encryption } from './inventory/encryption.ts';
import { executables } from './inventory/executables.ts';
import { files } from './inventory/files.ts';
import { installerProducts } from './inventory/installer-products.ts';
import { networkAdapters } from './inventory/network/network-adapters.ts';
import { firewallRules } from './inventory/network/firewall-rules.ts';
import { hostsEntries } from './inventory/network/hosts-entries.ts';
import { networkSettings } from './inventory/network/network-settings.ts';
import { trafficFilters } from './inventory/network/traffic-filters.ts';
import { networkComponents } from './inventory/network-components.ts';
import { appPackages } from './inventory/software/app-packages.ts';
import { autostarts } from './inventory/software/autostarts.ts';
import { assignedSoftware } from './inventory/software/assigned-software.ts';
import { packageSources } from './inventory/software/package-sources.ts';
import { driverPackages } from './inventory/software/driver-packages.ts';
import { eventChannels } from './inventory/software/event-channels.ts';
import { pendingRestarts } from './inventory/pending-restarts.ts';
import { processes } from './inventory/processes.ts';
import { profiles } from './inventory/profiles.ts';
import { programs } from './inventory/programs.ts';
import { scheduledTasks } from './inventory/scheduled-tasks.ts';
import { securityProducts } from './inventory/security-products.ts';
import { services } from './inventory/services.ts';
import { vendorFolders } from './inventory/vendor-folders.ts';
import { vendorKeys } from './inventory/vendor-keys.ts';
import { wmiSecurityProducts } from './inventory/wmi-security-products.ts';

/** What a file below `inventory/` says of its section. */
interface SectionDefinition {
  readonly item: LateSchema<z.ZodObject>;
  /** By what an item is told from the others, and found again in another inventory; its case does not count. */
  readonly identity: (item: never) => string;
  /** What a reason for a finding is called that was seen here. */
  readonly evidence?: readonly string[];
  /** It takes long and is read only when somebody asks for it. */
  readonly onRequest?: true;
}

/**
 * Every section of an inventory, in the order in which they are shown. Whatever has to know them all is derived from
 * this list.
 */
export const sections = {
  profiles,
  programs,
  installerProducts,
  packageSources,
  appPackages,
  assignedSoftware,
  services,
  processes,
  vendorKeys,
  vendorFolders,
  files,
  executables,
  certificates,
  scheduledTasks,
  autostarts,
  browserExtensions,
  eventChannels,
  driverPackages,
  networkComponents,
  networkAdapters,
  networkSettings,
  hostsEntries,
  firewallRules,
  trafficFilters,
  classFilters,
  deviceFilters,
  encryption,
  pendingRestarts,
  securityProducts,
  wmiSecurityProducts,
  defender,
  defenderStatus,
  amsiProviders,
} as const satisfies Readonly<Record<string, SectionDefinition>>;

type Sections = typeof sections;
export type SectionName = keyof Sections;

/** An item of a section. */
export type ItemOf<K extends SectionName> = Of<Sections[K]['item']>;

export const sectionNames = Object.keys(sections) as readonly SectionName[];

/** Whether a section is read only when somebody asks for it. */
export function isOnRequest(name: SectionName): boolean {
  return 'onRequest' in sections[name];
}

type SectionEvidence = Extract<
  Sections[SectionName],
  { readonly evidence: readonly string[] }
>['evidence'][number];

/** What reasons for a finding are called, by the section in which they were seen. */
export const sectionEvidence: readonly SectionEvidence[] = Object.values(sections).flatMap(
  (section) => ('evidence' in section ? section.evidence : []),
);

/**
 * An object with one property for each section, in their order. The compiler cannot follow that a value fits the
 * section of its name, so the caller says what comes out.
 */
export function bySection<T extends Readonly<Record<SectionName, unknown>>>(
  valueOf: (name: SectionName) => unknown,
): T {
  return Object.fromEntries(sectionNames.map((name) => [name, valueOf(name)])) as T;
}

/** By what an item is told from the others of its section. */
export function identityOf<K extends SectionName>(name: K, item: ItemOf<K>): string {
  const identity = sections[name].identity as (item: ItemOf<K>) => string;
  return identity(item).toLowerCase();
}
