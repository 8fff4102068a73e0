import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { withGaps } from '../../../../shared/domain/section.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import { mountHives } from '../../registry/mount-hives.ts';
import { readVariables } from '../../registry/read-variables.ts';
import type { Registry } from '../../registry/registry.ts';
import { WindowsRegistry } from '../../windows/system/windows-registry.ts';
import { collectProfiles } from '../registry/collect-profiles.ts';
import type { RegistryContext } from '../registry/registry-facts.ts';
import type { WindowsSearch } from './collect-executables.ts';
import { readUserHives } from './user-hives.ts';

/** What is at hand while a live Windows is read. */
export class WindowsContext implements RegistryContext {
  readonly scope: Scope;
  readonly live: Registry = new WindowsRegistry();
  readonly variables: Variables = readVariables(this.live);
  /** A live registry has no damage of its own; what it refuses is told where it is asked. */
  readonly gaps = [];
  /** Null where nobody asked to look at every program. */
  readonly search: WindowsSearch | null;
  #registry = this.live;

  constructor(scope: Scope, search: WindowsSearch | null) {
    this.scope = scope;
    this.search = search;
  }

  /** With the hives of people who are not signed in, once {@link readProfiles} has found them. */
  get registry(): Registry {
    return this.#registry;
  }

  /** The profiles; a hive that cannot be read is a gap, for what is in it is not known. */
  readProfiles(limitMs: number): Inventory['profiles'] {
    const listed = collectProfiles(this.live, this.variables);
    const { hives, gaps } = readUserHives(listed.items, limitMs);
    this.#registry = mountHives(this.live, hives);
    return withGaps(listed, gaps);
  }
}
