import { chmod } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { message } from '../../src/shared/domain/message.ts';
import { runScript } from './support/lab-scripts.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const address = 'https://support.kaspersky.com/common/uninstall';
const browser = String.raw`"C:\\lab\\node.exe -e \"require('fs').appendFileSync('C:/opened.txt', process.argv[1])\" \"%1\""`;
const https = [
  'Windows Registry Editor Version 5.00',
  String.raw`[HKEY_CLASSES_ROOT\https\shell\open\command]`,
  `@=${browser}`,
  '',
].join('\r\n');

const node = 'C:\\lab\\node.exe';
const write = `require('fs').writeFileSync('C:/elevated.txt', JSON.stringify(process.argv.slice(1)))`;

describe.skipIf(noLab)('the shell of the desktop', () => {
  test('starts a program as administrator with exactly the arguments that were meant, and from no place that others may change', async () => {
    const machine = await newMachine();
    await machine.writeFile('C:\\open\\Cutover.exe', 'not a program');
    await chmod(machine.toLinux('C:\\open'), 0o777);
    const args = ['--fast', '--data-folder=C:\\a b\\', 'say "x"', ''];
    const ends = await runScript(machine, 'start-elevated', [
      { program: node, args: ['-e', write, '--', ...args] },
      { program: node, args: ['-e', 'process.exit(7)'] },
      { program: 'C:\\missing\\Cutover.exe', args: [] },
      { program: 'C:\\open\\Cutover.exe', args: [] },
    ]);
    expect(ends).toEqual([
      { state: 'started' },
      { state: 'failed', why: message('desktop.elevation.ended', { code: '7' }) },
      expect.objectContaining({ state: 'failed' }),
      { state: 'failed', why: message('program.unsafePlace', { path: 'C:\\open' }) },
    ]);
    expect(JSON.parse(await machine.readFile('C:\\elevated.txt'))).toEqual(args);
  });

  test('is found where there is a desktop, and opens an address in the browser', async () => {
    const machine = await newMachine();
    await machine.importReg(https);
    expect(await runScript(machine, 'walk-desktop')).toEqual({ reached: [], opened: false });
    const desktop = await machine.start('explorer.exe', ['/desktop=shell,800x600']);
    const whole = ['desktopWindow', 'serviceProvider', 'topLevelBrowser', 'activeView'];
    // Wine's desktop breaks where it has to hand out its own objects; a shell of ours goes the last step.
    await expect
      .poll(async () => await runScript(machine, 'walk-desktop'), { timeout: 30_000 })
      .toEqual({ reached: whole, opened: false });
    await desktop.kill('tree');
    expect(await runScript(machine, 'walk-desktop', { address })).toMatchObject({ code: 0 });
    while (!machine.exists('C:\\opened.txt')) await sleep(50);
    expect(await machine.readFile('C:\\opened.txt')).toBe(address);
  });
});
