import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';

/** Files that a person names in the dialogues of the system; no path ever comes from the page. */
export interface PersonFiles {
  readonly save: (file: FileToSave) => Promise<Reply<{ readonly savedTo: string | null }>>;
  /** The path of a file to be read; null when the person broke off. */
  readonly choose: (filters: FileFilter[]) => Promise<string | null>;
}

export interface FileToSave {
  readonly name: string;
  readonly filters: FileFilter[];
  readonly content: string | Uint8Array;
}

export function personFiles(window: () => BrowserWindow | null): PersonFiles {
  return {
    save: async ({ name, filters, content }) => {
      const options = { defaultPath: name, filters };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      if (chosen.canceled || chosen.filePath === '') return { ok: true, value: { savedTo: null } };
      return await written(chosen.filePath, content);
    },
    choose: async (filters) => {
      const options = { filters, properties: ['openFile' as const] };
      const parent = window();
      const chosen = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
  };
}

async function written(
  path: string,
  content: string | Uint8Array,
): Promise<Reply<{ readonly savedTo: string }>> {
  const file = basename(path);
  try {
    await writeFile(path, content);
    const isWhole = (await readFile(path)).equals(Buffer.from(content));
    if (isWhole) return { ok: true, value: { savedTo: path } };
    return { ok: false, problem: { id: 'fileNotWrittenWhole', file, detail: path } };
  } catch (error) {
    const detail = (error as Error).message;
    return { ok: false, problem: { id: 'fileNotWritten', file, detail } };
  }
}
