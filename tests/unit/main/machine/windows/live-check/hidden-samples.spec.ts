import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { revealSample } from '../../../../../../src/main/machine/windows/live-check/hidden-samples.ts';

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('revealSample', () => {
  it('gives the EICAR file and the AMSI sample, known by their digests', () => {
    expect([digest(revealSample('eicar')), digest(revealSample('amsi'))]).toEqual([
      '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f',
      '50a3a914f7ce11e2ec39815e1d3880e2d38a7917645c60b87224094d5267501c',
    ]);
  });

  it('gives each caller bytes of its own to erase', () => {
    revealSample('eicar').fill(0);
    expect(revealSample('eicar')[0]).toBe(0x58);
  });

  it('finds neither of them whole in the sources', () => {
    const needles = [revealSample('eicar'), revealSample('amsi')].map((bytes) =>
      bytes.subarray(0, 30),
    );
    const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const telling = files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => needles.some((needle) => readFileSync(path).includes(needle)));
    expect([files.length > 100, telling]).toEqual([true, []]);
  });
});
