import { readdirSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeConsole } from '../../build/console/make-console.ts';
import { checkContracts } from '../../src/shared/domain/run/check-contracts.ts';
import type { Result } from '../../src/shared/domain/run/result.ts';
import { exitCodeFor } from '../../src/shared/domain/run/exit-codes.ts';
import { inventoryOf } from '../support/inventory-builder.ts';
import { home } from '../support/kaspersky-machines.ts';
import { LabMachine } from './support/lab-machine.ts';
import { passwords } from './support/fixture-facts.ts';
import { projectFolder } from './support/lab-paths.ts';
import { newMachine, noLab } from './support/lab-spec.ts';

const cutover = 'C:\\Program Files\\Cutover\\bin\\cutover.exe';
const built = join(projectFolder, 'out', 'lab-console');

let hash: string | undefined;

/** The console program where its installer puts it. */
async function installed(machine: LabMachine): Promise<LabMachine> {
  await machine.writeFile(cutover, await readFile(join(built, 'cutover-x64.exe')));
  return machine;
}

describe.skipIf(noLab)('the console program', () => {
  let machine: LabMachine;
  beforeAll(async () => {
    hash = (await makeConsole(['win-x64'], built)).get('cutover-x64.exe');
    machine = await installed(await LabMachine.create());
  });
  afterAll(async () => await machine?.destroy());

  test('is the same, bit by bit, when it is made again', async () => {
    const again = await makeConsole(['win-x64'], join(projectFolder, 'out', 'lab-console-again'));
    expect(again.get('cutover-x64.exe')).toBe(hash);
  });

  test('answers in every contract with its exit code, and with not one byte more than it says', async () => {
    for (const contract of ['plain', 'intune-app', 'configmgr', 'remediation'] as const) {
      const state = 'notProtected';
      const { exit, stdout } = checkContracts[contract].answers[state];
      const ran = await machine.run(cutover, ['check', '--contract', contract]);
      expect({ contract, code: ran.exitCode, says: ran.stdout !== '' }).toEqual({
        contract,
        code: typeof exit === 'string' ? exitCodeFor(exit, 'win32') : exit,
        says: stdout !== 'nothing',
      });
      expect(ran.stdout).toMatch(/^(?:\S.*\n)?$/);
    }
  });

  test.each([
    [['--help'], 'success'],
    [['verfy', '--json'], 'badArguments'],
    [['scan', '--ticket', 'INC:4711', '--technician', 'Bob'], 'badArguments'],
    [['scan', '--from', 'C:\\nothing.json'], 'unreadableInput'],
    [['report', '20260101-000000-abcd', '--practice'], 'runNotFound'],
  ] as const)('answers %j', async (args, exit) => {
    const { exitCode, stdout, stderr } = await machine.run(cutover, args);
    expect([exitCode, (stdout + stderr).length > 0]).toEqual([exitCodeFor(exit, 'win32'), true]);
  });

  test('reads a large folder by processes of its own, and tells the same as of each file', async () => {
    const inventory = JSON.stringify(inventoryOf(home));
    for (let index = 10; index < 50; index += 1)
      await machine.writeFile(`C:\\many\\${index}.json`, inventory);
    const answer = async (...args: readonly string[]) =>
      (await machine.run(cutover, ['scan', '--json', '--from', ...args])).stdout;
    const all = (await answer('C:\\many')).trim().split('\n');
    const one = JSON.parse(await answer('C:\\many\\10.json')) as Result;
    expect(all).toHaveLength(40);
    expect(JSON.parse(all[39] ?? '')).toMatchObject({ file: '49.json', state: one.state });

    const order = JSON.stringify({ from: 'C:\\many', json: true, language: 'en' });
    const stdin = `${JSON.stringify('C:\\many\\49.json')}\n`;
    const reader = await machine.run(cutover, ['--reader', order], { stdin });
    expect(JSON.parse(reader.stdout)).toEqual([{ count: 'found', line: all[39] }]);
  });

  test.each([
    ['help'],
    ['scan', '--practice', '--fast', '--language', 'en'],
    ['plan', '--practice', '--fast', '--language', 'en'],
    ['plan', '--practice', '--fast', '--json', '--language', 'ru'],
    ['schema', 'result'],
  ])('says %j into a pipe so that no code page changes it', async (...args) => {
    const { stdout, stderr } = await machine.run(cutover, args);
    expect([stdout.length > 100, (stdout + stderr).replaceAll(/[ -~\r\n]/g, '')]).toEqual([
      true,
      '',
    ]);
  });

  test('opens the window in a world that no variable of the person reaches, and from no place that others may change', async () => {
    const window = 'C:\\Program Files\\Cutover\\Cutover.exe';
    // What reads variables before its first line, as Electron does.
    await machine.writeFile(window, await readFile(machine.toLinux('C:\\lab\\node.exe')));
    const write = "require('fs').writeFileSync('C:/window.json', JSON.stringify(process.env))";
    const env = {
      ELECTRON_ENABLE_LOGGING: '1',
      ELECTRON_LOG_FILE: 'C:\\log.txt',
      NODE_COMPILE_CACHE: 'C:\\cache of a window',
      NODE_OPTIONS: '--require C:/bad.cjs',
      NODE_V8_COVERAGE: 'C:\\coverage',
      TEMP: 'C:\\temp',
    };
    const open = async (code: string) =>
      (await machine.run(cutover, ['--window', '-e', code], { env })).exitCode;
    const ends = [await open(write), await open('process.exit(7)')];
    await chmod(machine.toLinux('C:\\Program Files\\Cutover'), 0o777);
    ends.push(await open(write));
    await chmod(machine.toLinux('C:\\Program Files\\Cutover'), 0o755);
    const seen = JSON.parse(await machine.readFile('C:\\window.json')) as Record<string, string>;
    expect([ends, Object.keys(env).filter((name) => name in seen)]).toEqual([
      [0, 7, exitCodeFor('unsafePlace', 'win32')],
      ['TEMP'],
    ]);
    expect(seen['TEMP']).toMatch(/^C:\\ProgramData\\Cutover\\window\\.*\\temporary$/i);
  });

  test('takes no options of Node and no library that a variable of the person names', async () => {
    await machine.writeFile('C:\\bad.cnf', 'not a setting [\n');
    await machine.writeFile('C:\\bad.cjs', 'require("fs").writeFileSync("C:/ran.txt", "")');
    const env = { OPENSSL_CONF: 'C:\\bad.cnf', NODE_OPTIONS: '--require C:/bad.cjs' };
    const { exitCode, stderr } = await machine.run(cutover, ['version'], { env });
    expect([exitCode, stderr, machine.exists('C:\\ran.txt')]).toEqual([0, '', false]);
  });

  test('takes no compiled code from a folder that a variable names, and writes nothing where one says', async () => {
    await mkdir(machine.toLinux('C:\\cache'));
    const env = {
      NODE_COMPILE_CACHE: 'C:\\cache',
      NODE_V8_COVERAGE: 'C:\\coverage',
      NODE_REDIRECT_WARNINGS: 'C:\\warnings.txt',
    };
    const { exitCode, stdout } = await machine.run(cutover, ['version'], { env });
    const written = readdirSync(machine.toLinux('C:\\cache'), { recursive: true });
    // What Node would run in place of ours lies where it also writes it.
    expect({
      exitCode,
      says: stdout !== '',
      compiled: written.map(String).filter((name) => name.includes('/')),
      coverage: machine.exists('C:\\coverage'),
      warnings: machine.exists('C:\\warnings.txt'),
    }).toEqual({ exitCode: 0, says: true, compiled: [], coverage: false, warnings: false });
  });

  test('puts its native library where only administrators write, and believes nothing else', async () => {
    const own = await installed(await newMachine());
    const folder = own.toLinux('C:\\Program Files\\Cutover\\bin');
    const libraries = () => readdirSync(folder).filter((name) => name.endsWith('.node'));
    await own.run(cutover, ['version']);
    const [name = ''] = libraries();
    const library = await readFile(join(folder, name));
    await own.writeFile(`C:\\Program Files\\Cutover\\bin\\${name}`, Buffer.from('planted'));
    const { exitCode } = await own.run(cutover, ['scan', '--json']);
    expect([exitCode, (await readFile(join(folder, name))).equals(library), libraries()]).toEqual([
      0,
      true,
      [name],
    ]);
  });

  test('starts nowhere that others may write, with a sentence and a code of its own', async () => {
    const open = 'C:\\open\\cutover.exe';
    await mkdir(machine.toLinux('C:\\open'));
    await machine.writeFile(open, await readFile(join(built, 'cutover-x64.exe')));
    const before = await machine.run(open, ['version']);
    await chmod(machine.toLinux('C:\\open'), 0o777);
    const after = await machine.run(open, ['check', '--contract', 'configmgr']);
    const json = await machine.run(open, ['remove', '--unattended', '--json']);
    const code = exitCodeFor('unsafePlace', 'win32');
    expect([before.exitCode, after.exitCode, after.stdout, json.exitCode]).toEqual([
      0,
      code,
      '',
      code,
    ]);
    expect(after.stderr).toContain('C:\\open');
    expect(JSON.parse(json.stdout)).toMatchObject({ name: 'unsafePlace', rc: code, failed: true });
  });

  test('removes a product with itself as the worker', async () => {
    const own = await installed(await newMachine('agent'));
    await own.writeFile('C:\\agent.txt', passwords.agent.password);
    const options = ['--unattended', '--json', '--managed-by-us'];
    const password = ['--password-file', 'agent=C:\\agent.txt'];
    const { exitCode, stdout } = await own.run(cutover, ['remove', ...options, ...password]);
    const { record } = JSON.parse(stdout) as { record: { outcome: string } };
    expect([exitCode, record.outcome]).toEqual([2010, 'notProtected']);
  });
});
