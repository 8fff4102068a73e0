import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../disk/make-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';

const settingsSchema = z.object({ language: z.string().max(20).optional() });

/** What the window remembers between two starts. A file that cannot be read counts as empty. */
export interface Settings {
  readonly language?: string | undefined;
}

export function readSettings(path: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}

/** Remembering is a comfort: where it is not possible the window goes on without. */
export function writeSettings(path: string, settings: Settings): void {
  try {
    makeFolder(dirname(path));
    replaceFile(path, JSON.stringify(settings));
  } catch {
    // Read-only profile or a full disk.
  }
}
