import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseProgram } from '../../../../../../src/main/machine/windows/worker/program-check.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-program-'));
  await mkdir(at('real', 'deep'), { recursive: true });
  await writeFile(at('real', 'deep', 'uninst.exe'), 'MZ');
});
afterEach(() => rm(folder, { recursive: true }));

describe('refuseProgram', () => {
  it('accepts a plain file in plain folders', async () => {
    expect(await refuseProgram(at('real', 'deep', 'uninst.exe'))).toBeNull();
  });

  it.each([
    [
      'a path that is not full',
      () => 'uninst.exe',
      'uninst.exe is not a full path, so it was not started.',
    ],
    [
      'a script',
      () => '/x/uninst.cmd',
      '/x/uninst.cmd is not an .exe program, so it was not started.',
    ],
  ])('refuses %s', async (_what, path, message) => {
    expect(await refuseProgram(path())).toBe(message);
  });

  it('refuses a program that has gone since it was found', async () => {
    const path = at('real', 'gone.exe');
    expect(await refuseProgram(path)).toBe(
      `${path} is no longer there. The product may already be gone; scan the computer again.`,
    );
  });

  it('refuses a folder with the name of a program', async () => {
    await mkdir(at('folder.exe'));
    expect(await refuseProgram(at('folder.exe'))).toBe(
      `${at('folder.exe')} is not a plain file, so it was not started.`,
    );
  });

  it('refuses a link to a program', async () => {
    await symlink(at('real', 'deep', 'uninst.exe'), at('link.exe'));
    expect(await refuseProgram(at('link.exe'))).toBe(
      `${at('link.exe')} is not a plain file, so it was not started.`,
    );
  });

  it('refuses a program behind a linked folder, however far up', async () => {
    await symlink(at('real'), at('linked'));
    expect(await refuseProgram(at('linked', 'deep', 'uninst.exe'))).toBe(
      `${at('linked')} is a link to another place, so the program in it was not started.`,
    );
  });
});
