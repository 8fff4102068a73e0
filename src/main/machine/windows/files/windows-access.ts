import { parse } from 'node:path';
import type { Access, AccessRight } from '../../../disk/access.ts';
import type { AccessSystem, Content } from '../../../disk/data-folder.ts';
import {
  createSecuredFolder,
  openFolder,
  securityDescriptor,
  type OpenFolder,
  type SecurityDescriptor,
} from '../ffi/folder-security.ts';
import { eraseFile } from '../ffi/move-file.ts';
import { systemFolder } from '../ffi/library.ts';
import { describeWin32Error, win32 } from '../ffi/win32-error.ts';
import { withBackupPrivilege, withRestorePrivilege } from '../system/backup-privilege.ts';
import { currentUser, elevation } from '../system/elevation.ts';
import { listFolder } from './list-folder.ts';
import { readSecurity, type Allowance, type Security } from './security-descriptor.ts';

/**
 * Owner and group Administrators; full access for SYSTEM and Administrators, nobody else; nothing inherited.
 * Source: Microsoft, win32 docs, "Security Descriptor String Format" and "SID Strings".
 */
const administratorsOnly = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';

/**
 * SYSTEM and Administrators, and two that stand for the owner of the thing itself. Source: Microsoft, "Well-known SIDs".
 */
const alwaysTrusted = ['S-1-5-18', 'S-1-5-32-544', 'S-1-3-0', 'S-1-3-4'];

/**
 * The built-in administrator, the administrators of a domain and of its forest: User Account Control takes these out of
 * the token of a program that was not elevated.
 */
const administratorsOfDomains = /^S-1-5-21-[\d-]+-(?:500|512|519)$/;

const directoryAttribute = 0x10;
const reparsePointAttribute = 0x400;

/** Rights to a file or folder. Source: Microsoft, Windows SDK header `winnt.h`. */
const right = {
  writeData: 0x2,
  appendData: 0x4,
  writeExtended: 0x10,
  deleteChild: 0x40,
  writeAttributes: 0x100,
  delete: 0x10000,
  writeList: 0x40000,
  writeOwner: 0x80000,
  all: 0x10000000,
  write: 0x40000000,
} as const;

const replacing = right.deleteChild | right.delete | right.writeList | right.writeOwner | right.all;
const changing =
  replacing |
  right.writeData |
  right.appendData |
  right.writeExtended |
  right.writeAttributes |
  right.write;

/**
 * Access as Windows tells it of an open handle. A process of an administrator is the one that puts things in order. `whom`:
 * who would lose something, the person of this process or the administrators, whose rights it is about to get.
 */
export function windowsAccess(whom: 'ourselves' | 'administrators' = 'ourselves'): AccessSystem {
  const trusted = trustedAccounts(whom === 'administrators' || elevation().administrator);
  const trusts = (account: string) => trusted.has(account) || administratorsOfDomains.test(account);
  const mends = elevation().administrator;
  return { look, trusts, follow, make, protect, list, erase, mends };
}

/** Whoever owns Windows itself is trusted too: the installer service of Windows, usually. */
function trustedAccounts(elevated: boolean): ReadonlySet<string> {
  const windows = look(systemFolder());
  const owner = windows !== null && 'owner' in windows ? windows.owner : null;
  // Without elevation nothing can be lost to a program of the same person.
  const person = elevated ? null : currentUser();
  return new Set([...alwaysTrusted, ...[owner, person].filter((each) => each !== null)]);
}

function look(path: string): Access | { readonly unseen: string } | null {
  const opened = lookedAt(path);
  if (typeof opened !== 'number') return accessOf(path, opened);
  if (opened === win32.fileNotFound || opened === win32.pathNotFound) return null;
  return { unseen: describeWin32Error(opened) };
}

/** Somebody may have taken the administrators out of the access list. */
function lookedAt(path: string): OpenFolder | number {
  const opened = openAndClose(path);
  return opened === win32.accessDenied ? withBackupPrivilege(() => openAndClose(path)) : opened;
}

function openAndClose(path: string): OpenFolder | number {
  const opened = openFolder(path, 'look');
  if (typeof opened !== 'number') opened.close();
  return opened;
}

/** What an open file or folder tells of who may change it. */
function accessOf(
  path: string,
  { attributes, security }: Pick<OpenFolder, 'attributes' | 'security'>,
): Access {
  const { owner, allowed } = securityOf(security);
  const isRoot = parse(path).root === path;
  return { kind: kindOf(attributes), owner, rights: allowed.map((each) => rightOf(each, isRoot)) };
}

function kindOf(attributes: number): Access['kind'] {
  if ((attributes & reparsePointAttribute) !== 0) return 'link';
  return (attributes & directoryAttribute) !== 0 ? 'folder' : 'file';
}

function securityOf(security: Buffer | null): Security {
  return security === null ? { owner: null, allowed: [] } : readSecurity(security);
}

/** Nobody can delete or rename the root of a volume, whatever its access list says. */
function rightOf({ account, mask }: Allowance, isRoot: boolean): AccessRight {
  const counted = isRoot ? mask & ~right.delete : mask;
  return {
    account,
    changes: (counted & changing) !== 0,
    replaces: (counted & replacing) !== 0,
  };
}

/** No way to run data needs a link here. */
function follow(path: string): string {
  return path;
}

/** One of which not everything can be seen is not listed. */
function list(path: string): readonly Content[] {
  const { found, entries, gap } = withBackupPrivilege(() => listFolder(path));
  if (gap !== null) {
    const said = gap.detail.values?.['text'];
    throw new Error(typeof said === 'string' ? said : gap.reason);
  }
  if (!found) throw new Error(describeWin32Error(win32.pathNotFound));
  return entries.map(({ name, kind, size }) => ({ name, kind, bytes: size }));
}

function erase(path: string): void {
  const error = withRestorePrivilege(() => eraseFile(path));
  if (error !== 0) throw new Error(describeWin32Error(error));
}

function make(path: string): void {
  withDescriptor((descriptor) => createSecuredFolder(path, descriptor));
}

function protect(path: string): void {
  withDescriptor((descriptor) => {
    const folder = openFolder(path, 'protect');
    if (typeof folder === 'number') return folder;
    try {
      return folder.protect(descriptor);
    } finally {
      folder.close();
    }
  });
}

function withDescriptor(work: (descriptor: SecurityDescriptor) => number): void {
  const descriptor = securityDescriptor(administratorsOnly);
  try {
    const error = work(descriptor);
    if (error !== 0) throw new Error(describeWin32Error(error));
  } finally {
    descriptor.free();
  }
}
