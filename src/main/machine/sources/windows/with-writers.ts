import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { PackageSources } from '../../../../shared/domain/inventory/software/package-sources.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';
import { whoWrites } from '../../windows/files/who-writes.ts';

/** Looks at who may put a package where Windows Installer would take it from. */
export function withWriters(section: Inventory['packageSources']): Inventory['packageSources'] {
  const write = (source: PackageSources['sources'][number], packageName: string | null) =>
    source.kind === 'folder' && isLocalPath(source.place)
      ? { ...source, writers: whoWrites(source.place, packageName) }
      : source;
  return {
    ...section,
    items: section.items.map((item) => ({
      ...item,
      sources: item.sources.map((source) => write(source, item.packageName)),
    })),
  };
}
