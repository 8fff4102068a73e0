import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { NetworkSetting } from '../../../shared/domain/inventory/network/network-settings.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { identityOf } from '../../../shared/domain/sections.ts';
import { isThisComputer, namedHosts } from '../../../shared/windows/network-address.ts';
import { localServers, type LocalServerRow } from '../../catalog/local-servers.ts';
import { serverNames } from '../../catalog/server-names.ts';
import { productFolderOf } from '../detect/vendor/vendor-place.ts';
import type { DangerContext } from './danger-rules.ts';

/**
 * The web goes through a proxy that a product answered for: by the vendor's name in the address, or by an address on this
 * computer where a product is gone and nothing else that runs is known to answer. What a policy wants is left to it.
 */
export function proxyOfProductThatIsGone(context: DangerContext): readonly Danger[] {
  const { inventory } = context;
  if (context.findings.some(mayFilter)) return [];
  return inventory.networkSettings.items
    .filter((each) => each.kind === 'proxy' && !each.policy && isInForce(each, inventory))
    .filter(({ data }) => namesVendor(String(data)) || isOrphan(String(data), 'proxy', context))
    .map((setting) => ({
      id: 'proxyOfProductThatIsGone',
      severity: 'serious',
      values: { address: String(setting.data), place: placeOfProxy(setting) },
      seenIn: { kind: 'networkSetting', ref: identityOf('networkSettings', setting) },
      repair: {
        kind: 'turnProxyOff',
        key: setting.key,
        name: setting.name,
        userSid: setting.userSid,
      },
    }));
}

/** The same of the server that turns names into addresses. */
export function nameServerOfProductThatIsGone(context: DangerContext): readonly Danger[] {
  const { inventory } = context;
  if (context.findings.some(mayFilter)) return [];
  return inventory.networkSettings.items
    .filter(({ kind, policy }) => kind === 'dns' && !policy)
    .filter(({ data }) => isOrphan(String(data), 'names', context))
    .map((setting) => ({
      id: 'nameServerOfProductThatIsGone',
      severity: 'serious',
      values: {
        address: String(setting.data),
        where: setting.subject === null ? 'everywhere' : 'adapter',
        adapter: adapterNamed(setting.subject, inventory),
        key: setting.key,
      },
      seenIn: { kind: 'networkSetting', ref: identityOf('networkSettings', setting) },
      repair: { kind: 'takeNameServersFromNetwork', key: setting.key, name: setting.name },
    }));
}

/** The agent hands out updates of Windows from this computer; names of their servers that lead here lead nowhere. */
export function hostsOfAgentThatIsGone({ inventory, findings }: DangerContext): readonly Danger[] {
  const agents = findings.filter(({ family }) => family === 'agent');
  if (agents.length === 0 || agents.some(({ state }) => state !== 'leftover')) return [];
  const updates = serverNames.flatMap(({ owner, domain }) => (owner === 'windows' ? domain : []));
  return inventory.hostsEntries.items
    .filter(({ address }) => isThisComputer(address))
    .map((entry) => ({ entry, names: entry.names.filter((name) => isIn(name, updates)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ entry: { address }, entry, names }) => ({
      id: 'hostsOfAgentThatIsGone',
      severity: 'serious',
      values: { address, names },
      seenIn: { kind: 'hostsEntry', ref: identityOf('hostsEntries', entry) },
      repair: { kind: 'removeHostsEntry', address, names },
    }));
}

const neverFilter: readonly Finding['family'][] = [
  'embeddedEngine',
  'successor',
  'management',
  'passwordManager',
];

/** A product that is there answers for its own address. */
function mayFilter({ state, family }: Finding): boolean {
  return state !== 'leftover' && !neverFilter.includes(family);
}

/** An address here, something of the vendor's that is gone, and everything read that could answer instead. */
function isOrphan(
  data: string,
  answers: LocalServerRow['answers'],
  { inventory, findings }: DangerContext,
): boolean {
  const { services, processes } = inventory;
  if (!namedHosts(data).some(isThisComputer) || !isComplete(services) || !isComplete(processes)) {
    return false;
  }
  const isGone = findings.some(
    ({ state, family }) => state === 'leftover' && !neverFilter.includes(family),
  );
  const running = [
    ...services.items.filter(({ kind, state }) => kind === 'service' && state === 'running'),
    ...processes.items,
  ].map(({ name }) => name.toLowerCase());
  const known = localServers.flatMap((row) => (row.answers === answers ? row.names : []));
  return isGone && !running.some((name) => known.some((start) => name.startsWith(start)));
}

/** A server counts only where the same person, or the computer, has turned it on. */
function isInForce({ name, key, data }: NetworkSetting, { networkSettings }: Inventory): boolean {
  if (name !== 'ProxyServer') return typeof data === 'string';
  return networkSettings.items.some(
    (each) => each.key === key && each.name === 'ProxyEnable' && each.data === 1,
  );
}

/** By a server of its own, or a script in a folder of its own. */
function namesVendor(data: string): boolean {
  const vendors = serverNames.flatMap(({ owner, domain }) => (owner === 'vendor' ? domain : []));
  const path = data
    .replace(/^file:\/*/i, '')
    .replace(/%20/g, ' ')
    .replaceAll('/', '\\');
  return productFolderOf(path) !== null || namedHosts(data).some((host) => isIn(host, vendors));
}

function isIn(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function placeOfProxy({ name, userSid }: NetworkSetting): 'services' | 'everybody' | 'person' {
  if (name === 'WinHttpSettings') return 'services';
  return userSid === null ? 'everybody' : 'person';
}

function adapterNamed(id: string | null, { networkAdapters }: Inventory): string {
  if (id === null) return '';
  const adapter = networkAdapters.items.find(
    ({ adapterId }) => adapterId.toLowerCase() === id.toLowerCase(),
  );
  return adapter?.description ?? id;
}
