import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from '../../disk/replace-file.ts';
import type { TaskAsItIs } from '../windows/perform/quarantine-control.ts';

const keptTaskSchema = z.object({
  format: z.literal('cutover-task/1'),
  path: z.string(),
  xml: z.string(),
  access: z.string().nullable(),
});

/** On the disk as a whole before anything is taken away. @throws what the system says */
export function writeKeptTask(file: string, path: string, { xml, access }: TaskAsItIs): void {
  replaceFile(file, `${JSON.stringify({ format: 'cutover-task/1', path, xml, access })}\n`);
}

/** Null when it is not kept there, or another task is. */
export function readKeptTask(file: string, path: string): TaskAsItIs | null {
  const read = keptTaskSchema.safeParse(contentOf(file));
  return read.success && read.data.path === path ? read.data : null;
}

/** What is back where it was is kept no longer. */
export function forgetKeptTask(file: string): void {
  rmSync(file, { force: true });
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
