import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import {
  vendorFolders,
  type VendorFolder,
} from '../../../shared/domain/inventory/vendor-folders.ts';
import { readSection } from '../../../shared/domain/section.ts';
import { writing } from '../../disk/cannot-write.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import type { FolderControl } from '../windows/perform/quarantine-control.ts';
import { isBelow, isSame } from './recorded-paths.ts';

const keptSchema = z.array(
  z.object({
    item: vendorFolders.item(z),
    isWhole: z.boolean(),
    entries: vendorFolders.item(z).shape.entries,
  }),
);
type Kept = z.infer<typeof keptSchema>;
type Entry = VendorFolder['entries'][number];

const notSupported = 50;
const alreadyExists = 183;
const fileNotFound = 2;

/** Folders of a recorded computer. What is moved away lies as recorded items in the quarantine of the run. */
export function practiceFolders(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): FolderControl {
  const set = (items: readonly VendorFolder[]) => {
    const now = inventory();
    change({ ...now, vendorFolders: readSection([...items], now.vendorFolders.gaps) });
    return 0;
  };
  return {
    places: () => placesOf(inventory()),
    look(path) {
      if (!isRecorded(path)) return { value: isKept(path, inventory()) ? 'folder' : null };
      return { value: kindAt(path, inventory()) ?? libraryAt(path, inventory()) };
    },
    list: (path) =>
      isRecorded(path)
        ? { value: childrenOf(path, inventory()) }
        : {
            value: existsSync(path)
              ? readdirSync(path).map((name) => ({ name, kind: 'file' as const }))
              : [],
          },
    signerOf: (path) =>
      inventory().files.items.find((file) => isSame(file.path, path))?.signature?.organization ??
      null,
    runningIn: (path) =>
      inventory().processes.items.flatMap((process) =>
        isBelow(process.path ?? '', path) ? [process.name] : [],
      ),
    makeFolder: () => 0,
    removeFolder(path) {
      if (!existsSync(path)) return 0;
      const returned = readdirSync(path).filter(
        (name) => name.endsWith('.json') && isOnComputer(join(path, name), inventory()),
      );
      for (const name of returned) rmSync(join(path, name));
      if (readdirSync(path).length === 0) rmdirSync(path);
      return 0;
    },
    // Nothing is in use on a recorded computer.
    isGuarded: () => false,
    moveLater: () => notSupported,
    cancelLater: () => 0,
    move(from, to) {
      if (isRecorded(from)) {
        if (isKept(to, inventory())) return alreadyExists;
        const { kept, left } = split(from, inventory().vendorFolders.items);
        const { folder, file } = placeOf(to);
        writing(file, () => {
          makeFolder(folder);
          replaceFile(file, JSON.stringify(kept));
        });
        return set(left);
      }
      const { file } = placeOf(from);
      if (!existsSync(file)) return fileNotFound;
      set(joined(keptIn(file), inventory().vendorFolders.items));
      rmSync(file);
      return 0;
    },
  };
}

/** Paths of the recorded computer are Windows paths with a folder of the vendor in them. */
function isRecorded(path: string): boolean {
  return /^[a-z]:(?!.*\\quarantine\\[0-9a-f]{16}(?:\\|$))/i.test(path);
}

/** The place of a thing in the quarantine, and the file in which its items stand. */
function placeOf(kept: string): { readonly folder: string; readonly file: string } {
  const folder = /^.*?[\\/]quarantine[\\/][0-9a-f]{16}/.exec(kept)?.[0] ?? kept;
  return { folder, file: join(folder, `${encodeURIComponent(kept.slice(folder.length))}.json`) };
}

function isKept(path: string, now: Inventory): boolean {
  const { folder, file } = placeOf(path);
  if (existsSync(file)) return !isOnComputer(file, now);
  return folder !== path && !/[0-9a-f]{16}/.test(path) && existsSync(path);
}

/**
 * Whether what a file keeps stands on the computer all the same: a practice that was killed in the middle of a move, which
 * on a real disk is one step, had written only one of the two.
 */
function isOnComputer(file: string, { vendorFolders: { items } }: Inventory): boolean {
  return keptIn(file).every(({ item, isWhole, entries }) => {
    const there = items.find(({ path }) => isSame(path, item.path));
    const has = (entry: Entry) => there?.entries.some(({ path }) => isSame(path, entry.path));
    return isWhole ? there !== undefined && entries.every(has) : entries.every(has);
  });
}

function keptIn(file: string): Kept {
  return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const machinePlaces = [
  'C:\\Program Files',
  'C:\\Program Files (x86)',
  'C:\\Program Files\\Common Files',
  'C:\\Program Files (x86)\\Common Files',
  'C:\\ProgramData',
];

function placesOf({ profiles }: Inventory): readonly string[] {
  const people = profiles.items.flatMap(({ folder }) =>
    ['Local', 'LocalLow', 'Roaming'].map((name) => `${folder}\\AppData\\${name}`),
  );
  return [...machinePlaces, ...people];
}

function kindAt(path: string, { vendorFolders: { items } }: Inventory): Entry['kind'] | null {
  const entry = items.flatMap(({ entries }) => entries).find((each) => isSame(each.path, path));
  if (entry !== undefined) return entry.kind;
  return items.some((item) => isSame(item.path, path) || isBelow(item.path, path))
    ? 'folder'
    : null;
}

/** A recorded library of a scanner is not among what lies in the vendor's folders. */
function libraryAt(path: string, { amsiProviders }: Inventory): Entry['kind'] | null {
  const isThere = amsiProviders.items.some(
    ({ library, libraryExists }) => libraryExists !== false && isSame(library ?? '', path),
  );
  return isThere ? 'file' : null;
}

/** What lies directly in a folder, also where only something deeper in it was recorded. */
function childrenOf(path: string, { vendorFolders: { items } }: Inventory) {
  const children = new Map<string, { name: string; kind: Entry['kind'] }>();
  const all = items.flatMap((item) => [
    { path: item.path, kind: 'folder' as const },
    ...item.entries,
  ]);
  for (const entry of all.filter((each) => isBelow(each.path, path))) {
    const [name = '', ...deeper] = entry.path.slice(path.length + 1).split('\\');
    const kind = deeper.length > 0 ? 'folder' : entry.kind;
    if (!children.has(name.toLowerCase()) || kind !== 'folder') {
      children.set(name.toLowerCase(), { name, kind });
    }
  }
  return [...children.values()];
}

/** What is recorded of a path and all below it, and what is left without it. */
function split(path: string, items: readonly VendorFolder[]): { kept: Kept; left: VendorFolder[] } {
  const isIn = (each: string) => isSame(each, path) || isBelow(each, path);
  const kept = items.flatMap((item) => {
    const isWhole = isIn(item.path);
    const entries = isWhole ? item.entries : item.entries.filter((entry) => isIn(entry.path));
    return entries.length > 0 || isWhole ? [{ item, isWhole, entries }] : [];
  });
  const left = items
    .filter((item) => !isIn(item.path))
    .map((item) => ({ ...item, entries: item.entries.filter((entry) => !isIn(entry.path)) }));
  return { kept, left };
}

function joined(kept: Kept, items: readonly VendorFolder[]): readonly VendorFolder[] {
  return kept.reduce<readonly VendorFolder[]>((now, { item, entries }) => {
    const there = now.find(({ path }) => isSame(path, item.path));
    if (there === undefined) return [...now, { ...item, entries }];
    const whole = { ...there, entries: [...there.entries, ...entries] };
    return now.map((each) => (each === there ? whole : each));
  }, items);
}
