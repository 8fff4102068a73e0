import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handoverCheck } from '../../../../../../src/main/machine/windows/worker/handover.ts';
import { isBystander } from '../../../../../../src/main/machine/windows/worker/bystanders.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-handover-'));
  await writeFile(at('uninst.exe'), 'the program');
  await writeFile(at('Un.exe'), 'the program');
  await writeFile(at('other.exe'), 'the progrom');
});
afterEach(() => rm(folder, { recursive: true }));

describe('handoverCheck', () => {
  it('recognises a copy by its content, also after the program itself was deleted', async () => {
    const check = await handoverCheck(at('uninst.exe'));
    await rm(at('uninst.exe'));
    expect(await check.isCopy(at('Un.exe'))).toBe(true);
  });

  it('takes neither the program itself nor another program nor a missing one for a copy', async () => {
    const check = await handoverCheck(at('uninst.exe'));
    const others = ['UNINST.EXE', 'other.exe', 'missing.exe'].map((name) => check.isCopy(at(name)));
    expect(await Promise.all(others)).toEqual([false, false, false]);
  });

  it('knows no copies of a program that cannot be read', async () => {
    const check = await handoverCheck(at('missing.exe'));
    expect(await check.isCopy(at('missing2.exe'))).toBe(false);
  });
});

describe('isBystander', () => {
  it('does not wait for a browser, and waits for a helper', () => {
    expect(['MSEdge.exe', 'explorer.exe', 'Un.exe', 'msiexec.exe'].map(isBystander)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
