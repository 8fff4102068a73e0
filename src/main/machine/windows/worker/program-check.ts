import { lstat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, parse } from 'node:path';

/**
 * Looks at an uninstaller once more directly before it is started, because time has passed since it was judged:
 * an absolute path to an `.exe`, a plain file, reached through plain folders only. A link or junction on the way
 * would mean that another file is run than the one that was judged. Null when everything is in order, else why not.
 */
export async function refuseProgram(program: string): Promise<string | null> {
  if (!isAbsolute(program)) return `${program} is not a full path, so it was not started.`;
  if (extname(program).toLowerCase() !== '.exe') {
    return `${program} is not an .exe program, so it was not started.`;
  }
  return (await refuseFile(program)) ?? refuseFolders(dirname(program));
}

async function refuseFile(program: string): Promise<string | null> {
  const file = await lstat(program).catch(() => null);
  if (file === null) {
    return `${program} is no longer there. The product may already be gone; scan the computer again.`;
  }
  return file.isFile() ? null : `${program} is not a plain file, so it was not started.`;
}

async function refuseFolders(folder: string): Promise<string | null> {
  if (folder === parse(folder).root) return null;
  const found = await lstat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    return `${folder} is a link to another place, so the program in it was not started.`;
  }
  return refuseFolders(dirname(folder));
}
