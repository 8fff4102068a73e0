import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { signatureInTime } from '../../windows/files/file-facts.ts';
import { placesToSearch } from '../../windows/files/fixed-volumes.ts';
import { longPath } from '../../windows/files/list-folder.ts';
import { windowsDisk } from '../../windows/files/windows-disk.ts';
import type { DeepScan } from '../../machine.ts';
import { type ExecutableSearch, searchExecutables } from '../executables/search-executables.ts';

export type WindowsSearch = Pick<ExecutableSearch, 'makers' | 'signal' | 'onCount'> & {
  readonly deep: DeepScan;
};

/** The programs of the vendor on the disks of this computer, with what Windows says of their signatures. */
export async function collectExecutables({
  deep,
  ...search
}: WindowsSearch): Promise<Inventory['executables']> {
  const places = 'folders' in deep ? deep.folders : placesToSearch(deep.disks);
  return await searchExecutables({
    ...search,
    places,
    disk: windowsDisk,
    verdict: (path, size, gaps) => signatureInTime(withinLimit(path), size ?? 0, gaps),
  });
}

/** Only a path that is too long otherwise is written in the long form: what checks signatures is not ours. */
function withinLimit(path: string): string {
  return path.length < 260 ? path : longPath(path);
}
