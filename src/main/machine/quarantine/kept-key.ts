import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { registryTreeSchema, type RegistryTree } from '../../../shared/domain/repair-actions.ts';
import { writing } from '../../disk/cannot-write.ts';
import { replaceFile } from '../../disk/replace-file.ts';

const keptKeySchema = z.object({
  format: z.literal('cutover-key/1'),
  key: z.string(),
  tree: registryTreeSchema,
});

/** On the disk as a whole before anything is taken away. @throws CannotWrite */
export function writeKeptKey(path: string, key: string, tree: RegistryTree): void {
  const text = `${JSON.stringify({ format: 'cutover-key/1', key, tree })}\n`;
  writing(path, () => replaceFile(path, text));
}

/** Null when it is not kept there, or another key is. */
export function readKeptKey(path: string, key: string): RegistryTree | null {
  const read = keptKeySchema.safeParse(contentOf(path));
  return read.success && read.data.key === key ? read.data.tree : null;
}

/** What is back where it was is kept no longer. */
export function forgetKeptKey(path: string): void {
  rmSync(path, { force: true });
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
