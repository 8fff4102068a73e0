import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodeFor } from '../../src/shared/domain/run/exit-codes.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { projectFolder, supportFolder } from './support/lab-paths.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const index = 'C:\\cutover\\out\\main\\index.js';
const scripts = ['as-window-program.cjs', 'read-screen.cjs', 'type-keys.cjs'];

/** The packaged program as far as a console sees it: a program with a window, and the script beside it. */
async function installed(): Promise<LabMachine> {
  const machine = await newMachine();
  // Places the built program.
  await machine.cutover(['--version']);
  await machine.writeFile('C:\\Program Files\\Cutover\\Cutover.exe', await windowProgram(machine));
  const script = await readFile(join(projectFolder, 'build/cutover.cmd'));
  await machine.writeFile('C:\\Program Files\\Cutover\\bin\\cutover.cmd', script);
  for (const name of scripts) {
    const content = await readFile(join(supportFolder, 'windows', name));
    await machine.writeFile(`C:\\cutover\\${name}`, content);
  }
  return machine;
}

/** Windows Node, changed in the one number that says whether a program wants a console. */
async function windowProgram(machine: LabMachine): Promise<Buffer> {
  const program = await readFile(machine.toLinux('C:\\lab\\node.exe'));
  const header = program.readUInt32LE(0x3c);
  const [subsystem, window] = [header + 0x5c, 2];
  program.writeUInt16LE(window, subsystem);
  return program;
}

const cutover = '"C:\\Program Files\\Cutover\\bin\\cutover.cmd"';
const inConsole = `call ${cutover} -r C:\\cutover\\as-window-program.cjs ${index}`;

/** Runs lines as somebody in a console would type them. */
async function type(machine: LabMachine, lines: readonly string[]) {
  const all = ['@echo off', 'cd /d C:\\cutover', ...lines, ''];
  await machine.writeFile('C:\\typed.cmd', all.join('\r\n'));
  return await machine.run('cmd.exe', ['/c', 'C:\\typed.cmd']);
}

/** What stands on the screen, without the line ends that its width makes. */
async function screenOf(machine: LabMachine): Promise<string> {
  const lines = JSON.parse(await machine.readFile('C:\\screen.json')) as string[];
  return lines.join('').replaceAll(/ +/g, ' ').trim();
}

// The usual practice computer is administered, which nobody has answered for.
const stopped = exitCodeFor('stopped', 'win32');
const passwordMissing = exitCodeFor('passwordMissing', 'win32');

const readScreen = 'C:\\lab\\node.exe read-screen.cjs C:\\screen.json';

describe.skipIf(noLab)('the packaged command in a console', () => {
  test('writes to the console that has no handle to it, and the console waits for its exit code', async () => {
    const machine = await installed();
    const { stdout } = await type(machine, [
      `${inConsole} nonsense`,
      'echo ended with %errorlevel%',
      readScreen,
    ]);
    expect([stdout.trim(), await screenOf(machine)]).toEqual([
      'ended with 2001',
      expect.stringMatching(/^There is no command "nonsense"\. There are: .*help\.$/),
    ]);
  });

  test('asks there and takes the answer from there', async () => {
    const machine = await installed();
    const options = '--practice --managed-by-us --data-folder C:\\data';
    const { stdout } = await type(machine, [
      'set NO_COLOR=1',
      'C:\\lab\\node.exe type-keys.cjs n',
      `${inConsole} remove ${options}`,
      'echo ended with %errorlevel%',
      readScreen,
    ]);
    expect([stdout.trim(), await screenOf(machine)]).toEqual([
      'ended with 1602',
      expect.stringMatching(
        /Remove these 2 products now\? \[y\/N\] .*n Canceled\. Nothing was changed\.$/,
      ),
    ]);
  });

  test('writes to a pipe or a file when the output goes there, and nothing to the console', async () => {
    const machine = await installed();
    const { stdout } = await type(machine, [
      `call ${cutover} ${index} --version > C:\\version.txt`,
      `call ${cutover} ${index} --version | C:\\lab\\node.exe -e "process.stdin.pipe(process.stdout)"`,
      readScreen,
    ]);
    const version = await machine.readFile('C:\\version.txt');
    expect([stdout.trim(), await screenOf(machine)]).toEqual([version.trim(), '']);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('takes a password from a pipe, where a program with a window has no standard input', async () => {
    const machine = await installed();
    const remove = `${cutover} ${index} remove --practice --unattended --password-stdin --data-folder C:\\data 2>&1`;
    const given = await type(machine, [`echo Pa55-word| ${remove}`]);
    const empty = await type(machine, [`type NUL | ${remove}`]);
    const isEmpty = 'Standard input was empty';
    expect({
      given: [given.stdout.includes(isEmpty), given.exitCode],
      empty: [empty.stdout.includes(isEmpty), empty.exitCode],
    }).toEqual({ given: [false, stopped], empty: [true, passwordMissing] });
  });
});
