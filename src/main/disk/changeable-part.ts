import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { message, type Message } from '../../shared/domain/message.ts';
import { doubtAbout, type AccessRole } from './access.ts';
import type { AccessSystem } from './data-folder.ts';

interface Part {
  readonly path: string;
  readonly role: AccessRole;
}

/**
 * What others than who is trusted could change of the place that a program was started from: a folder on the way to it,
 * its folder, or something in there. Null when nothing. Windows loads libraries out of the folder of a program before its
 * own, so whoever writes there decides what runs with the program's rights (Microsoft: "Dynamic-link library search
 * order"). What cannot be looked at counts as changeable. Throws what the system says where the folder cannot be listed.
 * `part` says whether the folders in its folder are the program's too.
 */
export function changeablePart(
  program: string,
  part: 'folder' | 'tree',
  { look, trusts }: Pick<AccessSystem, 'look' | 'trusts'>,
): string | null {
  for (const { path, role } of partsOf(dirname(program), part)) {
    const access = look(path);
    const known = access !== null && !('unseen' in access);
    if (!known || doubtAbout(path, access, role, trusts) !== null) return path;
  }
  return null;
}

/**
 * Why a file must not be believed: somebody who is not trusted could have written it, or have put it in the place of
 * another. Null when nobody could.
 */
export function doubtAboutFile(
  file: string,
  { look, trusts, follow }: Pick<AccessSystem, 'look' | 'trusts' | 'follow'>,
): Message | 'absent' | null {
  const folder = follow(dirname(file));
  const parts = [
    ...waysTo(folder),
    { path: join(folder, basename(file)), role: 'content' as const },
  ];
  for (const { path, role } of parts) {
    const access = look(path);
    if (access === null) return 'absent';
    if ('unseen' in access) return message('dataFolder.notOpened', { path, why: access.unseen });
    const doubt = doubtAbout(path, access, role, trusts);
    if (doubt !== null) return doubt.why;
  }
  return null;
}

/** From the root downwards: what lies in a folder is listed only once the folder has been believed. */
function* partsOf(folder: string, part: 'folder' | 'tree'): Generator<Part> {
  const above = dirname(folder);
  if (above !== folder) yield* waysTo(above);
  yield* contentOf(folder, part);
}

function* waysTo(path: string): Generator<Part> {
  const above = dirname(path);
  if (above !== path) yield* waysTo(above);
  yield { path, role: 'above' };
}

function* contentOf(folder: string, part: 'folder' | 'tree'): Generator<Part> {
  yield { path: folder, role: 'ours' };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) yield { path, role: 'content' };
    else if (part === 'tree') yield* contentOf(path, part);
  }
}
