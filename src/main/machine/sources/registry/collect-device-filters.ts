import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { DeviceFilter } from '../../../../shared/domain/inventory/device-filters.ts';
import { message } from '../../../../shared/domain/message.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { listOf, textOf } from '../../registry/value-of.ts';
import { SectionReader } from './reader/section-reader.ts';

/** Devices; a workstation of many years remembers some five thousand. */
const mostDevices = 50_000;

/**
 * Filter drivers of single devices, by bus, device and instance. Microsoft: driver docs, "Device Filter Driver Ordering"
 * and "HKLM\\SYSTEM\\CurrentControlSet\\Enum Registry Tree".
 */
export function collectDeviceFilters(
  registry: Registry,
  most = mostDevices,
): Inventory['deviceFilters'] {
  const reader = new SectionReader(registry);
  const root = controlSetPath(registry, 'Enum');
  const devices: DeviceFilter[] = [];
  let seen = 0;
  for (const { path } of reader.children(root).flatMap((bus) => reader.children(bus.path))) {
    const instances = reader.children(path);
    seen += instances.length;
    if (seen > most) {
      reader.addGap(tooMany(root, most));
      break;
    }
    devices.push(...instances.filter(isFiltered).map((key) => deviceOf(key, root)));
  }
  return reader.section(devices);
}

function isFiltered(key: RegistryKey): boolean {
  return filtersOf(key, 'UpperFilters').length + filtersOf(key, 'LowerFilters').length > 0;
}

function deviceOf(key: RegistryKey, root: string): DeviceFilter {
  return {
    instanceId: key.path.slice(root.length + 1),
    classGuid: textOf(key, 'ClassGUID'),
    description: descriptionOf(textOf(key, 'DeviceDesc')),
    upperFilters: filtersOf(key, 'UpperFilters'),
    lowerFilters: filtersOf(key, 'LowerFilters'),
  };
}

function filtersOf(key: RegistryKey, list: string): string[] {
  return listOf(key, list).filter((name) => name !== '');
}

/** `@keyboard.inf,%hid.keyboarddevice%;HID Keyboard Device` names where the text stands, and the text. */
function descriptionOf(text: string | null): string | null {
  return text === null || !text.startsWith('@') ? text : text.slice(text.indexOf(';') + 1);
}

function tooMany(subject: string, count: number) {
  return {
    subject,
    reason: 'truncated',
    detail: message('gap.tooManyKeys', { count }),
    needsAdministrator: false,
  } as const;
}
