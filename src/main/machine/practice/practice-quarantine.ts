import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { providerKeyOf } from '../../../shared/domain/inventory/amsi-providers.ts';
import {
  scheduledTasks,
  type ScheduledTask,
} from '../../../shared/domain/inventory/scheduled-tasks.ts';
import {
  vendorFolders,
  type VendorFolder,
} from '../../../shared/domain/inventory/vendor-folders.ts';
import type { RawValue, RegistryTree } from '../../../shared/domain/repair-actions.ts';
import { readSection } from '../../../shared/domain/section.ts';
import { sections, type SectionName } from '../../../shared/domain/sections.ts';
import { isAtOrBelow } from '../../../shared/windows/at-or-below.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import { writing } from '../../disk/cannot-write.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import type {
  FolderControl,
  QuarantineBench,
  TaskControl,
} from '../windows/perform/quarantine-control.ts';

type Control = Pick<QuarantineBench, 'folders' | 'keys' | 'services' | 'tasks'>;

/** What cleaning up asks of a recorded computer. What it moves lies as recorded items in the quarantine of the run. */
export function practiceQuarantine(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): Control {
  return {
    folders: practiceFolders(inventory, change),
    keys: {
      tree: (key) => ({ value: treeAt(inventory(), key) }),
      isLink: () => false,
      deleteTree: (key) =>
        done(
          change,
          keySections.reduce((now, name) => without(now, name, key), inventory()),
        ),
      writeTree: (key, tree) =>
        done(change, withItems(without(inventory(), null, key), itemsOf(tree))),
      value: (key, name) => ({ value: valueAt(inventory(), key, name) }),
      deleteValue: (key, name) =>
        done(
          change,
          keySections.reduce((now, each) => without(now, each, `${key}\\${name}`), inventory()),
        ),
      writeValue: (_key, _name, value) => done(change, withItems(inventory(), itemsIn(value))),
      expanded: (text) => text,
      isInstalled: (code) =>
        inventory().installerProducts.items.some(
          ({ productCode }) => normaliseProductCode(productCode) === code,
        ),
    },
    services: { dependentsOf: () => [] },
    tasks: practiceTasks(inventory, change),
  };
}

/** What a recorded task is stands in place of its notation. */
function practiceTasks(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): TaskControl {
  const at = (path: string) =>
    inventory().scheduledTasks.items.find((each) => isSame(each.path, path)) ?? null;
  const set = (items: readonly ScheduledTask[]) => {
    const now = inventory();
    const { gaps } = now.scheduledTasks;
    return done(change, { ...now, scheduledTasks: readSection([...items], gaps) });
  };
  const parse: TaskControl['parse'] = (_path, { xml }) =>
    scheduledTasks.item.parse(JSON.parse(xml));
  return {
    at: (path) => ({ value: at(path) }),
    read: async (path) => {
      const task = at(path);
      const found = task && { xml: JSON.stringify(task), access: null };
      return await Promise.resolve(found === null ? { code: fileNotFound } : { value: found });
    },
    parse,
    drop: async (path) =>
      await Promise.resolve(
        set(inventory().scheduledTasks.items.filter((each) => !isSame(each.path, path))),
      ),
    put: async (path, kept) =>
      await Promise.resolve(set([...inventory().scheduledTasks.items, parse(path, kept)])),
  };
}

function done(change: (inventory: Inventory) => void, inventory: Inventory): number {
  change(inventory);
  return 0;
}

const keptSchema = z.array(
  z.object({
    item: vendorFolders.item,
    isWhole: z.boolean(),
    entries: vendorFolders.item.shape.entries,
  }),
);
type Kept = z.infer<typeof keptSchema>;
type Entry = VendorFolder['entries'][number];

const notSupported = 50;
const alreadyExists = 183;
const fileNotFound = 2;

