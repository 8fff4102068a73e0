import type { Inventory, SecurityProduct, Service } from '../../shared/inventory.ts';
import { isComplete } from '../../shared/section.ts';

/** The state of Microsoft Defender Antivirus as far as services and registry tell. */
export interface DefenderState {
  readonly kind: 'running' | 'stopped' | 'switchedOff' | 'absent' | 'unknown';
  /** The end of a sentence. */
  readonly because: string;
}

/** Microsoft: defender-docs; the identifier is that of client Windows in several public outputs. */
const defenderGuid = '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}';

/** True for the row of Microsoft Defender in Windows Security. */
export function isDefenderName(row: SecurityProduct): boolean {
  return (
    row.guid?.toUpperCase() === defenderGuid || /^(?:Windows|Microsoft) Defender/i.test(row.name)
  );
}

/**
 * Whether it protects now. Passive mode and policies count as switched off, although a policy may be ignored
 * by newer versions: the cautious answer is that Defender cannot be relied on.
 */
export function defenderState(inventory: Inventory): DefenderState {
  const obstacle = obstacleTo(inventory, () => true);
  if (obstacle !== null) return obstacle;
  const state = serviceOf(inventory)?.state;
  if (state === undefined || state === 'unknown') {
    return { kind: 'unknown', because: 'the state of its service is not known.' };
  }
  return state === 'running'
    ? { kind: 'running', because: 'its service runs.' }
    : { kind: 'stopped', because: 'its service does not run.' };
}

/**
 * What would keep it from coming back once no other antivirus is there; null when nothing would. Only
 * policies count: the other settings describe that it stands down for the antivirus that is still there.
 */
export function obstacleToReturn(inventory: Inventory): DefenderState | null {
  return obstacleTo(inventory, (key) => /\\Policies\\/i.test(key));
}

function obstacleTo(inventory: Inventory, counts: (key: string) => boolean): DefenderState | null {
  const { services, defender } = inventory;
  const service = serviceOf(inventory);
  if (!service) {
    return isComplete(services)
      ? { kind: 'absent', because: 'its service does not exist.' }
      : { kind: 'unknown', because: 'the services could not be read.' };
  }
  const setting = defender.items.find(
    ({ key, name, data }) => offSettings.has(name.toLowerCase()) && Number(data) > 0 && counts(key),
  );
  if (setting) return { kind: 'switchedOff', because: `the setting ${setting.name} keeps it off.` };
  if (service.start === 'disabled') {
    return { kind: 'switchedOff', because: 'its service is disabled.' };
  }
  return isComplete(defender)
    ? null
    : { kind: 'unknown', because: 'its settings could not be read completely.' };
}

function serviceOf({ services }: Inventory): Service | undefined {
  return services.items.find(({ name }) => name.toLowerCase() === 'windefend');
}

const offSettings = new Set([
  'disableantispyware',
  'disableantivirus',
  'disablerealtimemonitoring',
  'forcedefenderpassivemode',
  'passivemode',
]);
