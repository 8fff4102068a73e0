import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { collectBrowserExtensions as collectFromRegistry } from '../registry/collect-browser-extensions.ts';
import type { Registry } from '../../registry/registry.ts';
import { findProfileExtensions } from './browser-profile-extensions.ts';

/** Extensions of the scope: those the registry tells browsers to load, and those that lie in browser profiles. */
export function collectBrowserExtensions(
  registry: Registry,
  scope: Scope,
  profiles: readonly UserProfile[],
): Inventory['browserExtensions'] {
  const registered = collectFromRegistry(registry, scope);
  const inProfiles = findProfileExtensions(profiles, scope.extensionIds);
  return readSection(
    [...registered.items, ...inProfiles.items],
    [...registered.gaps, ...inProfiles.gaps],
  );
}
