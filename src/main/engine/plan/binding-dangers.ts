import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import type { DangerContext } from './danger-rules.ts';
import { lossOf, type Loss } from './driver-loss.ts';

/** A component of the network that Windows binds to the adapters and cannot start. */
export function networkFilterWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const losses = lossOfOurs(inventory);
  return inventory.networkComponents.items.flatMap((component): readonly Danger[] => {
    const { service, componentId, instanceKey, description } = component;
    const loss = service === null ? null : losses(service);
    if (service === null || loss === null) return [];
    return [
      {
        id: 'networkFilterWithoutDriver',
        severity: 'critical',
        values: { name: description ?? componentId, driver: service, loss },
        seenIn: { kind: 'networkComponent', ref: componentId },
        repair: { kind: 'removeNetworkComponent', componentId, instanceKey },
      },
    ];
  });
}

/**
 * An adapter that names a driver which is no component any more, or whose own component is told already.
 * Microsoft: driver docs, "Linkage" of a network adapter: `UpperBind` names the services above it.
 */
export function networkBindingWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const losses = lossOfOurs(inventory);
  const told = new Set(
    inventory.networkComponents.items.map(({ service }) => service?.toLowerCase()),
  );
  return inventory.networkAdapters.items.flatMap(({ adapterId, key, description, upperBind }) =>
    upperBind
      .filter((driver) => !told.has(driver.toLowerCase()))
      .map((driver) => ({ driver, loss: losses(driver) }))
      .filter(({ loss }) => loss !== null)
      .map(({ driver, loss }): Danger => ({
        id: 'networkBindingWithoutDriver',
        severity: 'critical',
        values: { adapter: description ?? adapterId, driver, loss: loss ?? '' },
        seenIn: { kind: 'networkAdapter', ref: adapterId },
        repair: { kind: 'removeNetworkBinding', key: `${key}\\Linkage`, name: driver },
      })),
  );
}

/** What keeps Windows from finding a driver of the vendor at the next start; null where it will, or where it is another's. */
function lossOfOurs(inventory: Inventory): (name: string) => Loss | null {
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  return (name) => (isOurs(name) ? lossOf(name, inventory) : null);
}
