import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { isPolicy, switchedOff } from './defender-testimony.ts';

/** What keeps Microsoft Defender from coming back; `because` is the end of a sentence. */
export interface Obstacle {
  readonly kind: 'absent' | 'switchedOff' | 'unknown';
  readonly because: string;
}

/**
 * What would keep it from coming back once no other antivirus is there; null when nothing would. Only policies
 * count: the other settings describe that it stands down for the antivirus that is still there.
 */
export function obstacleToReturn(inventory: Inventory): Obstacle | null {
  const { services, defender } = inventory;
  const service = defenderService(inventory);
  if (!service) {
    return isComplete(services)
      ? { kind: 'absent', because: 'its service does not exist.' }
      : { kind: 'unknown', because: 'the services could not be read.' };
  }
  const policy = switchedOff(inventory).find(isPolicy);
  if (policy) return { kind: 'switchedOff', because: `the policy ${policy.name} keeps it off.` };
  if (service.start === 'disabled') {
    return { kind: 'switchedOff', because: 'its service is disabled.' };
  }
  return isComplete(defender)
    ? null
    : { kind: 'unknown', because: 'its settings could not be read completely.' };
}

export function defenderService({ services }: Inventory): Service | undefined {
  return services.items.find(({ name }) => name.toLowerCase() === 'windefend');
}
