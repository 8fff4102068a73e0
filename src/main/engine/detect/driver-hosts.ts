import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { embeddedDriver, sharedDriver } from '../../catalog/drivers.ts';
import { productOf, type SignGroup } from './group-signs.ts';
import { isVendors, listedProducts } from './security-signs.ts';
import { ranks, sign, type Sign } from './sign.ts';

/**
 * Drivers of the vendor that belong to no product of the vendor need not be remains: others build its engine and its
 * modules into what they make. Says so where the machine speaks for it.
 */
export function withDriverHosts(
  groups: readonly SignGroup[],
  inventory: Inventory,
): readonly SignGroup[] {
  return groups.map((group) => {
    if (productOf(group.signs) !== 'kaspersky-drivers') return group;
    const host = hostSign(driversOf(group), inventory);
    return host === null ? group : { ...group, signs: [...group.signs, host] };
  });
}

function driversOf({ signs }: SignGroup): string[] {
  return signs.flatMap(({ part }) => (part?.list === 'drivers' ? [String(part.value)] : [])).sort();
}

const embedded = new RegExp(embeddedDriver.match, 'i');
const shared = new RegExp(sharedDriver.match, 'i');

/** Others build such a driver into what they make. */
export function isOftenOthers(driver: string): boolean {
  return embedded.test(driver) || shared.test(driver);
}

function hostSign(drivers: readonly string[], inventory: Inventory): Sign | null {
  const build = drivers.find((name) => embedded.test(name));
  if (build !== undefined) {
    return engineSign(build, null, message('evidence.engineInside.build', { driver: build }));
  }
  if (drivers.length > 0 && drivers.every((name) => shared.test(name))) return moduleSign(drivers);
  const running = drivers.find((name) => runs(name, inventory));
  const host = running === undefined ? undefined : foreignGuard(inventory);
  if (running === undefined || host === undefined) return null;
  return engineSign(
    running,
    host,
    message('evidence.engineInside.beside', { driver: running, host }),
  );
}

function engineSign(driver: string, host: string | null, says: Message): Sign {
  return sign({
    evidence: { kind: 'driver', ref: driver, says, strength: 'support' },
    presence: 'installed',
    productId: 'powered-by-kaspersky',
    rank: ranks.name,
    name: host,
  });
}

function moduleSign([driver = '']: readonly string[]): Sign {
  const says = message('evidence.driver.shared');
  return sign({
    evidence: { kind: 'driver', ref: driver, says, strength: 'hint' },
    productId: 'kaspersky-hypervisor-module',
    rank: ranks.name,
  });
}

/** Drivers of a product that went stay loaded until the restart; those of current products bear its version. */
function runs(driver: string, { services, pendingRestarts }: Inventory): boolean {
  if (driver.includes('.') || pendingRestarts.items.length > 0) return false;
  return services.items.some(
    ({ name, state, imageExists }) =>
      name === driver && state === 'running' && imageExists !== false,
  );
}

/** Another vendor's antivirus that says it is on. Windows' own has an engine of its own. */
function foreignGuard(inventory: Inventory): string | undefined {
  return listedProducts(inventory)
    .filter((row) => row.provider === 'antivirus' && row.state === 'on' && !isVendors(row))
    .map(({ name }) => name)
    .filter((name) => !/^(?:Windows|Microsoft)\s/i.test(name))
    .sort()[0];
}
