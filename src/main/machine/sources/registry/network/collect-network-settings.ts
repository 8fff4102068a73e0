import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { NetworkSetting } from '../../../../../shared/domain/inventory/network/network-settings.ts';
import { controlSetPath } from '../../../registry/control-set-path.ts';
import type { Registry, RegistryValue } from '../../../registry/registry.ts';
import { SectionReader } from '../reader/section-reader.ts';
import { userHives } from '../reader/user-hives.ts';
import { decodeWinHttpSettings } from './decode-win-http-settings.ts';
import {
  dnsPlace,
  firewallPlaces,
  machinePlaces,
  proxyPlaces,
  type NetworkSettingPlace,
} from './network-setting-places.ts';

/** Where firewall, Windows Update, proxies and name servers are set; only what is set, of the machine and each person. */
export function collectNetworkSettings(registry: Registry): Inventory['networkSettings'] {
  const reader = new SectionReader(registry);
  const firewall = 'Services\\SharedAccess\\Parameters\\FirewallPolicy';
  const places = [
    ...firewallPlaces(controlSetPath(registry, firewall)),
    ...machinePlaces,
    ...userHives(reader).flatMap((sid) => proxyPlaces(`HKU\\${sid}\\Software`, sid)),
    ...['Tcpip', 'Tcpip6'].flatMap((protocol) =>
      dnsPlaces(reader, controlSetPath(registry, `Services\\${protocol}\\Parameters`)),
    ),
  ];
  return reader.section(places.flatMap((place) => settingsAt(reader, place)));
}

function dnsPlaces(reader: SectionReader, parameters: string): NetworkSettingPlace[] {
  const adapters = `${parameters}\\Interfaces`;
  return [
    dnsPlace(parameters, null),
    ...reader.names(adapters).map((id) => dnsPlace(`${adapters}\\${id}`, id)),
  ];
}

function settingsAt(
  reader: SectionReader,
  { path, names, ...place }: NetworkSettingPlace,
): NetworkSetting[] {
  const key = reader.key(path);
  return names.flatMap((wanted) => {
    const value = key?.values.get(wanted.toLowerCase());
    const data = value === undefined ? null : dataOf(value);
    return data === null || data === '' ? [] : [{ ...place, key: path, name: wanted, data }];
  });
}

function dataOf({ data }: RegistryValue): string | number | null {
  if (typeof data === 'number') return data;
  if (typeof data === 'string') return withoutSecrets(data);
  const proxy = data instanceof Uint8Array ? decodeWinHttpSettings(data) : null;
  return proxy === null ? null : withoutSecrets(proxy);
}

/** Letters; a person may write any length into the own registry. */
const longest = 1_024;

/** Who signs in where, and what stands behind a question mark, may be a secret. */
function withoutSecrets(text: string): string {
  const address = text.slice(0, longest).split(/[?#]/, 1).join('');
  const parts = address.split(/([/=;\s])/);
  return parts.map((part) => part.slice(part.lastIndexOf('@') + 1)).join('');
}
