import type { Registry, RegistryValue } from '../../src/main/machine/registry/registry.ts';

/** Every key below a path, with its values by lower-case name. */
export function contentsOf(
  registry: Registry,
  path: string,
): ReadonlyMap<string, ReadonlyMap<string, RegistryValue>> {
  const contents = new Map<string, ReadonlyMap<string, RegistryValue>>();
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const key = registry.readKey(next);
    if (key.found) contents.set(key.value.path, key.value.values);
    const children = registry.readChildren(next);
    if (children.found) pending.push(...children.value.keys.map((child) => child.path));
  }
  return contents;
}
