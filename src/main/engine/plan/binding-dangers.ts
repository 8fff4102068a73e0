import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import type { DangerContext } from './danger-rules.ts';
import { lossOf } from './driver-loss.ts';

/** A component of the network that Windows binds to the adapters and cannot start. */
export function networkFilterWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const isLost = lostDrivers(inventory);
  return inventory.networkComponents.items.flatMap(
    ({ service, componentId, instanceKey, description }) =>
      service !== null && isLost(service)
        ? [
            {
              id: 'networkFilterWithoutDriver',
              severity: 'critical',
              values: { name: description ?? componentId, driver: service },
              seenIn: { kind: 'networkComponent', ref: componentId },
              repair: { kind: 'removeNetworkComponent', componentId, instanceKey },
            },
          ]
        : [],
  );
}

/**
 * An adapter that names a driver which is no component any more, or whose own component is told already.
 * Microsoft: driver docs, "Linkage" of a network adapter: `UpperBind` names the services above it.
 */
export function networkBindingWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const isLost = lostDrivers(inventory);
  const told = new Set(
    inventory.networkComponents.items.map(({ service }) => service?.toLowerCase()),
  );
  return inventory.networkAdapters.items.flatMap(({ adapterId, key, description, upperBind }) =>
    upperBind
      .filter((driver) => !told.has(driver.toLowerCase()) && isLost(driver))
      .map((driver): Danger => ({
        id: 'networkBindingWithoutDriver',
        severity: 'critical',
        values: { adapter: description ?? adapterId, driver },
        seenIn: { kind: 'networkAdapter', ref: adapterId },
        repair: { kind: 'removeNetworkBinding', key: `${key}\\Linkage`, name: driver },
      })),
  );
}

/** Whether a driver is the vendor's, and Windows will not find it at the next start. */
function lostDrivers(inventory: Inventory): (name: string) => boolean {
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  return (name) => isOurs(name) && lossOf(name, inventory) !== null;
}
