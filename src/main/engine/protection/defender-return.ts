import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { defenderOfWindows } from './defender-of-windows.ts';
import { isPolicy, switchedOff } from './defender-testimony.ts';

/** What keeps Microsoft Defender from coming back. */
export interface Obstacle {
  readonly kind: 'absent' | 'switchedOff' | 'unknown';
  /** A clause about Defender: `its service is disabled`. */
  readonly because: Message;
}

/**
 * What would keep it from coming back once no other antivirus is there; null when nothing would. Only policies
 * count: the other settings describe that it stands down for the antivirus that is still there.
 */
export function obstacleToReturn(inventory: Inventory): Obstacle | null {
  const { services, defender } = inventory;
  const brought = defenderOfWindows(inventory);
  if (brought !== 'antivirus') {
    return { kind: 'absent', because: message(`protection.defender.${brought}`) };
  }
  const service = defenderService(inventory);
  if (!service) {
    return isComplete(services)
      ? { kind: 'absent', because: message('protection.service.missing') }
      : { kind: 'unknown', because: message('protection.service.unread') };
  }
  const policy = switchedOff(inventory).find(isPolicy);
  if (policy) {
    const because = message('protection.defender.policyOff', { policy: policy.name });
    return { kind: 'switchedOff', because };
  }
  if (service.start === 'disabled') {
    return { kind: 'switchedOff', because: message('protection.defender.serviceDisabled') };
  }
  return isComplete(defender)
    ? null
    : { kind: 'unknown', because: message('protection.defender.settingsUnread') };
}

export function defenderService({ services }: Inventory): Service | undefined {
  return services.items.find(({ name }) => name.toLowerCase() === 'windefend');
}
