import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashTree, type KnownHashes } from './support/file-tree.ts';
import { knownHashes } from './support/image.ts';
import { LabMachine } from './support/lab-machine.ts';
import { availableLab, noLab, newMachine } from './support/lab-spec.ts';
import { processIds } from './support/machine-processes.ts';
import { diff } from './support/snapshot.ts';
import { wineServer } from './support/wine-home.ts';
import { writeHive } from '../support/regf-writer.ts';
import { olgasHive } from './support/olgas-hive.ts';

const nothing = {
  keys: { added: [], removed: [] },
  values: { added: [], removed: [], changed: [] },
  files: { added: [], removed: [], changed: [] },
};

async function writeMine(machine: LabMachine, text: string): Promise<number | null> {
  const { exitCode } = await machine.node([
    '-e',
    `require('fs').writeFileSync('C:/mine.txt', '${text}'); console.log(fs.readdirSync('C:/').length)`,
  ]);
  return exitCode;
}

describe.skipIf(noLab)('a lab machine', () => {
  test('runs Windows Node 24 with its input, arguments and variables, and reports all 32 bits of the exit code', async () => {
    const machine = await newMachine();
    const script = `process.stdin.on('data', (text) => console.log(String(text), process.argv.slice(1), process.env.LAB, process.cwd()))
      process.stdin.on('end', () => { console.error('ängstlich'); process.exitCode = 3010 })`;
    const result = await machine.node(['-e', script.replaceAll('\n', ';'), 'a b', 'c"d\\', ''], {
      stdin: 'Grüße',
      env: { LAB: 'Wert €' },
      cwd: 'C:\\windows',
    });
    expect({ ...result, durationMs: 0 }).toEqual({
      exitCode: 3010,
      stdout: `Grüße [ 'a b', 'c"d\\\\', '' ] Wert € C:\\windows\n`,
      stderr: 'ängstlich\n',
      timedOut: false,
      durationMs: 0,
    });
  });

  test('finds koffi, which reaches the Windows API', async () => {
    const machine = await newMachine();
    const script = `const k = require('koffi').load('kernel32.dll'); console.log(k.func('uint32 __stdcall GetACP()')())`;
    expect((await machine.node(['-e', script])).stdout).toMatch(/^\d+\n$/);
  });

  test('ends a program that takes too long, and says so', async () => {
    const machine = await newMachine();
    const script = `setInterval(() => {}, 1000)`;
    const result = await machine.node(['-e', script], { timeoutMs: 3000 });
    expect(result).toMatchObject({ exitCode: null, timedOut: true });
  });

  test('shows the output of a program under way, and kills it in the middle', async () => {
    const machine = await newMachine();
    const program = await machine.start('C:\\lab\\node.exe', [
      '-e',
      `console.log('half'); setInterval(() => {}, 1000)`,
    ]);
    await program.printed('half');
    expect(await program.kill()).toMatchObject({
      exitCode: null,
      stdout: 'half\n',
      timedOut: false,
    });
  });

  test('has no exit code of a program whose Windows broke down under it', async () => {
    const machine = await newMachine();
    const script = `console.log('up'); setInterval(() => {}, 1e6)`;
    const program = await machine.start('C:\\lab\\node.exe', ['-e', script]);
    await program.printed('up');
    process.kill(await serverOf(machine), 'SIGTERM');
    expect(await program.wait()).toMatchObject({ exitCode: null, stdout: 'up\n', timedOut: false });
  });

  test('says which program could not be started', async () => {
    const machine = await newMachine();
    await expect(machine.run('C:\\nothing.exe')).rejects.toThrow(
      'C:\\nothing.exe did not start: Windows error 2',
    );
  });

  test('imports and reads registry values of every common type', async () => {
    const machine = await newMachine();
    const key = 'HKEY_LOCAL_MACHINE\\Software\\Läb';
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${key}]\n@="Standard"\n"Zahl"=dword:0000000c\n"Pfad"="C:\\\\Büro \\"x\\""\n"Liste"=hex(7):61,00,00,00,62,00,00,00,00,00\n"Roh"=hex:01,02\n`,
    );
    const expected = {
      '@': 'Standard',
      Zahl: 12,
      Pfad: 'C:\\Büro "x"',
      Liste: ['a', 'b'],
      Roh: 'hex:01,02',
    };
    expect(await machine.readReg('HKLM\\Software\\Läb')).toEqual(expected);
    expect((await machine.snapshot()).registry['HKLM\\Software\\Läb']).toEqual(expected);
    expect(await machine.readReg('HKLM\\Software\\Nothing')).toBeUndefined();
  });

  test('differs in nothing after doing nothing, not even after a restart', async () => {
    const machine = await newMachine();
    await machine.node(['-e', '1']);
    const before = await machine.snapshot();
    await machine.node(['-e', '1']);
    expect(diff(before, await machine.snapshot())).toEqual(nothing);
    await machine.reboot();
    expect(diff(before, await machine.snapshot())).toEqual(nothing);
  });

  test('shows what a program changed, added and removed', async () => {
    const machine = await newMachine();
    await machine.writeFile('C:\\data\\old.txt', 'old');
    await machine.writeFile('C:\\data\\same.txt', 'one');
    const before = await machine.snapshot();
    const script = `const fs = require('fs'); fs.rmSync('C:/data/old.txt'); fs.writeFileSync('C:/data/same.txt', 'two'); fs.mkdirSync('C:/data/new')`;
    await machine.node(['-e', script]);
    await machine.run('reg.exe', ['add', 'HKCU\\Software\\New\\Key', '/v', 'Name', '/d', 'x']);
    expect(diff(before, await machine.snapshot())).toEqual({
      keys: { added: ['HKCU\\Software\\New', 'HKCU\\Software\\New\\Key'], removed: [] },
      values: { added: ['HKCU\\Software\\New\\Key → Name'], removed: [], changed: [] },
      files: {
        added: ['C:\\data\\new'],
        removed: ['C:\\data\\old.txt'],
        changed: ['C:\\data\\same.txt'],
      },
    });
  });

  test('runs HKLM RunOnce at a restart, once', async () => {
    const machine = await newMachine();
    const command = `C:\\lab\\node.exe -e "require('fs').appendFileSync('C:/once.txt','ran ')"`;
    await machine.run('reg.exe', [
      'add',
      'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce',
      '/v',
      'Lab',
      '/d',
      command,
    ]);
    await machine.reboot();
    await machine.reboot();
    expect(await machine.readFile('C:\\once.txt')).toBe('ran ');
  });

  test('lives beside another machine without seeing it', async () => {
    const [one, two] = await Promise.all([newMachine(), newMachine()]);
    expect(await Promise.all([writeMine(one, 'one'), writeMine(two, 'two')])).toEqual([0, 0]);
    expect(await Promise.all([one.readFile('C:\\mine.txt'), two.readFile('C:\\MINE.TXT')])).toEqual(
      ['one', 'two'],
    );
  });

  test('has no way to the Linux files, and no links', async () => {
    const machine = await newMachine();
    const script = `console.log(['Z:/', 'D:/'].map((drive) => require('fs').existsSync(drive)))`;
    expect((await machine.node(['-e', script])).stdout).toBe('[ false, false ]\n');
    expect(
      execFileSync('find', [machine.toLinux('C:\\'), '-type', 'l'], { encoding: 'utf8' }),
    ).toBe('');
  });

  test('leaves no mount and no process behind', async () => {
    const machine = await LabMachine.create();
    const marker = `marker of ${machine.toLinux('C:\\')}`;
    const script = `console.log('up'); setInterval(() => {}, 1e6)`;
    const program = await machine.start('C:\\lab\\node.exe', ['-e', script, marker]);
    await program.printed('up');
    expect(linuxProcesses()).toContain(marker);
    await machine.destroy();
    expect(linuxProcesses()).not.toContain(marker);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain('/machines/');
  });

  test('never changes the template the machines are copied from', async () => {
    const template = availableLab?.template ?? '';
    const now: KnownHashes = new Map();
    await hashTree(join(template, 'prefix', 'drive_c'), now);
    expect(now).toEqual(await knownHashes(template));
  });
});

describe.skipIf(noLab)('the hive writer', () => {
  test('writes what an independent reader of hives understands', async () => {
    expect(hivexml(olgasHive())).toContain('value="Ольгина программа"');
    const xml = hivexml(writeHive({ keys: { b: { values: { '': 'x', n: 7 } }, A: {}, Ж: {} } }));
    const names = xml.match(/(node name|key|value)="[^"]*"/g);
    expect(names).toEqual([
      'node name="ROOT"',
      'node name="A"',
      'node name="b"',
      'value="x"',
      'key="n"',
      'value="7"',
      'node name="Ж"',
    ]);
  });
});

function hivexml(hive: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'hive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'NTUSER.DAT'), hive);
  // hivexml opens its output by name, which does not work on the socket Node gives a child process.
  return execFileSync('sh', ['-c', 'hivexml NTUSER.DAT | cat'], { cwd: folder, encoding: 'utf8' });
}

function linuxProcesses(): string {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
}

/** The process of Wine's server that this machine has. */
async function serverOf(machine: LabMachine): Promise<number> {
  const drive = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;
  const found = (await processIds('/proc')).find(
    (id) =>
      readFileSync(`/proc/${id}/cmdline`, 'utf8').startsWith(`${wineServer}\0-p`) &&
      drive(`/proc/${id}/root/mnt/prefix/drive_c`) === drive(machine.toLinux('C:\\')),
  );
  return Number(found);
}
