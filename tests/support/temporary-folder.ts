import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory where the system has such a place, because the journal flushes every line to the disk. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of its own for the running test; it is gone afterwards. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(place, 'cutover-test-'));
  onTestFinished(() =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  );
  return path;
}
