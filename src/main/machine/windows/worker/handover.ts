import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** Recognises copies of one program by their content. */
export interface HandoverCheck {
  isCopy(program: string): Promise<boolean>;
}

const largestProgram = 256 * 1024 * 1024;

/**
 * An uninstaller cannot delete itself while it runs, so many (all that NSIS makes) copy themselves to the temporary
 * folder, start the copy and end at once with code 0. The true code is then the copy's. The program is read now,
 * because by the time a copy shows up it may have been deleted.
 */
export async function handoverCheck(program: string): Promise<HandoverCheck> {
  const size = await sizeOf(program);
  const digest = size === null ? null : await digestOf(program);
  return {
    async isCopy(other) {
      if (digest === null || other.toLowerCase() === program.toLowerCase()) return false;
      if ((await sizeOf(other)) !== size) return false;
      return (await digestOf(other)) === digest;
    },
  };
}

async function sizeOf(program: string): Promise<number | null> {
  const found = await stat(program).catch(() => null);
  return found === null || found.size > largestProgram ? null : found.size;
}

async function digestOf(program: string): Promise<string | null> {
  const content = await readFile(program).catch(() => null);
  return content === null ? null : createHash('sha256').update(content).digest('hex');
}
