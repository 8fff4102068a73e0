import { message } from '../../../../shared/domain/message.ts';
import { withGaps, type Gap } from '../../../../shared/domain/section.ts';
import type { NotHere, Source } from '../source.ts';
import { collectAmsiProviders } from './collect-amsi-providers.ts';
import { collectBrowserExtensions } from './collect-browser-extensions.ts';
import { collectDefenderSettings } from './collect-defender-settings.ts';
import { collectInstallerProducts } from './collect-installer-products.ts';
import { collectProfiles } from './collect-profiles.ts';
import { collectServiceConfigs } from './collect-service-configs.ts';
import {
  below,
  registryFacts,
  software,
  system,
  windows,
  type RegistryContext,
} from './registry-facts.ts';

const notInRegistry: NotHere = { notHere: message('gap.notInRegistry') };

/** What an export or the hives of a machine tell. */
export const registrySource: Source<RegistryContext> = {
  ...registryFacts,
  profiles: below([`${windows} NT\\CurrentVersion\\ProfileList`], ({ registry, variables }) =>
    collectProfiles(registry, variables),
  ),
  installerProducts: below(
    [`${windows}\\CurrentVersion\\Installer`, `${software}\\Classes\\Installer`],
    ({ registry, scope }) => collectInstallerProducts(registry, scope.hints),
  ),
  services: below([system], ({ registry, variables }) =>
    collectServiceConfigs(registry, variables),
  ),
  processes: notInRegistry,
  vendorFolders: notInRegistry,
  files: notInRegistry,
  executables: notInRegistry,
  certificates: notInRegistry,
  scheduledTasks: notInRegistry,
  driverPackages: notInRegistry,
  browserExtensions: below([software, 'HKU'], ({ registry, scope }) =>
    withGaps(collectBrowserExtensions(registry, scope), [browserProfiles]),
  ),
  hostsEntries: notInRegistry,
  trafficFilters: notInRegistry,
  encryption: notInRegistry,
  securityProducts: notInRegistry,
  wmiSecurityProducts: notInRegistry,
  defender: below(
    [`${software}\\Policies\\Microsoft`, `${windows} Defender`, system],
    ({ registry }) => collectDefenderSettings(registry),
  ),
  defenderStatus: notInRegistry,
  amsiProviders: below(
    [`${software}\\Microsoft\\AMSI`, `${software}\\Classes\\CLSID`],
    ({ registry, variables }) => collectAmsiProviders(registry, variables),
  ),
};

const browserProfiles: Gap = {
  subject: '%LOCALAPPDATA%',
  reason: 'notCollected',
  detail: message('gap.browserFiles'),
  needsAdministrator: false,
};
