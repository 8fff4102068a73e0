import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { message } from '../../src/shared/domain/message.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const usual = 'C:\\ProgramData\\Cutover';
const planted = `${usual}\\runs\\20991231-000000-aaaa`;
const everybody = 'S-1-1-0';

interface Request {
  readonly place: string;
  readonly named: boolean;
  /** A run below it that is to be judged. */
  readonly run?: string;
}

const atUsual: Request = { place: usual, named: false };

async function open(machine: LabMachine, ...requests: readonly Request[]): Promise<unknown> {
  return await runScript(machine, 'secure-data-folder', { requests });
}

/** Wine makes the access list from the mode of the file and shows nobody but the owner and everybody. */
async function giveToEverybody(machine: LabMachine, path: string): Promise<void> {
  await chmod(machine.toLinux(path), 0o777);
}

async function plantRun(machine: LabMachine): Promise<void> {
  const folder = machine.toLinux(planted);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'journal.jsonl'), '', { mode: 0o644 });
}

const fine = { ok: true, doubt: null };
const others = (path: string) => message('dataFolder.othersWrite', { path, who: everybody });

describe.skipIf(noLab)('the folder of run data on Windows', () => {
  test('is made for administrators only and used again', async () => {
    const machine = await newMachine();
    expect(await open(machine, atUsual, atUsual)).toEqual({ usual, results: [fine, fine] });
  });

  test('gets its access list back, and what others may have written in it is not believed', async () => {
    const machine = await newMachine();
    await plantRun(machine);
    await giveToEverybody(machine, usual);
    await giveToEverybody(machine, `${usual}\\runs`);
    await giveToEverybody(machine, `${planted}\\journal.jsonl`);
    const wanted = { ...atUsual, run: planted };
    const first = await open(machine, wanted);
    await giveToEverybody(machine, planted);
    expect([first, await open(machine, wanted)]).toEqual([
      { usual, results: [{ ok: true, doubt: others(`${planted}\\journal.jsonl`) }] },
      { usual, results: [{ ok: true, doubt: others(planted) }] },
    ]);
  });

  test('is moved aside where it is none, and made', async () => {
    const machine = await newMachine();
    await machine.writeFile(usual, 'here first');
    const opened = await open(machine, atUsual);
    const names = await readdir(machine.toLinux('C:\\ProgramData'));
    expect([opened, names.filter((name) => name.startsWith('Cutover.not-ours-')).length]).toEqual([
      { usual, results: [fine] },
      1,
    ]);
  });

  test('that a person names is taken as it is or not at all', async () => {
    const machine = await newMachine();
    await machine.writeFile('C:\\a file', '');
    await mkdir(machine.toLinux('C:\\open'));
    await giveToEverybody(machine, 'C:\\open');
    const places = ['C:\\a file', 'C:\\open', 'C:\\open\\below', 'C:\\new\\one'];
    const refused = (folder: string, why: unknown) => ({ ok: false, folder, why });
    expect(await open(machine, ...places.map((place) => ({ place, named: true })))).toEqual({
      usual,
      results: [
        refused('C:\\a file', message('dataFolder.noFolder', { path: 'C:\\a file' })),
        refused('C:\\open', others('C:\\open')),
        refused('C:\\open\\below', others('C:\\open')),
        fine,
      ],
    });
  });
});

describe.skipIf(noLab)('the policy of a computer', () => {
  test('is followed out of the registry and a file that only administrators can write, and no other', async () => {
    const machine = await newMachine();
    const file = `${usual}\\policy.json`;
    const content = { format: 'cutover-policy/1', flags: { json: true }, forbid: ['purge'] };
    await mkdir(machine.toLinux(usual), { recursive: true, mode: 0o755 });
    await writeFile(machine.toLinux(file), JSON.stringify(content), { mode: 0o644 });
    const key = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Cutover';
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n${key}]\n"language"="de"\n\n${key}\\Forbid]\n"restore"=dword:1\n`,
    );
    const ask = async (command: string) => {
      const { exitCode, stdout, stderr } = await machine.cutover([command, 'X']);
      return [exitCode, stdout.startsWith('{') ? (JSON.parse(stdout) as object) : stderr];
    };
    const believed = [await ask('restore'), await ask('purge')];
    await giveToEverybody(machine, file);
    const doubted = [await ask('restore'), await ask('purge')];
    const byRegistry = expect.stringContaining('HKLM\\SOFTWARE\\Policies\\Cutover') as unknown;
    const byFile = expect.stringContaining(file) as unknown;
    expect([believed, doubted]).toMatchObject([
      [
        [2026, { msg: byRegistry }],
        [2026, { msg: byFile }],
      ],
      [
        [2026, expect.stringMatching(/policy\.json wird nicht befolgt[^]*restore ist[^]*verboten/)],
        [2016, byFile],
      ],
    ]);
  });
});
