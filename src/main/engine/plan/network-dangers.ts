import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
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
 * The Network Agent hands out updates of Windows from this computer. A server of somebody's own on this computer is
 * another matter, and so is an address elsewhere.
 */
export function updatesFromAgentThatIsGone({
  inventory,
  findings,
}: DangerContext): readonly Danger[] {
  const agents = findings.filter(({ family }) => family === 'agent');
  const [sign] = agents.flatMap(({ evidence }) => evidence);
  const isGone = agents.length > 0 && agents.every(({ state }) => state === 'leftover');
  if (sign === undefined || !isGone || mayServeUpdates(inventory)) return [];
  const settings = inventory.networkSettings.items.filter(({ kind }) => kind === 'windowsUpdate');
  if (!settings.some(({ name, data }) => name === 'UseWUServer' && data === 1)) return [];
  return settings
    .filter(
      ({ name, data }) => name === 'WUServer' && namedHosts(String(data)).some(isThisComputer),
    )
    .map(({ key, data }) => ({
      id: 'updatesFromAgentThatIsGone',
      severity: 'serious',
      values: { server: String(data), key },
      seenIn: { kind: sign.kind, ref: sign.ref },
      repair: { kind: 'askWindowsForUpdates', key, server: String(data) },
    }));
}

/** Microsoft's own update server can run here too. */
function mayServeUpdates({ services }: Inventory): boolean {
  return (
    !isComplete(services) || services.items.some(({ name }) => name.toLowerCase() === 'wsusservice')
  );
}