function practiceFolders(
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

/** The sections of a recorded computer that show keys and values of the registry, and where each item stands. */
const keyPlaces = {
  vendorKeys: 'key',
  programs: 'key',
  autostarts: 'key',
  browserExtensions: 'location',
  eventChannels: 'key',
  amsiProviders: 'clsid',
} as const satisfies Partial<Record<SectionName, string>>;
const keySections = Object.keys(keyPlaces) as readonly (keyof typeof keyPlaces)[];

type KeySection = keyof typeof keyPlaces;

function placeIn(section: KeySection, item: object): string {
  const texts = item as Readonly<Record<string, string>>;
  const place = texts[keyPlaces[section]] ?? '';
  if (section === 'amsiProviders') return providerKeyOf({ clsid: place });
  return section === 'autostarts' ? `${place}\\${texts['name'] ?? ''}` : place;
}

function without(inventory: Inventory, only: KeySection | null, place: string): Inventory {
  return keySections
    .filter((name) => only === null || name === only)
    .reduce((now, name) => {
      const section = now[name];
      const items: readonly object[] = section.items;
      const left = items.filter((item) => !isAtOrBelow(placeIn(name, item), place));
      return left.length === items.length
        ? now
        : { ...now, [name]: readSection([...left], section.gaps) };
    }, inventory);
}

interface RecordedItem {
  readonly section: KeySection;
  readonly item: object;
}

/** The items of a recorded computer in place of what the registry of a real one has. */
function treeAt(inventory: Inventory, key: string): RegistryTree | null {
  const items = recordedAt(inventory, key);
  if (items.length === 0) return null;
  return [{ path: '', values: [{ name: 'recorded', ...recordedValue(items) }] }];
}

function recordedAt(inventory: Inventory, place: string): readonly RecordedItem[] {
  return keySections.flatMap((section) =>
    inventory[section].items
      .filter((item: object) => isAtOrBelow(placeIn(section, item), place))
      .map((item: object): RecordedItem => ({ section, item })),
  );
}

function recordedValue(items: readonly RecordedItem[]): RawValue {
  return { type: 0, data: Buffer.from(JSON.stringify(items)).toString('hex') };
}

const recordedSchema = z.array(
  z.object({
    section: z.enum(Object.keys(keyPlaces) as [KeySection, ...KeySection[]]),
    item: z.unknown(),
  }),
);

function itemsOf(tree: RegistryTree): unknown {
  const data = tree[0]?.values[0]?.data ?? '';
  return JSON.parse(Buffer.from(data, 'hex').toString());
}

function withItems(inventory: Inventory, kept: unknown): Inventory {
  return recordedSchema.parse(kept).reduce((now, { section, item }) => {
    const whole = sections[section].item.parse(item);
    const { items, gaps } = now[section];
    return { ...now, [section]: readSection([...items, whole] as never[], gaps) };
  }, inventory);
}

/** What a plan expects of a value is its text; that of a whole item has the item behind its end. */
function valueAt(inventory: Inventory, key: string, name: string): RawValue | null {
  const scanner = inventory.amsiProviders.items.find(({ clsid }) =>
    isSame(key, `HKLM\\SOFTWARE\\Classes\\CLSID\\${clsid}\\InprocServer32`),
  );
  if (scanner !== undefined) {
    const { library } = scanner;
    return textValue(`${library ?? ''}\0`);
  }
  const program = inventory.programs.items.find((each) => isSame(each.key, key));
  const texts: Readonly<Record<string, string | null | undefined>> = {
    DisplayName: program?.displayName,
    Publisher: program?.publisher,
    UninstallString: program?.uninstallString,
  };
  const text = texts[name];
  if (typeof text === 'string') return textValue(`${text}\0`);
  const [whole] = recordedAt(inventory, `${key}\\${name}`);
  return whole === undefined ? null : textValue(`${textIn(whole)}\0${JSON.stringify([whole])}`);
}

function textIn({ item }: RecordedItem): string {
  const { command, id } = item as { readonly command?: string; readonly id?: string };
  return command ?? id ?? '';
}

function textValue(text: string): RawValue {
  return { type: 1, data: Buffer.from(text, 'utf16le').toString('hex') };
}

function itemsIn({ data }: RawValue): readonly unknown[] {
  const text = Buffer.from(data, 'hex').toString('utf16le');
  return z.array(z.unknown()).parse(JSON.parse(text.slice(text.indexOf('\0') + 1)));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isBelow(path: string, folder: string): boolean {
  return path.toLowerCase().startsWith(`${folder.toLowerCase()}\\`);
}
