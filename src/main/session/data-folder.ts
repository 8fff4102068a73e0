import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
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

/** The folder, or why there is none: a sentence for the terminal, and only the technical part of it. */
export type MadeFolder =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string; readonly detail: string };

/** Makes the data folder. The usual one on Windows is writable by administrators only. */
export async function writableDataFolder(options: DataFolderOptions): Promise<MadeFolder> {
  const folder = dataFolder(options);
  try {
    if (process.platform === 'win32' && options.base === undefined) {
      const secured = secureDataFolder(usualFolder());
      if (!secured.ok) return { ...secured, detail: secured.message };
    }
    await mkdir(folder, { recursive: true });
    return { ok: true, value: folder };
  } catch (error) {
    const detail = `The folder for the run, ${folder}, could not be made: ${(error as Error).message}.`;
    return { ok: false, message: `${detail} Name another one with --data-folder.`, detail };
  }
}

/** ProgramData is asked of Windows: its environment variable could have been set by anybody. */
function usualFolder(): string {
  if (process.platform !== 'win32')
    return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'cutover');
  return usualDataFolder() ?? 'C:\\ProgramData\\Cutover';
}
