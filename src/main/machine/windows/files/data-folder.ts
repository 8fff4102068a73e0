import { message, type Message } from '../../../../shared/domain/message.ts';
import {
  createSecuredFolder,
  openFolder,
  securityDescriptor,
  type OpenFolder,
  type SecurityDescriptor,
} from '../ffi/folder-security.ts';
import { programDataFolder } from '../ffi/known-folder.ts';
import { systemFolder } from '../ffi/library.ts';
import { describeWin32Error } from '../ffi/win32-error.ts';

/** The folder, or why it cannot be used, for a person. */
export type DataFolder =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly path: string; readonly message: Message };

/**
 * Owner and group Administrators; full access for SYSTEM and Administrators, nobody else; nothing inherited.
 * Source: Microsoft, win32 docs, "Security Descriptor String Format" and "SID Strings".
 */
const administratorsOnly = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';

/** SYSTEM and Administrators. Source: Microsoft, "Well-known SIDs". */
const administrators = ['S-1-5-18', 'S-1-5-32-544'];

const directoryAttribute = 0x10;
const reparsePointAttribute = 0x400;
const alreadyExists = 183;

/** `%ProgramData%\Cutover`, asked of Windows: its environment variable could have been set by anybody. */
export function usualDataFolder(): string {
  return `${programDataFolder() ?? 'C:\\ProgramData'}\\Cutover`;
}

/**
 * Makes sure that a folder exists and that only administrators can read and write it: it holds what a resumed
 * run believes. Everybody may create folders in `%ProgramData%`, so one that is already there is used only when
 * it is a real folder and its owner is trusted; its access list is then set anew.
 */
export function secureDataFolder(path: string): DataFolder {
  const descriptor = securityDescriptor(administratorsOnly);
  try {
    const error = createSecuredFolder(path, descriptor);
    if (error === 0) return { ok: true, path };
    if (error === alreadyExists) return adopt(path, descriptor);
    return refused(path, withError('notCreated', path, error));
  } finally {
    descriptor.free();
  }
}

/** A folder below the usual one, for what belongs to no run. */
export function securedFolder(name: string): DataFolder {
  const parent = secureDataFolder(usualDataFolder());
  return parent.ok ? secureDataFolder(`${parent.path}\\${name}`) : parent;
}

function adopt(path: string, descriptor: SecurityDescriptor): DataFolder {
  const folder = openFolder(path, 'protect');
  if (typeof folder === 'number') {
    return refused(path, withError('notOpened', path, folder));
  }
  try {
    const problem = folderProblem(path, folder, trustedOwners());
    if (problem !== null) return refused(path, problem);
    const error = folder.protect(descriptor);
    return error === 0 ? { ok: true, path } : refused(path, withError('notProtected', path, error));
  } finally {
    folder.close();
  }
}

/** Why an existing folder must not be used; null when it may be. */
export function folderProblem(
  path: string,
  { attributes, owner }: Pick<OpenFolder, 'attributes' | 'owner'>,
  trusted: ReadonlySet<string>,
): Message | null {
  if ((attributes & reparsePointAttribute) !== 0) return message('dataFolder.link', { path });
  if ((attributes & directoryAttribute) === 0) return message('dataFolder.noFolder', { path });
  if (owner === null || !trusted.has(owner)) {
    return message('dataFolder.otherOwner', { path, owner: owner ?? '?' });
  }
  return null;
}

/** Whoever owns Windows itself is trusted too: the installer service of Windows, usually. */
function trustedOwners(): ReadonlySet<string> {
  const windows = openFolder(systemFolder(), 'look');
  if (typeof windows === 'number') return new Set(administrators);
  windows.close();
  return new Set(windows.owner === null ? administrators : [...administrators, windows.owner]);
}

function withError(
  what: 'notCreated' | 'notOpened' | 'notProtected',
  path: string,
  error: number,
): Message {
  return message(`dataFolder.${what}`, { path, why: describeWin32Error(error) });
}

function refused(path: string, said: Message): DataFolder {
  return { ok: false, path, message: said };
}
