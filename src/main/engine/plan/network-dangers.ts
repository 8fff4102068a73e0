import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { agentServerValue } from '../../catalog/registry-keys.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { isThisComputer, namedHosts } from '../../../shared/windows/network-address.ts';
import { isVendors, listedProducts } from '../detect/security-signs.ts';
import type { DangerContext } from './danger-rules.ts';
import { isGuarding } from './is-guarding.ts';

/**
 * The firewall of Windows is off, and the row of a firewall of the vendor still stands for it. Where no such row is
 * left, or where a policy turned it off, that may be what somebody wanted.
 */
export function firewallLeftOff({ inventory, findings }: DangerContext): readonly Danger[] {
  const row = listedProducts(inventory).find(
    (each) => each.provider === 'firewall' && isVendors(each),
  );
  if (row === undefined || findings.some(isGuarding)) return [];
  return inventory.networkSettings.items
    .filter(
      ({ kind, name, data, policy }) =>
        kind === 'firewall' && name === 'EnableFirewall' && data === 0 && !policy,
    )
    .map(({ key, subject }) => ({
      id: 'firewallLeftOff',
      severity: 'serious',
      values: { profile: subject ?? '', name: row.name },
      seenIn: { kind: 'securityProduct', ref: row.guid ?? row.name },
      repair: { kind: 'turnFirewallOn', key, profile: subject ?? '' },
    }));
}

/**
 * The Network Agent hands out updates of Windows from this computer, or fetches them from the server that it was managed by. A
 * server of somebody's own is another matter, here or elsewhere.
 */
export function updatesFromAgentThatIsGone({
  inventory,
  findings,
}: DangerContext): readonly Danger[] {
  const agents = findings.filter(({ family }) => family === 'agent');
  const [sign] = agents.flatMap(({ evidence }) => evidence);
  const isGone = agents.length > 0 && agents.every(({ state }) => state === 'leftover');
  if (sign === undefined || !isGone) return [];
  const settings = inventory.networkSettings.items.filter(({ kind }) => kind === 'windowsUpdate');
  if (!settings.some(({ name, data }) => name === 'UseWUServer' && data === 1)) return [];
  return settings.flatMap(({ name, key, data }) => {
    const where = name === 'WUServer' ? whereUpdatesAre(String(data), inventory) : null;
    if (where === null) return [];
    return [
      {
        id: 'updatesFromAgentThatIsGone',
        severity: 'serious',
        values: { server: String(data), key, where },
        seenIn: { kind: sign.kind, ref: sign.ref },
        repair: { kind: 'askWindowsForUpdates', key, server: String(data) },
      },
    ];
  });
}

function whereUpdatesAre(address: string, inventory: Inventory): 'here' | 'server' | null {
  const hosts = namedHosts(address);
  if (hosts.some(isThisComputer)) return mayServeUpdates(inventory) ? null : 'here';
  if (microsoftsPort.test(address)) return null;
  const servers = administrationServers(inventory);
  return hosts.some((host) => servers.some((each) => isSameHost(each, host))) ? 'server' : null;
}

/** Where Microsoft's own update server answers: it may stand on the same computer as a Security Center. */
const microsoftsPort = /^(?:[a-z]+:\/\/)?[^:/]+(?::(?:80|443|8530|8531))?\/?$/i;

/** What the agent wrote down about the server that manages it. */
function administrationServers({ vendorKeys }: Inventory): readonly string[] {
  return vendorKeys.items
    .filter(({ userSid }) => userSid === null)
    .flatMap(({ values }) => values)
    .flatMap(({ name, data }) =>
      name.toLowerCase() === agentServerValue.toLowerCase() && typeof data === 'string'
        ? namedHosts(data)
        : [],
    );
}

/** One may be written with its domain, the other without. */
function isSameHost(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return !short.includes('.') && long.startsWith(`${short}.`);
}

/** Microsoft's own update server can run here too. */
function mayServeUpdates({ services }: Inventory): boolean {
  return (
    !isComplete(services) || services.items.some(({ name }) => name.toLowerCase() === 'wsusservice')
  );
}
