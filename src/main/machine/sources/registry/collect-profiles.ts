import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { personSid, profileList } from './reader/user-hives.ts';
import { textOf } from '../../registry/value-of.ts';

/**
 * The profiles of people. To be asked before hives are mounted: afterwards every profile looks loaded.
 * `folder` has the given variables expanded; it is empty when the list does not name one.
 */
export function collectProfiles(registry: Registry, variables: Variables): Inventory['profiles'] {
  const reader = new SectionReader(registry);
  const people = reader.children(profileList).filter((key) => personSid.test(key.name));
  return reader.section(people.map((key) => profileOf(registry, key, variables)));
}

function profileOf(registry: Registry, key: RegistryKey, variables: Variables): UserProfile {
  const folder = expandVariables(textOf(key, 'ProfileImagePath') ?? '', variables);
  return { sid: key.name, folder, loaded: isLoaded(registry, `HKU\\${key.name}`) };
}

/** A hive that refuses access is loaded as well; its file is locked then. */
function isLoaded(registry: Registry, path: string): boolean {
  const read = registry.readKey(path);
  return read.found || read.gap?.reason === 'accessDenied' || registry.readChildren(path).found;
}
