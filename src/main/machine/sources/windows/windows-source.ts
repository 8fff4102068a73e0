import { joinSections, unreadableSection } from '../../../../shared/domain/section.ts';
import { collectAmsiProviders } from '../registry/collect-amsi-providers.ts';
import { collectBrowserExtensions } from '../registry/collect-browser-extensions.ts';
import { collectDefenderSettings } from '../registry/collect-defender-settings.ts';
import { collectPersonalRoots } from '../registry/collect-personal-roots.ts';
import { collectServiceConfigs } from '../registry/collect-service-configs.ts';
import { registryFacts } from '../registry/registry-facts.ts';
import { after, type Source } from '../source.ts';
import { withLibraries } from './amsi-libraries.ts';
import { findProfileExtensions } from './browsers/browser-profile-extensions.ts';
import { collectDriverPackages } from './driver-packages.ts';
import { collectExecutables } from './collect-executables.ts';
import { collectFilesOfInterest } from './collect-files-of-interest.ts';
import { collectDefenderStatus } from './defender-status.ts';
import { collectEncryption } from './encryption/encryption.ts';
import { pointingSections } from './files-of-interest.ts';
import { readLocalPolicy } from './local-policy.ts';
import { collectFirefoxRoots } from './browsers/firefox-roots.ts';
import { collectMachineRoots } from './machine-roots.ts';
import { collectHostsEntries } from './network/hosts-entries.ts';
import { collectTrafficFilters } from './network/traffic-filters.ts';
import { collectProcesses } from './processes.ts';
import { askInstallerProducts } from './registered-products.ts';
import { withRulePrograms } from './rule-programs.ts';
import { collectScheduledTasks } from './scheduled-tasks.ts';
import { withPrograms } from './task-programs.ts';
import { collectSecurityProducts } from './security-products.ts';
import { withServiceStates } from './service-states.ts';
import { withWriters } from './with-writers.ts';
import { collectVendorFolders } from './vendor-folders.ts';
import type { WindowsContext } from './windows-context.ts';
import { collectWmiSecurityProducts } from './wmi-security-products.ts';

/** What a Windows computer tells of itself. */
export const windowsSource: Source<WindowsContext> = {
  ...registryFacts,
  profiles: { collect: (windows, limitMs) => windows.readProfiles(limitMs) },
  installerProducts: { collect: ({ live, scope }) => askInstallerProducts(live, scope.hints) },
  packageSources: {
    ...registryFacts.packageSources,
    collect: async (context, limitMs, look) =>
      withWriters(await registryFacts.packageSources.collect(context, limitMs, look)),
  },
  services: {
    collect: ({ live, variables }) => withServiceStates(collectServiceConfigs(live, variables)),
  },
  firewallRules: {
    ...registryFacts.firewallRules,
    collect: async (context, limitMs, look) =>
      withRulePrograms(await registryFacts.firewallRules.collect(context, limitMs, look)),
  },
  processes: { collect: () => collectProcesses() },
  vendorFolders: after(
    ['profiles', 'services'],
    async ({ scope, variables }: WindowsContext, look, limitMs) => {
      const [profiles, services] = [await look('profiles'), await look('services')];
      return collectVendorFolders({
        scope,
        variables,
        profiles: profiles.items,
        services: services.items,
        limitMs,
      });
    },
  ),
  files: { ...after(pointingSections, collectFilesOfInterest), timeLimitMs: 10 * 60_000 },
  executables: {
    // As long as it takes: whoever asked for it can stop it.
    timeLimitMs: Infinity,
    collect: ({ search }) => (search === null ? unreadableSection() : collectExecutables(search)),
  },
  certificates: after(
    ['profiles'],
    async ({ registry, scope: { hints } }: WindowsContext, look, limitMs) => {
      const { items } = await look('profiles');
      return joinSections(
        collectMachineRoots(hints),
        collectPersonalRoots(registry, hints),
        collectFirefoxRoots(items, hints, limitMs),
      );
    },
  ),
  scheduledTasks: {
    timeLimitMs: 20_000,
    collect: ({ scope, variables }, limitMs) =>
      withPrograms(collectScheduledTasks(scope.hints, limitMs), variables),
  },
  driverPackages: { collect: ({ live, scope }) => collectDriverPackages(live, scope.hints) },
  browserExtensions: after(
    ['profiles'],
    async ({ registry, scope }: WindowsContext, look, limitMs) => {
      const { items } = await look('profiles');
      return joinSections(
        collectBrowserExtensions(registry, scope),
        findProfileExtensions(items, scope.extensionIds, limitMs),
      );
    },
  ),
  hostsEntries: {
    collect: ({ live, variables, scope }) =>
      collectHostsEntries(live, variables, scope.serverDomains),
  },
  trafficFilters: {
    background: true,
    timeLimitMs: 15_000,
    collect: ({ scope }, limitMs) => collectTrafficFilters(scope, limitMs),
  },
  // These limits are for a cold start beside another antivirus, on a slow computer; most answer in a moment.
  encryption: {
    background: true,
    timeLimitMs: 15_000,
    collect: ({ scope, variables }, limitMs) =>
      collectEncryption(scope.encryptionTraces, variables.get('SYSTEMDRIVE') ?? null, limitMs),
  },
  securityProducts: {
    background: true,
    timeLimitMs: 15_000,
    collect: (_windows, limitMs) => collectSecurityProducts(limitMs),
  },
  wmiSecurityProducts: {
    background: true,
    timeLimitMs: 30_000,
    collect: (_windows, limitMs) => collectWmiSecurityProducts(limitMs),
  },
  defender: { collect: ({ live }) => collectDefenderSettings(live, readLocalPolicy()) },
  defenderStatus: {
    background: true,
    // Beside another antivirus the provider of Defender is known to take very long, or to fail.
    timeLimitMs: 45_000,
    collect: (_windows, limitMs) => collectDefenderStatus(limitMs),
  },
  amsiProviders: {
    collect: ({ live, variables }) => withLibraries(collectAmsiProviders(live, variables)),
  },
};
