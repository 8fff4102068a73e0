import type { VendorFolder } from '../../../shared/domain/inventory/vendor-folders.ts';
import { isWithinUserData } from '../../../shared/domain/user-data.ts';

type Entry = VendorFolder['entries'][number];

/** Everything that a folder is seen to hold, itself first. */
export function contentsOf(path: string, all: readonly VendorFolder[]): readonly Entry[] {
  const [itself, below] = [path.toLowerCase(), `${path.toLowerCase()}\\`];
  return all.flatMap((folder) => {
    const own: Entry = { path: folder.path, kind: 'folder', size: 0 };
    return [own, ...folder.entries].filter((entry) => {
      const name = entry.path.toLowerCase();
      return name === itself || name.startsWith(below);
    });
  });
}

/**
 * Whether a folder is there and holds anything but what a person keeps in it. The folders in which that lies do not
 * count, and an empty folder does.
 */
export function holdsRemains(path: string, all: readonly VendorFolder[]): boolean {
  const contents = contentsOf(path, all);
  const kept = contents.filter((entry) => isWithinUserData(entry.path));
  const leadsToKept = (entry: Entry) =>
    kept.some((each) => each.path.toLowerCase().startsWith(`${entry.path.toLowerCase()}\\`));
  return contents.some((entry) => !isWithinUserData(entry.path) && !leadsToKept(entry));
}
