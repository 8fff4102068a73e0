import type { FileWindow } from './file-window.ts';
import type { PeHeaders } from './pe-headers.ts';
import { parseVersionBlock, type VersionInfo } from './version-strings.ts';

/** `RT_VERSION`. Source: Microsoft, Windows SDK header `winuser.h`. */
const versionType = 16;

/** Entries of one directory that are looked at; the largest program of Windows has some thousand icons. */
const mostEntries = 8192;

/** One for each language that a program speaks. */
const mostBlocks = 64;

/** Bytes; a version resource has a few hundred to a few thousand. */
const largestBlock = 64 * 1024;

/** Directories and what they list first mostly lie within as much. Bytes. */
const treePiece = 16 * 1024;

/**
 * The version resources of a program, one for each language. What is damaged is left out.
 * Source: Microsoft, win32 docs, "PE Format", "The .rsrc Section".
 */
export async function readVersions(
  file: FileWindow,
  { resources, offsetOf }: PeHeaders,
): Promise<readonly VersionInfo[]> {
  const root = resources === null ? null : offsetOf(resources.offset);
  if (root === null) return [];
  const versions: VersionInfo[] = [];
  for (const leaf of await leavesIn(file, root)) {
    const entry = await file.at(root + leaf, 16, treePiece);
    const offset = entry === null ? null : offsetOf(entry.readUInt32LE(0));
    const size = entry?.readUInt32LE(4) ?? 0;
    if (offset === null || size === 0 || size > largestBlock) continue;
    const block = await file.at(offset, size);
    if (block !== null) versions.push(parseVersionBlock(block));
  }
  return versions;
}

/** Three levels: the kind of resource, its name, its language. */
async function leavesIn(file: FileWindow, root: number): Promise<readonly number[]> {
  const kinds = await entriesOf(file, root, 0);
  const leaves: number[] = [];
  for (const kind of kinds.filter(({ id }) => id === versionType)) {
    for (const name of await belowOf(file, root, kind)) {
      for (const language of await belowOf(file, root, name)) {
        if (!language.isDirectory) leaves.push(language.at);
        if (leaves.length >= mostBlocks) return leaves;
      }
    }
  }
  return leaves;
}

interface Entry {
  /** Null for one that has a name. */
  readonly id: number | null;
  readonly isDirectory: boolean;
  /** From the root. */
  readonly at: number;
}

async function belowOf(file: FileWindow, root: number, entry: Entry): Promise<readonly Entry[]> {
  return entry.isDirectory ? (await entriesOf(file, root, entry.at)).slice(0, mostBlocks) : [];
}

async function entriesOf(file: FileWindow, root: number, at: number): Promise<readonly Entry[]> {
  const head = await file.at(root + at, 16, treePiece);
  if (head === null) return [];
  const count = Math.min(head.readUInt16LE(12) + head.readUInt16LE(14), mostEntries);
  const list = await file.at(root + at + 16, count * 8, treePiece);
  if (list === null) return [];
  return Array.from({ length: count }, (_, index) => entryAt(list, index * 8));
}

const highBit = 0x8000_0000;

function entryAt(list: Buffer, at: number): Entry {
  const [name, offset] = [list.readUInt32LE(at), list.readUInt32LE(at + 4)];
  return {
    id: name < highBit ? name : null,
    isDirectory: offset >= highBit,
    at: offset % highBit,
  };
}
