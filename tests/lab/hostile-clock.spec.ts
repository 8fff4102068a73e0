import { describe, expect, test } from 'vitest';
import { newMachine, no32Bit } from './support/lab-spec.ts';

const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Software Updater';

describe.skipIf(no32Bit)('a clock that is put right during a removal', () => {
  test('does not end an uninstaller that has minutes left', async () => {
    const machine = await newMachine('hanging');
    await machine.cutover(['--version']);
    // What the time service does to a clock, done to what the worker sees of it: each second is a quarter of an hour.
    const jump = 'const real = Date.now; Date.now = () => real() + 900 * performance.now();';
    await machine.writeFile('C:\\jump.mjs', jump);
    const request = {
      program: `${folder}\\uninstall.exe`,
      args: ['/S'],
      workingFolder: folder,
      maker: { signed: true, name: 'AO Kaspersky Lab' },
      timeLimitMs: 900_000,
      endAtLimit: true,
    };
    const worker = ['C:\\cutover\\out\\main\\console.js', '--worker', 'run-uninstaller'];
    const { stdout, timedOut } = await machine.node(
      ['--import', 'file:///C:/jump.mjs', ...worker],
      { stdin: `${JSON.stringify(request)}\n`, timeoutMs: 12_000 },
    );
    expect([timedOut, stdout.includes('"result"')]).toEqual([true, false]);
  });
});
