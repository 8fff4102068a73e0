import { lstat } from 'node:fs/promises';
import { isAbsent } from '../system/windows-gap.ts';
import { isLocalPath } from './local-path.ts';

/** Whether a file is there; null where Windows does not tell, and for a path that is not on this computer. */
export async function fileExists(path: string): Promise<boolean | null> {
  if (!isLocalPath(path)) return null;
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    return isAbsent(error) ? false : null;
  }
}
