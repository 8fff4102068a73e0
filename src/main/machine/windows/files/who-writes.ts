import { dirname } from 'node:path';
import { doubtAbout } from '../../../disk/access.ts';
import { fixedVolumes } from './fixed-volumes.ts';
import { windowsAccess } from './windows-access.ts';

/**
 * Who can decide what lies in a folder: judged from the root down, each level itself and not what it may lead to. A folder
 * that is not there belongs to whoever can make it; what lies on no fixed disk of this computer, to nobody knows whom.
 */
export function whoWrites(folder: string): 'administrators' | 'others' | 'unknown' {
  if (!fixedVolumes().includes(folder.slice(0, 2).toUpperCase())) return 'unknown';
  const { look, trusts } = windowsAccess();
  const levels = waysTo(folder.replace(/(?<=[^:])[\\/]+$/, ''));
  for (const [index, path] of levels.entries()) {
    const access = look(path);
    if (access !== null && 'unseen' in access) return 'unknown';
    const role = index === levels.length - 1 ? 'ours' : 'above';
    if (access === null || doubtAbout(path, access, role, trusts) !== null) return 'others';
  }
  return 'administrators';
}

/** From the root down to the folder itself. */
function waysTo(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...waysTo(parent), path];
}
