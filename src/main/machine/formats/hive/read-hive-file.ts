import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { readHiveBase } from './hive-base-block.ts';
import { HiveCells } from './hive-cells.ts';
import { readHiveSubkeys } from './read-hive-subkeys.ts';
import { hiveName, readHiveValue } from './read-hive-value.ts';
import { replayLogs } from './replay-logs.ts';
import type { Registry } from '../../registry/registry.ts';
import { TreeRegistry, type TreeKey } from '../../registry/tree-registry.ts';

export type HiveFileOutcome =
  | { readonly ok: true; readonly registry: Registry; readonly problems: readonly Gap[] }
  | { readonly ok: false; readonly code: 'empty' | 'notAHive' | 'truncated' | 'corrupt' };

/**
 * Reads a hive file (the `NTUSER.DAT` of a profile that is not loaded) as the keys below `mountPath`, for
 * example `HKU\S-1-5-21-1-2-3-1001`. Nothing is mounted and nothing is changed. Damage costs only what is
 * damaged; where a hive was not closed properly and its logs do not tell the rest, or is too short, no absence is proven.
 * Format: https://github.com/msuhanov/regf
 */
export function readHiveFile(
  bytes: Uint8Array,
  mountPath: string,
  logs: readonly Buffer[] = [],
): HiveFileOutcome {
  const file = replayLogs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), logs);
  const base = readHiveBase(file, mountPath);
  if (!base.ok) return base;
  const { rootCell, binsSize, hasBigData, doubt } = base.value;
  const cells = new HiveCells(file, binsSize);
  if (cells.record(rootCell, 'nk', keyHeader) === null) {
    return { ok: false, code: 'corrupt' };
  }
  const walk = new HiveWalk(cells, hasBigData, doubt);
  walk.read(rootCell, mountPath);
  const problems = doubt === null ? walk.problems : [doubt, ...walk.problems];
  return { ok: true, registry: walk.registry, problems };
}

const keyHeader = 76;
const asciiName = 0x20;
/** Windows allows no deeper trees. Microsoft: win32 docs, "Registry element size limits". */
const depthLimit = 512;
const problemLimit = 50;
/** The least that a value, or an entry in a list of subkeys together with its key, takes in a file. */
const smallestValue = 24;
const smallestEntry = 40;
/** 255 letters. Microsoft: win32 docs, "Registry element size limits". */
const largestName = 510;

interface PlannedKey {
  readonly cell: Buffer;
  readonly key: TreeKey;
  readonly depth: number;
}

/** Walks a hive once. Every key is read at most once, and never more of anything than the file can hold. */
class HiveWalk {
  readonly registry: TreeRegistry;
  readonly problems: Gap[] = [];
  readonly #cells: HiveCells;
  readonly #hasBigData: boolean;
  readonly #seen = new Set<number>();
  readonly #planned: PlannedKey[] = [];
  #valuesLeft: number;
  #bytesLeft: number;
  #entriesLeft: number;

  constructor(cells: HiveCells, hasBigData: boolean, doubt: Gap | null) {
    this.registry = new TreeRegistry(doubt);
    this.#cells = cells;
    this.#hasBigData = hasBigData;
    this.#valuesLeft = Math.ceil(cells.size / smallestValue);
    this.#bytesLeft = cells.size;
    this.#entriesLeft = Math.ceil(cells.size / smallestEntry);
  }

  read(rootAddress: number, mountPath: string): void {
    const root = this.#cells.record(rootAddress, 'nk', keyHeader);
    if (root === null) return;
    this.#seen.add(rootAddress);
    this.#planned.push({ cell: root, key: this.registry.addKey(mountPath), depth: 0 });
    for (let next = this.#planned.pop(); next !== undefined; next = this.#planned.pop()) {
      this.#readValues(next.cell, next.key);
      this.#planSubkeys(next);
    }
  }

  #readValues(cell: Buffer, key: TreeKey): void {
    const count = cell.readUInt32LE(36);
    if (count === 0) return;
    const list = this.#cells.cell(cell.readUInt32LE(40)) ?? Buffer.alloc(0);
    const stored = Math.min(count, Math.floor(list.length / 4), this.#valuesLeft);
    if (stored < count) this.#addProblem(key, message('gap.hive.valueList'));
    this.#valuesLeft -= stored;
    for (let index = 0; index < stored && this.#bytesLeft >= 0; index += 1) {
      this.#readValue(list.readUInt32LE(index * 4), key);
    }
    if (this.#bytesLeft < 0) this.#addProblem(key, message('gap.hive.tooMuchData'));
  }

  #readValue(address: number, key: TreeKey): void {
    const value = readHiveValue(this.#cells, address, this.#hasBigData);
    if (value === null) return this.#addProblem(key, message('gap.hive.value'));
    this.#bytesLeft -= value.size + value.name.length;
    this.registry.addValue(key, value);
  }

  #planSubkeys({ cell, key, depth }: PlannedKey): void {
    if (cell.readUInt32LE(20) === 0) return;
    if (depth >= depthLimit) return this.#loseSubkeys(key, message('gap.hive.tooDeep'));
    const list = readHiveSubkeys(this.#cells, cell.readUInt32LE(28), this.#entriesLeft);
    this.#entriesLeft -= list.cost;
    if (!list.whole) this.#loseSubkeys(key, message('gap.hive.subkeyList'));
    for (const address of list.addresses) {
      const subkey = this.#seen.has(address) ? null : this.#cells.record(address, 'nk', keyHeader);
      const name = subkey === null ? null : nameOf(subkey);
      if (subkey === null || name === null) {
        this.#loseSubkeys(key, message('gap.hive.subkey'));
        continue;
      }
      this.#seen.add(address);
      const child = this.registry.addSubkey(key, name);
      this.#planned.push({ cell: subkey, key: child, depth: depth + 1 });
    }
  }

  #loseSubkeys(key: TreeKey, detail: Message): void {
    if (key.incomplete !== null) return;
    this.registry.markIncomplete(key, corruption(key.path, detail));
    this.#addProblem(key, detail);
  }

  #addProblem({ path }: TreeKey, detail: Message): void {
    if (this.problems.length > problemLimit) return;
    const isLast = this.problems.length === problemLimit;
    this.problems.push(corruption(path, isLast ? message('gap.hive.moreProblems') : detail));
  }
}

/**
 * Null for a name that Windows does not allow: one with a backslash would move the key to another place, and one
 * without a letter would make it its own child.
 */
function nameOf(cell: Buffer): string | null {
  const size = cell.readUInt16LE(72);
  if (size === 0 || size > largestName) return null;
  const name = hiveName(cell, keyHeader, size, cell.readUInt16LE(2) & asciiName);
  return name === null || name === '' || name.includes('\\') ? null : name;
}

function corruption(subject: string, detail: Message): Gap {
  return { subject, reason: 'corrupt', detail, needsAdministrator: false };
}
