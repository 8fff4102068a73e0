import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { message, type Message } from '../../shared/domain/message.ts';
import { doubtAbout, type Access, type AccessRole, type Doubt } from './access.ts';

/** A folder of run data that was found to be written by nobody but who is trusted. */
export interface DataFolder {
  readonly path: string;
  /** What somebody else had put in its place and was moved aside, to be told to whoever is there. */
  readonly movedAside: readonly MovedAside[];
  /** Makes a folder below it, which nobody else can write in. @throws what the system says */
  make(path: string): void;
  /** What lies in a folder below it. @throws what the system says */
  list(path: string): readonly Content[];
  /** Deletes a file or an empty folder below it. @throws what the system says */
  erase(path: string): void;
  /** Why a folder below it is not believed, for itself or for something that lies in it; null when it is. */
  doubt(path: string): Message | null;
}

/** What lies in a folder; a link is one, whatever it leads to. */
export interface Content {
  readonly name: string;
  readonly kind: Access['kind'];
  /** Of a file; 0 for everything else. */
  readonly bytes: number;
}

export interface MovedAside {
  readonly from: string;
  readonly to: string;
}

export type OpenedFolder =
  | { readonly ok: true; readonly value: DataFolder }
  | { readonly ok: false; readonly folder: string; readonly why: Message };

/** What an operating system tells and does about access. */
export interface AccessSystem {
  /** Follows no link. Null when nothing is there, `unseen` with the reason when the system does not let us look. */
  readonly look: (path: string) => Access | { readonly unseen: string } | null;
  readonly trusts: (account: string) => boolean;
  /** Where the links on a way above our folders lead, on a system whose ways have them as a matter of course. */
  readonly follow: (path: string) => string;
  /** Makes a folder that only who is trusted can write in, from its first moment on. @throws what the system says */
  readonly make: (path: string) => void;
  /** Gives a folder the access list of one that was made so. @throws what the system says */
  readonly protect: (path: string) => void;
  /** What lies in a folder, past its access list where this process may. @throws what the system says */
  readonly list: (path: string) => readonly Content[];
  /** Deletes a file or an empty folder, never what a link leads to. @throws what the system says */
  readonly erase: (path: string) => void;
  /** Whether this process has the right to put things in order. */
  readonly mends: boolean;
}

export interface FolderRequest {
  readonly place: string;
  /** A person named it: it is taken as it is or not at all. */
  readonly named: boolean;
  /** The folders of ours in it, each in the one before; the last one is meant. */
  readonly below: readonly string[];
  /** One more in the folder that is meant. */
  readonly holds?: string;
  /** Reading makes nothing that is missing. */
  readonly purpose: 'read' | 'write';
}

interface Level {
  readonly path: string;
  readonly role: AccessRole;
}

/**
 * The one gate to run data, for whoever reads or writes it: every level of the path is looked at from the top, itself
 * and not what it may lead to. In a place of ours what somebody else put there is moved aside, and a folder of who is
 * trusted that others may write in is protected; what lies in it is then judged by itself.
 */
export function openDataFolder(request: FolderRequest, system: AccessSystem): OpenedFolder {
  const path = join(request.place, ...request.below);
  const moved: MovedAside[] = [];
  const folder = (doubt: DataFolder['doubt']) => folderAt(path, moved, doubt, system);
  for (const level of levelsOf(request, system)) {
    const settled = settle(level, request.purpose, system, moved);
    if (settled === 'absent') break;
    if (settled === null) continue;
    // Standard users may not look into the folder of the administrators. They then get to see nothing of it.
    const hidden = settled.unseen && request.purpose === 'read' && !system.mends;
    if (!hidden) return { ok: false, folder: path, why: settled.why };
    return { ok: true, value: folder(() => settled.why) };
  }
  return { ok: true, value: folder((run) => doubtIn(run, system)) };
}

function folderAt(
  path: string,
  movedAside: readonly MovedAside[],
  doubt: DataFolder['doubt'],
  { make, list, erase }: AccessSystem,
): DataFolder {
  return { path, movedAside, make, list, erase, doubt };
}

function levelsOf(
  { place, named, below, holds }: FolderRequest,
  { follow }: AccessSystem,
): readonly Level[] {
  const above = follow(named ? place : dirname(place));
  const names = holds === undefined ? below : [...below, holds];
  const ours = names.map((_, index) => join(place, ...names.slice(0, index + 1)));
  return [
    ...[...ancestors(above), above].map((path) => ({ path, role: 'above' as const })),
    ...[...(named ? [] : [place]), ...ours].map((path) => ({ path, role: 'ours' as const })),
  ];
}

/** From the root down to the folder in which it lies. */
function ancestors(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...ancestors(parent), parent];
}

interface Unsettled {
  readonly why: Message;
  readonly unseen: boolean;
}

function settle(
  level: Level,
  purpose: FolderRequest['purpose'],
  system: AccessSystem,
  moved: MovedAside[],
): Unsettled | 'absent' | null {
  const seen = judge(level, system);
  if (seen === 'absent') return purpose === 'read' ? 'absent' : made(level, system);
  if (seen === null || level.role === 'above' || !system.mends || seen.kind === 'unseen')
    return unsettled(seen);
  if (seen.kind === 'open') {
    const failed = trying('notProtected', level.path, () => system.protect(level.path));
    return failed ?? unsettled(judge(level, system));
  }
  const failed = trying('notMoved', level.path, () => moved.push(moveAside(level.path)));
  if (failed !== null) return failed;
  return purpose === 'read' ? 'absent' : made(level, system);
}

function made(level: Level, system: AccessSystem): Unsettled | null {
  const failed = trying('notCreated', level.path, () => system.make(level.path));
  return failed ?? unsettled(judge(level, system));
}

/** Under a name that nobody can have taken before. */
function moveAside(from: string): MovedAside {
  const to = `${from}.not-ours-${randomBytes(6).toString('hex')}`;
  renameSync(from, to);
  return { from, to };
}

interface Unseen {
  readonly kind: 'unseen';
  readonly why: Message;
}

function judge({ path, role }: Level, system: AccessSystem): Doubt | Unseen | 'absent' | null {
  const access = system.look(path);
  if (access === null) return 'absent';
  if ('unseen' in access)
    return { kind: 'unseen', why: message('dataFolder.notOpened', { path, why: access.unseen }) };
  return doubtAbout(path, access, role, system.trusts);
}

function unsettled(seen: ReturnType<typeof judge>): Unsettled | null {
  if (seen === null || seen === 'absent') return null;
  return { why: seen.why, unseen: seen.kind === 'unseen' };
}

function trying(
  what: 'notCreated' | 'notOpened' | 'notProtected' | 'notMoved',
  path: string,
  work: () => unknown,
): Unsettled | null {
  try {
    work();
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { why: message(`dataFolder.${what}`, { path, why }), unseen: false };
  }
}

function doubtIn(folder: string, system: AccessSystem): Message | null {
  const itself = judge({ path: folder, role: 'ours' }, system);
  if (itself !== null) return itself === 'absent' ? null : itself.why;
  let inside: Message | null = null;
  const failed = trying('notOpened', folder, () => {
    inside = firstDoubt(folder, system);
  });
  return failed?.why ?? inside;
}

function firstDoubt(folder: string, system: AccessSystem): Message | null {
  for (const name of readdirSync(folder)) {
    const seen = judge({ path: join(folder, name), role: 'content' }, system);
    if (seen !== null && seen !== 'absent') return seen.why;
  }
  return null;
}
