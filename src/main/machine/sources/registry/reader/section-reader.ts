import { readSection, unreadableSection, type Gap } from '../../../../../shared/domain/section.ts';
import type { Registry, RegistryKey, RegistryRead } from '../../../registry/registry.ts';

/** Asks a registry for one section of an inventory and remembers what it could not answer. */
export class SectionReader {
  readonly #registry: Registry;
  readonly #gaps = new Map<string, Gap>();
  #answers = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  get gaps(): readonly Gap[] {
    return [...this.#gaps.values()];
  }

  /** The key, or null when it does not exist or cannot be read. */
  key(path: string): RegistryKey | null {
    return this.#take(this.#registry.readKey(path));
  }

  /** The direct subkeys; none when the key does not exist or cannot be read. */
  children(path: string): readonly RegistryKey[] {
    const read = this.#take(this.#registry.readChildren(path));
    read?.gaps.forEach((gap) => this.addGap(gap));
    return read?.keys ?? [];
  }

  /** Names of the direct subkeys; none when the key does not exist or cannot be read. */
  names(path: string): readonly string[] {
    return this.#take(this.#registry.subkeyNames(path)) ?? [];
  }

  addGap(gap: Gap): void {
    this.#gaps.set(`${gap.subject}\0${gap.reason}\0${JSON.stringify(gap.detail)}`, gap);
  }

  /** The section with all gaps; unreadable when not one question was answered. */
  section<T>(items: T[]): ReturnType<typeof readSection<T>> {
    const gaps = [...this.#gaps.values()];
    return this.#answers === 0 && items.length === 0 && gaps.length > 0
      ? unreadableSection(...gaps)
      : readSection(items, gaps);
  }

  #take<T>(read: RegistryRead<T>): T | null {
    if (!read.found && read.gap !== null) {
      this.addGap(read.gap);
      return null;
    }
    this.#answers += 1;
    return read.found ? read.value : null;
  }
}
