import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { withGaps, type Gap } from '../../../../shared/domain/section.ts';
import type { SectionName } from '../../../../shared/domain/sections.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import type { Registry } from '../../registry/registry.ts';
import type { Collector, Source } from '../source.ts';
import { collectClassFilters } from './collect-class-filters.ts';
import { collectDeviceFilters } from './collect-device-filters.ts';
import { collectNetworkComponents } from './collect-network-components.ts';
import { collectNetworkAdapters } from './network/collect-network-adapters.ts';
import { collectFirewallRules } from './network/collect-firewall-rules.ts';
import { collectNetworkSettings } from './network/collect-network-settings.ts';
import { collectPendingRestarts } from './collect-pending-restarts.ts';
import { collectPrograms } from './collect-programs.ts';
import { collectAppPackages } from './software/collect-app-packages.ts';
import { collectAutostarts } from './software/collect-autostarts.ts';
import { collectAssignedSoftware } from './software/collect-assigned-software.ts';
import { collectPackageSources } from './software/collect-package-sources.ts';
import { collectEventChannels } from './software/collect-event-channels.ts';
import { collectVendorKeys } from './collect-vendor-keys.ts';

/** What is at hand where there is a registry: a live one, an export or the hives of a machine. */
export interface RegistryContext {
  readonly registry: Registry;
  readonly variables: Variables;
  readonly scope: Scope;
  /** What could not be read of the registry itself. Each goes to the sections that look at its key. */
  readonly gaps: readonly Gap[];
}

export const software = 'HKLM\\SOFTWARE';
export const windows = `${software}\\Microsoft\\Windows`;
export const system = 'HKLM\\SYSTEM';

/** The sections that a registry tells alone, wherever it comes from. */
export const registryFacts = {
  // The profiles come first, because their hives are mounted with them.
  programs: {
    needs: ['profiles'],
    ...below(
      [
        `${windows}\\CurrentVersion\\Uninstall`,
        `${software}\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall`,
        'HKU',
      ],
      ({ registry }) => collectPrograms(registry),
    ),
  },
  vendorKeys: {
    needs: ['profiles'],
    ...below([software, 'HKU'], ({ registry, scope }) => collectVendorKeys(registry, scope)),
  },
  packageSources: below(
    [`${software}\\Classes\\Installer`, `${windows}\\CurrentVersion\\Installer\\Managed`],
    ({ registry, scope }) => collectPackageSources(registry, scope.hints),
  ),
  appPackages: below([`${windows}\\CurrentVersion\\Appx`], ({ registry, scope }) =>
    collectAppPackages(registry, scope.hints),
  ),
  assignedSoftware: {
    needs: ['profiles'],
    ...below(
      [
        `${windows}\\CurrentVersion\\Group Policy`,
        `${software}\\Microsoft\\EnterpriseDesktopAppManagement`,
        'HKU',
      ],
      ({ registry }) => collectAssignedSoftware(registry),
    ),
  },
  autostarts: {
    needs: ['profiles'],
    ...below(
      [
        `${windows}\\CurrentVersion\\Run`,
        `${software}\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run`,
        'HKU',
      ],
      ({ registry, scope }) => collectAutostarts(registry, scope.hints),
    ),
  },
  eventChannels: below([`${windows}\\CurrentVersion\\WINEVT`, system], ({ registry, scope }) =>
    collectEventChannels(registry, scope.hints),
  ),
  networkComponents: below([system], ({ registry }) => collectNetworkComponents(registry)),
  networkAdapters: below([system], ({ registry }) => collectNetworkAdapters(registry)),
  networkSettings: {
    needs: ['profiles'],
    ...below(
      [
        system,
        `${software}\\Policies\\Microsoft`,
        `${windows}\\CurrentVersion\\Internet Settings`,
        `${software}\\Microsoft\\PolicyManager`,
        'HKU',
      ],
      ({ registry }) => collectNetworkSettings(registry),
    ),
  },
  firewallRules: below(
    [system, `${software}\\Policies\\Microsoft\\WindowsFirewall`],
    ({ registry, variables, scope }) =>
      collectFirewallRules({ registry, variables, hints: scope.hints }),
  ),
  classFilters: below([system], ({ registry }) => collectClassFilters(registry)),
  deviceFilters: below([system], ({ registry }) => collectDeviceFilters(registry)),
  pendingRestarts: below(
    [
      `${windows}\\CurrentVersion`,
      `${software}\\Microsoft\\Updates`,
      `${software}\\Microsoft\\ServerManager`,
      system,
    ],
    ({ registry }) => collectPendingRestarts(registry),
  ),
} as const satisfies Partial<Source<RegistryContext>>;

/** Finds its facts below these keys only, so that damage elsewhere does not cast doubt on them. */
export function below<K extends SectionName>(
  areas: readonly string[],
  collect: (context: RegistryContext) => Inventory[K],
): Collector<RegistryContext, K> {
  return {
    collect: (context) => {
      const section = collect(context);
      const known = new Set(section.gaps.map((gap) => JSON.stringify(gap)));
      const added = context.gaps.filter(
        (gap) => !known.has(JSON.stringify(gap)) && concerns(areas, gap.subject),
      );
      return added.length === 0 ? section : (withGaps<unknown>(section, added) as Inventory[K]);
    },
  };
}

/** A gap that names no key concerns everything. */
function concerns(areas: readonly string[], subject: string): boolean {
  if (!/^HK/i.test(subject)) return true;
  const place = `${subject}\\`.toLowerCase();
  return areas.some((path) => {
    const area = `${path}\\`.toLowerCase();
    return area.startsWith(place) || place.startsWith(area);
  });
}
