import type { ClassFilter } from '../../../shared/domain/inventory/class-filters.ts';
import type { DeviceFilter } from '../../../shared/domain/inventory/device-filters.ts';
import type { NetworkAdapter } from '../../../shared/domain/inventory/network/network-adapters.ts';
import { identityOf } from '../../../shared/domain/sections.ts';
import type { Evidence } from '../../../shared/domain/finding.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { inputClasses } from '../../catalog/drivers.ts';
import { productOfAdapter } from './vendor/matchers.ts';
import type { ProofBase } from './prove.ts';
import { driverTies } from './service-signs.ts';
import { guessedTies, sign, type Sign } from './sign.ts';
import { ownTrafficFilters } from './vendor/own-traffic-filters.ts';
import { vendorDrivers } from './vendor/vendor-drivers.ts';

/** Signs of drivers that stand between Windows and its devices: in a class, in one device, in the network. */
export function filterSigns(base: ProofBase): Sign[] {
  const isOurs = vendorDrivers(base);
  const { classFilters, deviceFilters, networkComponents, networkAdapters } = base.inventory;
  return [
    ...classFilters.items.flatMap((filter) =>
      namesIn(filter)
        .filter(isOurs)
        .map((name) => signOf('classFilter', filter.classGuid, classSays(filter, name), name)),
    ),
    ...deviceFilters.items.flatMap((filter) =>
      namesIn(filter)
        .filter(isOurs)
        .map((name) => signOf('deviceFilter', filter.instanceId, deviceSays(filter, name), name)),
    ),
    ...networkComponents.items.flatMap(({ componentId, description, service }) => {
      const driver = service !== null && isOurs(service) ? service : '';
      if (driver === '' && !bearsVendorName(description)) return [];
      const says = message('evidence.networkComponent.inUse', { name: description ?? componentId });
      return [signOf('networkComponent', componentId, says, driver)];
    }),
    ...networkAdapters.items.flatMap((adapter) => adapterSign(adapter, isOurs)),
    ...trafficSigns(base),
  ];
}

/** Any class and any device can be filtered: Endpoint Security filters the keyboard with the driver of its device control. */
function namesIn({ upperFilters, lowerFilters }: ClassFilter | DeviceFilter): readonly string[] {
  return [...upperFilters, ...lowerFilters];
}

function signOf(kind: Evidence['kind'], ref: string, says: Message, driver: string): Sign {
  return sign({ ...driverTies(driver), evidence: { kind, ref, says, strength: 'support' } });
}

/** One for whoever brought filters along, however many they are. */
function trafficSigns(base: ProofBase): Sign[] {
  const told = ownTrafficFilters(base).map(({ item, provider }) => {
    const owner = provider ?? item;
    return { item: owner, driver: owner.service ?? '', name: owner.name ?? owner.key };
  });
  return [...new Map(told.map((each) => [each.name, each])).values()].map(
    ({ item, driver, name }) =>
      signOf(
        'trafficFilter',
        identityOf('trafficFilters', item),
        message('evidence.trafficFilter.kept', { name }),
        driver,
      ),
  );
}

/** An adapter of the vendor: its whole description tells the product, and its driver only that it is the vendor's. */
function adapterSign(
  { adapterId, description, service }: NetworkAdapter,
  isOurs: (driver: string) => boolean,
): Sign[] {
  const says = message('evidence.networkAdapter.added', { name: description ?? adapterId });
  const product = description === null ? null : productOfAdapter(description);
  if (product === null) {
    const isOurOwn = service !== null && isOurs(service);
    return isOurOwn ? [signOf('networkAdapter', adapterId, says, service)] : [];
  }
  return [
    sign({
      evidence: { kind: 'networkAdapter', ref: adapterId, says, strength: 'support' },
      ...guessedTies(product),
    }),
  ];
}

function classSays({ classGuid, className }: ClassFilter, name: string): Message {
  const input = inputClasses.find(({ guid }) => guid === classGuid.toUpperCase());
  return input
    ? message('evidence.classFilter.input', { device: message(input.device), name })
    : message('evidence.classFilter.device', { device: className ?? classGuid, name });
}

function deviceSays({ instanceId, description }: DeviceFilter, name: string): Message {
  return message('evidence.deviceFilter.inUse', { device: description ?? instanceId, name });
}

function bearsVendorName(description: string | null): boolean {
  return description !== null && /^Kaspersky .*\bNDIS\b/.test(description);
}
