import { win32 } from 'node:path';
import { doubtAbout, type AccessRole } from '../../../disk/access.ts';
import type { AccessSystem } from '../../../disk/data-folder.ts';
import { fixedVolumes } from './fixed-volumes.ts';
import { windowsAccess } from './windows-access.ts';

export type Writers = 'administrators' | 'others' | 'unknown';

/**
 * Who can decide what lies in a folder, and what is in a file of it where one is named: judged from the root down, each level
 * itself and not what it may lead to. A folder that is not there belongs to whoever can make it; what lies on no fixed disk
 * of this computer, to nobody knows whom.
 */
export function whoWrites(folder: string, file: string | null): Writers {
  if (!fixedVolumes().includes(folder.slice(0, 2).toUpperCase())) return 'unknown';
  return writersOf(folder, file, windowsAccess());
}

/** The same, asked of any system. */
export function writersOf(
  folder: string,
  file: string | null,
  { look, trusts }: Pick<AccessSystem, 'look' | 'trusts'>,
): Writers {
  // A name that leads elsewhere is no name of a file in it.
  if (file !== null && /[\\/:]/.test(file)) return 'unknown';
  const own = folder.replace(/(?<=[^:])[\\/]+$/, '');
  const judge = (path: string, role: AccessRole): Writers => {
    const access = look(path);
    if (access !== null && 'unseen' in access) return 'unknown';
    // Only who may change the folder can put a file there.
    if (access === null) return role === 'content' ? 'administrators' : 'others';
    return doubtAbout(path, access, role, trusts) === null ? 'administrators' : 'others';
  };
  const levels = waysTo(own).map((path) => judge(path, path === own ? 'ours' : 'above'));
  const inside = file === null ? [] : [judge(win32.join(own, file), 'content')];
  return [...levels, ...inside].find((each) => each !== 'administrators') ?? 'administrators';
}

/** From the root down to the folder itself. */
function waysTo(path: string): readonly string[] {
  const parent = win32.dirname(path);
  return parent === path ? [path] : [...waysTo(parent), path];
}
