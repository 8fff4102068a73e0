import { withGaps, type Gap } from '../../../../shared/domain/section.ts';
import type { Source } from '../source.ts';
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

/** What an export or the hives of a machine tell. */
export const registrySource: Source<RegistryContext> = {
  ...registryFacts,
  profiles: below([`${windows} NT\\CurrentVersion\\ProfileList`], ({ registry, variables }) =>
    collectProfiles(registry, variables),
  ),
  installerProducts: below(
    [`${windows}\\CurrentVersion\\Installer`, `${software}\\Classes\\Installer`],
    ({ registry }) => collectInstallerProducts(registry),
  ),
  services: below([system], ({ registry, variables }) =>
    collectServiceConfigs(registry, variables),
  ),
  processes: { notHere: 'Running processes are not in the registry.' },
  vendorFolders: { notHere: 'Folders are not in the registry.' },
  files: { notHere: 'Files are not in the registry.' },
  certificates: { notHere: 'Certificates were not read from the registry.' },
  scheduledTasks: { notHere: 'Scheduled tasks were not read from the registry.' },
  browserExtensions: below([software, 'HKU'], ({ registry, scope }) =>
    withGaps(collectBrowserExtensions(registry, scope), [browserProfiles]),
  ),
  encryption: { notHere: 'The registry does not tell whether data are encrypted.' },
  securityProducts: { notHere: 'Windows Security Center was not asked.' },
  wmiSecurityProducts: { notHere: 'Windows Management Instrumentation was not asked.' },
  defender: below(
    [`${software}\\Policies\\Microsoft`, `${windows} Defender`, system],
    ({ registry }) => collectDefenderSettings(registry),
  ),
  defenderStatus: { notHere: 'Microsoft Defender was not asked.' },
  amsiProviders: below(
    [`${software}\\Microsoft\\AMSI`, `${software}\\Classes\\CLSID`],
    ({ registry, variables }) => collectAmsiProviders(registry, variables),
  ),
};

const browserProfiles: Gap = {
  subject: 'browser profiles',
  reason: 'notCollected',
  detail: 'Browsers keep most extensions in files of their own.',
  needsAdministrator: false,
};
