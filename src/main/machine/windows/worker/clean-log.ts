import { existsSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { waitingPatiently } from '../../../disk/patiently.ts';
import { scrubFile } from './scrub-file.ts';

/**
 * Makes sure that an installer's log holds no secret. The log modes already leave properties out; this is the
 * second safety, because a package may write what it likes into the log. A log that cannot be cleaned is deleted.
 * Returns true when there is a log to keep.
 */
export async function cleanLog(logFile: string, secrets: readonly string[]): Promise<boolean> {
  try {
    await scrubFile(logFile, secrets);
    return existsSync(logFile);
  } catch {
    await waitingPatiently(async () => await unlink(logFile)).catch(() => undefined);
    return false;
  }
}
