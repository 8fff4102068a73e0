import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../shared/contract.ts';
import { secureDataFolder, usualDataFolder } from '../machine/windows/data-folder.ts';

export interface DataFolderOptions {
  /** Id of a practice computer; null for the real one. */
  readonly practice: string | null;
  /** Named by a person; undefined for the usual one. */
  readonly base: string | undefined;
}

/**
 * Where runs are kept: on Windows below ProgramData, which every administrator finds; elsewhere below the
 * state folder of the XDG base directory specification. Practice runs never mix with real ones.
 */
export function dataFolder({ practice, base = usualFolder() }: DataFolderOptions): string {
  return practice === null ? base : join(base, 'practice', practice);
}

/** Makes the data folder. The usual one on Windows is writable by administrators only. */
export async function writableDataFolder(options: DataFolderOptions): Promise<Reply<string>> {
  const folder = dataFolder(options);
  try {
    if (process.platform === 'win32' && options.base === undefined) {
      const secured = secureDataFolder(usualFolder());
      if (!secured.ok) return secured;
    }
    await mkdir(folder, { recursive: true });
    return { ok: true, value: folder };
  } catch (error) {
    const message =
      `The folder for the run, ${folder}, could not be made: ${(error as Error).message}. ` +
      'Name another one with --data-folder.';
    return { ok: false, message };
  }
}

/** ProgramData is asked of Windows: its environment variable could have been set by anybody. */
function usualFolder(): string {
  if (process.platform !== 'win32')
    return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'cutover');
  return usualDataFolder() ?? 'C:\\ProgramData\\Cutover';
}
