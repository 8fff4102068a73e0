import {
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../../src/main/disk/make-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('makeFolder', () => {
  it('makes a folder with those above it, and leaves one that is there as it is', () => {
    const folder = temporaryFolder();
    makeFolder(join(folder, 'a', 'b', 'c'));
    writeFileSync(join(folder, 'a', 'b', 'c', 'file'), '');
    makeFolder(join(folder, 'a', 'b', 'c'));
    expect(readdirSync(folder, { recursive: true })).toEqual(['a', 'a/b', 'a/b/c', 'a/b/c/file']);
  });

  it('goes through a link to a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'), 'junction');
    makeFolder(join(folder, 'link', 'new'));
    expect(readdirSync(join(folder, 'real'))).toEqual(['new']);
  });

  it.each(['', 'below', 'far/below'])('refuses a file in its place or above it: %j', (name) => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, name))).toThrow(/EEXIST/);
  });

  it.skipIf(process.platform === 'win32').each(['/proc/nope', '/proc/nope/deep/down'])(
    'comes to an end where the system takes no folder: %s',
    (path) => {
      expect(() => makeFolder(path)).toThrow(/ENOENT/);
    },
  );

  it('is the only way in which this program makes folders with those above them', () => {
    const others = globSync('src/**/*.{ts,tsx}').filter((path) =>
      /mkdir(?:Sync)?\([^;]*recursive/.test(readFileSync(path, 'utf8')),
    );
    expect(others).toEqual([]);
  });
});
