import type { Gap } from '../../../shared/domain/section.ts';
import type { Registry, RegistryKey, RegistryRead } from './registry.ts';

/**
 * A registry together with hives of profiles that are not loaded, by their place (`HKU\<sid>`), so that
 * collectors see all profiles alike. A place that the base registry can read itself is left to it.
 */
export function mountHives(base: Registry, hives: ReadonlyMap<string, Registry>): Registry {
  const mounts = [...hives]
    .filter(([path]) => !base.readKey(path).found)
    .map(([path, registry]) => ({ path, registry }));
  return new MountedRegistry(base, mounts);
}

interface Mount {
  readonly path: string;
  readonly registry: Registry;
}

class MountedRegistry implements Registry {
  readonly #base: Registry;
  readonly #mounts: ReadonlyMap<string, Mount>;

  constructor(base: Registry, mounts: readonly Mount[]) {
    this.#base = base;
    this.#mounts = new Map(mounts.map((mount) => [mount.path.toLowerCase(), mount]));
  }

  readKey(path: string): RegistryRead<RegistryKey> {
    return this.#sourceOf(path).readKey(path);
  }

  readChildren(
    path: string,
  ): RegistryRead<{ readonly keys: readonly RegistryKey[]; readonly gaps: readonly Gap[] }> {
    const read = this.#sourceOf(path).readChildren(path);
    const mounted = this.#mountsBelow(path);
    if (mounted.length === 0) return read;
    const base = read.found ? read.value : { keys: [], gaps: read.gap === null ? [] : [read.gap] };
    const names = new Set(mounted.map((mount) => mount.path.toLowerCase()));
    const roots = mounted.map((mount) => mount.registry.readKey(mount.path));
    return {
      found: true,
      value: {
        keys: [
          ...base.keys.filter((key) => !names.has(key.path.toLowerCase())),
          ...roots.flatMap((root) => (root.found ? [root.value] : [])),
        ],
        // What the hive file told is no gap any more.
        gaps: base.gaps.filter((gap) => !names.has(gap.subject.toLowerCase())),
      },
    };
  }

  subkeyNames(path: string): RegistryRead<readonly string[]> {
    const read = this.#sourceOf(path).subkeyNames(path);
    const mounted = this.#mountsBelow(path).map((mount) => lastSegment(mount.path));
    if (!read.found || mounted.length === 0) return read;
    const known = new Set(read.value.map((name) => name.toLowerCase()));
    const added = mounted.filter((name) => !known.has(name.toLowerCase()));
    return { found: true, value: [...read.value, ...added] };
  }

  #sourceOf(path: string): Registry {
    const start = path.toLowerCase().split('\\').slice(0, 2).join('\\');
    return this.#mounts.get(start)?.registry ?? this.#base;
  }

  #mountsBelow(path: string): Mount[] {
    const parent = path.toLowerCase();
    return [...this.#mounts.values()].filter(
      (mount) => mount.path.toLowerCase().slice(0, mount.path.lastIndexOf('\\')) === parent,
    );
  }
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}
