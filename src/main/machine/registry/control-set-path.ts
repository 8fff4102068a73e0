import type { Registry } from './registry.ts';
import { numberOf } from './value-of.ts';

const current = 'HKLM\\SYSTEM\\CurrentControlSet';

/**
 * Path of a key of the current control set. `CurrentControlSet` is a link that exports of a hive do not have;
 * then `HKLM\SYSTEM\Select` says which set it is. Microsoft: "HKLM\SYSTEM\CurrentControlSet Registry Tree".
 */
export function controlSetPath(registry: Registry, relative: string): string {
  const linked = `${current}\\${relative}`;
  if (isKnown(registry, linked)) return linked;
  const select = registry.readKey('HKLM\\SYSTEM\\Select');
  const set = select.found ? numberOf(select.value, 'Current') : null;
  if (set === null) return linked;
  const numbered = `HKLM\\SYSTEM\\ControlSet${String(set).padStart(3, '0')}\\${relative}`;
  return isKnown(registry, numbered) ? numbered : linked;
}

/** A parent of collected keys counts too, although it was not collected itself. */
function isKnown(registry: Registry, path: string): boolean {
  return registry.readKey(path).found || registry.readChildren(path).found;
}
