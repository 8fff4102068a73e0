import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface FileFacts {
  readonly size: number;
  /** `null` for a folder. */
  readonly sha256: string | null;
}
/** By Windows path. Folders are listed too: an empty folder left behind is a leftover. */
export type FileTree = Readonly<Record<string, FileFacts>>;
/** Hashes of files known already, by inode, size and time of change. */
export type KnownHashes = Map<string, string>;

/** Lists every file and folder below drive C. */
export async function hashTree(driveC: string, known: KnownHashes): Promise<FileTree> {
  const tree: Record<string, FileFacts> = {};
  await walk(driveC, 'C:', tree, known);
  return tree;
}

async function walk(
  folder: string,
  windowsPath: string,
  tree: Record<string, FileFacts>,
  known: KnownHashes,
): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [path, name] = [join(folder, entry.name), `${windowsPath}\\${entry.name}`];
    if (entry.isDirectory()) {
      tree[name] = { size: 0, sha256: null };
      await walk(path, name, tree, known);
    } else tree[name] = await fileFacts(path, known);
  }
}

async function fileFacts(path: string, known: KnownHashes): Promise<FileFacts> {
  const { ino, size, mtimeMs } = await lstat(path);
  const identity = `${ino}-${size}-${mtimeMs}`;
  const sha256 = known.get(identity) ?? (await hash(path));
  known.set(identity, sha256);
  return { size, sha256 };
}

async function hash(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}
