import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendWhole } from '../../../../src/main/disk/append-whole.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Appends two lines to a file by a disk that takes at most so many bytes of each call, and nothing after a while. */
function appended(most: number, calls = Number.POSITIVE_INFINITY) {
  const path = join(temporaryFolder(), 'journal.jsonl');
  const file = openSync(path, 'w+');
  let left = calls;
  const write: Parameters<typeof appendWhole>[3] = (to, bytes, from, count, position) => {
    left -= 1;
    return left < 0 ? 0 : writeSync(to, bytes, from, Math.min(count, most), position);
  };
  const failed: unknown[] = [];
  let end = 0;
  for (const line of ['first\n', 'second\n']) {
    try {
      end = appendWhole(file, end, line, write);
    } catch (error) {
      failed.push(error);
    }
  }
  closeSync(file);
  return { text: readFileSync(path, 'utf8'), failed: failed.length };
}

describe('a line that is appended', () => {
  it('is written to its end by a disk that takes a part at a time', () => {
    expect(appended(2)).toEqual({ text: 'first\nsecond\n', failed: 0 });
  });

  it('is cut off again where the disk takes only a part, so that nothing goes on in its middle', () => {
    expect(appended(4, 3)).toEqual({ text: 'first\n', failed: 1 });
  });
});
