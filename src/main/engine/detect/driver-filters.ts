import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DeviceFilter } from '../../../shared/domain/inventory/device-filters.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { FilterList } from '../../../shared/domain/repair-actions.ts';
import { inputClasses } from '../../catalog/drivers.ts';

/** A driver that stands between Windows and a device because a list of the registry names it. */
export interface DriverFilter {
  readonly driver: string;
  /** In one class of devices, or in one device alone. */
  readonly place: 'class' | 'device';
  readonly device: Message | string;
  /** Keyboard and mouse: without them a person can do nothing any more. */
  readonly isInput: boolean;
  /** The key that holds the list, in full, and below the control set. */
  readonly key: string;
  readonly branch: string;
  readonly list: FilterList;
  readonly seenIn: Danger['seenIn'];
}

/** Every name in every list of filters, whose ever it is. */
export function driverFilters({ classFilters, deviceFilters }: Inventory): readonly DriverFilter[] {
  return [
    ...classFilters.items.flatMap((filter) => {
      const input = inputDevice(filter.classGuid);
      return inLists(filter, {
        place: 'class',
        device: input ?? filter.className ?? filter.classGuid,
        isInput: input !== null,
        ...keyAt(`Control\\Class\\${filter.classGuid}`),
        seenIn: { kind: 'classFilter', ref: filter.classGuid },
      });
    }),
    ...deviceFilters.items.flatMap((filter) =>
      inLists(filter, {
        place: 'device',
        device: filter.description ?? filter.instanceId,
        isInput: inputDevice(filter.classGuid) !== null,
        ...keyAt(`Enum\\${filter.instanceId}`),
        seenIn: { kind: 'deviceFilter', ref: filter.instanceId },
      }),
    ),
  ];
}

/** Microsoft: driver docs, "Registry Trees and Keys for Devices and Drivers". */
function keyAt(branch: string): Pick<DriverFilter, 'key' | 'branch'> {
  return { branch, key: `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\${branch}` };
}

function inputDevice(classGuid: string | null): Message | null {
  const known = inputClasses.find(({ guid }) => guid === classGuid?.toUpperCase());
  return known === undefined ? null : message(known.device);
}

function inLists(
  { upperFilters, lowerFilters }: Pick<DeviceFilter, 'upperFilters' | 'lowerFilters'>,
  where: Omit<DriverFilter, 'driver' | 'list'>,
): readonly DriverFilter[] {
  return [
    ...upperFilters.map((driver) => ({ ...where, driver, list: 'UpperFilters' as const })),
    ...lowerFilters.map((driver) => ({ ...where, driver, list: 'LowerFilters' as const })),
  ];
}
