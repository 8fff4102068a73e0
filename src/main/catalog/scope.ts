import type { Scope } from '../../shared/domain/scope.ts';
import { antivirusProducts } from './antivirus-products.ts';
import { browserExtensions } from './browser-extensions.ts';
import { drivers, updatableDriver, versionedDriver } from './drivers.ts';
import { diskEncryptionTrace, extraFolders, vendorFolderNames } from './places.ts';
import { harmlessValues, vendorKeyName } from './registry-keys.ts';
import { serverNames } from './server-names.ts';
import { services } from './services.ts';
import { vendorMention } from './vendor-names.ts';

/** What a reader of a machine has to look at closely. Nothing here decides anything. */
export const scope: Scope = {
  registryKeys: [vendorKeyName],
  harmlessValues,
  folders: vendorFolderNames,
  extraFolders: extraFolders.map((row) => row.path),
  hints: [
    'kaspersky',
    'касперс',
    'tdsskiller',
    'kavremvr',
    'kavremover',
    'kvrt',
    'ultraav',
    'ultravpn',
  ],
  makers: vendorMention,
  serviceNames: [
    ...services.map((row) => row.match),
    `^(?:${drivers.map((row) => row.name).join('|')})(?:[._][A-Za-z0-9._-]+)?$`,
    updatableDriver.match,
    versionedDriver.match,
    `^(?:${antivirusProducts.flatMap((row) => row.services.map(escapePattern)).join('|')})$`,
  ],
  processNames: antivirusProducts.flatMap((row) => row.processes),
  encryptionTraces: [diskEncryptionTrace.path],
  serverDomains: serverNames.map((row) => row.domain),
  extensionIds: browserExtensions.map((row) => row.id),
};

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
