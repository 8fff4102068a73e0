import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Access } from './access.ts';
import type { AccessSystem, Content } from './data-folder.ts';

const othersWrite = 0o002;
const sticky = 0o1000;
const ownerOnly = 0o700;

/**
 * Access by owner and mode. The superuser, the person and whoever owns the root of the system are trusted; the members
 * of a group are not told apart from it, because many systems give each person one of their own.
 */
export function posixAccess(): AccessSystem {
  const trusted = new Set(['0', String(process.getuid?.()), String(lstatSync('/').uid)]);
  return {
    look,
    trusts: (account) => trusted.has(account),
    follow,
    make: (path) => mkdirSync(path, ownerOnly),
    protect: (path) => chmodSync(path, ownerOnly),
    list,
    erase,
    mends: true,
  };
}

function look(path: string): Access | { readonly unseen: string } | null {
  try {
    return accessOf(lstatSync(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : { unseen: message };
  }
}

function kindOf(stats: Stats): Access['kind'] {
  return stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : 'file';
}

function accessOf(stats: Stats): Access {
  const changes = (stats.mode & othersWrite) !== 0;
  // In a folder like /tmp everybody may make things and nobody may touch those of others.
  const replaces = changes && (stats.mode & sticky) === 0;
  return {
    kind: kindOf(stats),
    owner: String(stats.uid),
    rights: [{ account: 'everybody', changes, replaces }],
  };
}

function list(folder: string): readonly Content[] {
  return readdirSync(folder).map((name) => {
    const stats = lstatSync(join(folder, name));
    return { name, kind: kindOf(stats), bytes: stats.isFile() ? stats.size : 0 };
  });
}

function erase(path: string): void {
  if (lstatSync(path).isDirectory()) rmdirSync(path);
  else unlinkSync(path);
}

/** What is not there yet has no links. */
function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(follow(dirname(path)), basename(path));
  }
}
