import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Whether this account may make links to files: on Windows administrators and, in developer mode, everybody. Links to folders
 * are made as junctions in tests, which need no right.
 */
export function canLinkFiles(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-test-'));
  writeFileSync(join(folder, 'file'), '');
  try {
    symlinkSync(join(folder, 'file'), join(folder, 'link'), 'file');
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
