import { english } from '../../../../../../src/shared/words/english.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  controlName,
  sampleName,
  watchTestFile,
  type TestFiles,
} from '../../../../../../src/main/machine/windows/live-check/watch-test-file.ts';

const sample = Buffer.from('a sample that stands for the test file');

/** Real files in a folder; the numbers are those Windows would give. */
function filesIn(folder: string): TestFiles {
  return {
    write: (name, content) => {
      writeFileSync(join(folder, name), content, { flag: 'wx' });
      return 0;
    },
    read: (name) =>
      existsSync(join(folder, name)) ? { content: readFileSync(join(folder, name)) } : { error: 2 },
  };
}

/** Watches for 1000 milliseconds of a clock of its own; `scanner` acts between two looks. */
async function watch(
  scanner: (folder: string, elapsedMs: number) => void,
  change: (files: TestFiles) => TestFiles = (files) => files,
) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let elapsed = 0;
  const { detail, ...answer } = await watchTestFile({
    files: change(filesIn(folder)),
    sample,
    limitMs: 1_000,
    everyMs: 250,
    now: () => elapsed,
    sleep: async (milliseconds) => {
      elapsed += milliseconds;
      scanner(folder, elapsed);
    },
  });
  expect(english.render(detail)).not.toBe('');
  return answer;
}

const nobody = () => undefined;
const failing = (name: string, kind: 'read' | 'write', error: number) => (files: TestFiles) => ({
  ...files,
  write: (which: string, content: Buffer) =>
    kind === 'write' && which === name ? error : files.write(which, content),
  read: (which: string) => (kind === 'read' && which === name ? { error } : files.read(which)),
});

const remover = (folder: string, elapsed: number) =>
  elapsed >= 500 && rmSync(join(folder, sampleName), { force: true });

const disinfector = (folder: string) => writeFileSync(join(folder, sampleName), '');

const cleaner = (folder: string) =>
  [sampleName, controlName].forEach((name) => rmSync(join(folder, name), { force: true }));

describe('watchTestFile', () => {
  it('says that nothing happened when the time is over', async () => {
    expect(await watch(nobody)).toEqual({
      outcome: 'notDetected',
      reaction: 'none',
      errorCode: null,
      looks: 5,
    });
  });

  it('sees a file that is taken away after a while', async () => {
    expect(await watch(remover)).toEqual({
      outcome: 'detected',
      reaction: 'removed',
      errorCode: 2,
      looks: 3,
    });
  });

  it('sees a file that was changed', async () => {
    expect(await watch(disinfector)).toMatchObject({ outcome: 'detected', reaction: 'altered' });
  });

  it.each([5, 225, 226])('takes error %i for a block, on writing and on reading', async (error) => {
    expect([
      await watch(nobody, failing(sampleName, 'write', error)),
      await watch(nobody, failing(sampleName, 'read', error)),
    ]).toEqual([
      { outcome: 'detected', reaction: 'blockedOnWrite', errorCode: error, looks: 0 },
      { outcome: 'detected', reaction: 'blockedOnRead', errorCode: error, looks: 1 },
    ]);
  });

  it('waits while a scanner holds the file, and does not take that for an answer', async () => {
    expect(await watch(nobody, failing(sampleName, 'read', 32))).toEqual({
      outcome: 'couldNotTest',
      reaction: null,
      errorCode: 32,
      looks: 5,
    });
  });

  it.each([
    [sampleName, 112],
    [controlName, 5],
    [controlName, 112],
  ])('could not test when writing %s fails with %i', async (name, error) => {
    expect(await watch(nobody, failing(name, 'write', error))).toEqual({
      outcome: 'couldNotTest',
      reaction: null,
      errorCode: error,
      looks: 0,
    });
  });

  it('believes nobody who takes away harmless files too', async () => {
    expect(await watch(cleaner)).toMatchObject({ outcome: 'couldNotTest', reaction: null });
  });
});
