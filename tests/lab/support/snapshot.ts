import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileTree, hashTree, type KnownHashes } from './file-tree.ts';
import { parseWineRegistry, type RegistryTree } from './registry-text.ts';
import {
  type Ignored,
  ignoredFiles,
  ignoredKeys,
  ignoredValues,
  isIgnored,
} from './snapshot-ignore.ts';

/** Everything a program can leave on a machine: the whole registry and every file of drive C. */
export interface Snapshot {
  readonly registry: RegistryTree;
  readonly files: FileTree;
}

export interface SetDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface SnapshotDiff {
  readonly keys: Omit<SetDiff, 'changed'>;
  /** As `key → value name`. */
  readonly values: SetDiff;
  readonly files: SetDiff;
}

const hives = { 'system.reg': 'HKLM', 'user.reg': 'HKCU', 'userdef.reg': 'HKU\\.Default' } as const;

/** Reads a prefix whose Wine session has ended. */
export async function readSnapshot(prefix: string, known: KnownHashes): Promise<Snapshot> {
  const trees = await Promise.all(
    Object.entries(hives).map(async ([file, hive]) =>
      parseWineRegistry(await readFile(join(prefix, file), 'utf8'), hive),
    ),
  );
  const registry: RegistryTree = Object.assign({}, ...trees);
  return { registry, files: await hashTree(join(prefix, 'drive_c'), known) };
}

/** What changed, without what Wine changes by itself (see snapshot-ignore.ts). */
export function diff(before: Snapshot, after: Snapshot): SnapshotDiff {
  const keys = compare(keysOf(before), keysOf(after), ignoredKeys);
  const [old, now] = [changedValues(before, after), changedValues(after, before)];
  return {
    keys: { added: keys.added, removed: keys.removed },
    values: compare(old, now, ignoredValues),
    files: compare(filesOf(before), filesOf(after), ignoredFiles),
  };
}

function keysOf({ registry }: Snapshot): Map<string, string> {
  return new Map(Object.keys(registry).map((key) => [key, '']));
}

/** The values of keys that are not exactly the same in both; most of a registry is, and is not looked into. */
function changedValues({ registry }: Snapshot, other: Snapshot): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, held] of Object.entries(registry)) {
    if (held === other.registry[key] || isIgnored(key, ignoredKeys)) continue;
    for (const [name, value] of Object.entries(held))
      values.set(`${key} → ${name}`, JSON.stringify(value));
  }
  return values;
}

function filesOf({ files }: Snapshot): Map<string, string> {
  return new Map(
    Object.entries(files).map(([path, { size, sha256 }]) => [
      path,
      `${size} ${sha256 ?? 'folder'}`,
    ]),
  );
}

function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  ignored: readonly Ignored[],
): SetDiff {
  const told = (names: readonly string[]) =>
    names.filter((name) => !isIgnored(name, ignored)).toSorted();
  return {
    added: told([...after.keys()].filter((name) => !before.has(name))),
    removed: told([...before.keys()].filter((name) => !after.has(name))),
    changed: told(
      [...after.keys()].filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    ),
  };
}
