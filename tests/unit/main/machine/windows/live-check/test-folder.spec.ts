import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  makeTestFolder,
  removeLeftovers,
  removeTestFolder,
  testFolderName,
} from '../../../../../../src/main/machine/windows/live-check/test-folder.ts';
import { sampleName } from '../../../../../../src/main/machine/windows/live-check/watch-test-file.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cutover-parent-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
});

function leftover(name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, sampleName), 'left');
  return folder;
}

describe('the folder of the live check', () => {
  it('has a name by which the next live check knows it', () => {
    expect(basename(makeTestFolder(parent))).toMatch(testFolderName);
  });

  it('is removed with our file in it', async () => {
    const folder = leftover('cutover-live-check-1-abcdef');
    expect([await removeTestFolder(folder), existsSync(folder)]).toEqual([true, false]);
  });

  it('stays when something else lies in it', async () => {
    const folder = leftover('cutover-live-check-1-abcdef');
    writeFileSync(join(folder, 'of somebody else.txt'), 'keep');
    expect([await removeTestFolder(folder), readdirSync(folder)]).toEqual([
      false,
      ['of somebody else.txt'],
    ]);
  });

  it('is not followed where it was replaced by a link', async () => {
    const elsewhere = leftover('elsewhere');
    const link = join(parent, 'cutover-live-check-1-abcdef');
    symlinkSync(elsewhere, link, 'junction');
    expect([await removeTestFolder(link), readdirSync(elsewhere)]).toEqual([false, [sampleName]]);
  });

  it('is cleaned up after a crash, but not while its process runs, and nothing else is', async () => {
    const names = [
      'cutover-live-check-11-abcdef',
      'cutover-live-check-22-abcdef',
      'cutover-live-check-11-abcdef-not-ours',
      'cutover-live-check-of-somebody',
    ];
    names.forEach(leftover);
    await removeLeftovers(parent, (pid) => pid === 22);
    expect(readdirSync(parent).toSorted()).toEqual(names.slice(1).toSorted());
  });
});
