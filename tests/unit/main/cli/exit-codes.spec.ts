import { execa } from 'execa';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-cli-'));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const cutover = async (args: readonly string[]) => {
  vi.stubEnv('XDG_STATE_HOME', folder);
  const terminal = new FakeTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, stdout: terminal.text, stderr: terminal.errorText };
};

afterEach(() => vi.unstubAllEnvs());

const program = async (args: readonly string[]) =>
  await execa(process.execPath, ['src/main/console.ts', ...args], {
    reject: false,
    env: { XDG_STATE_HOME: folder },
  });

const cases: readonly (readonly [string, readonly string[], ExitCodeName])[] = [
  ['help', ['--help'], 'success'],
  ['no command', [], 'badArguments'],
  ['an unknown command', ['destroy'], 'badArguments'],
  ['an unknown flag', ['scan', '--force'], 'badArguments'],
  ['an unknown product', ['remove', '--practice', '--only', 'windows'], 'badArguments'],
  ['an unknown practice computer', ['scan', '--practice', 'nowhere'], 'badArguments'],
  ['a missing file', ['scan', '--from', join(folder, 'nothing.json')], 'unreadableInput'],
  ['a cut inventory', ['scan', '--from', file('cut.json', '{"format": "cut')], 'unreadableInput'],
  ['a foreign document', ['scan', '--from', file('a.json', '{"a": 1}')], 'unreadableInput'],
  ['a foreign file', ['scan', '--from', file('a.txt', 'hello')], 'unreadableInput'],
  ['an unknown run', ['report', '20260101-000000-abcd', '--practice'], 'runNotFound'],
  ['nothing to resume', ['resume', '--practice', 'clean'], 'runNotFound'],
  [
    'a folder that cannot be',
    ['inventory', '--practice', '--out', join(file('b.txt', ''), 'y')],
    'cannotWrite',
  ],
  ['a scan', ['scan', '--practice', '--json'], 'success'],
];

it.each(cases)('the program answers %s with its exit code', async (_name, args, exit) => {
  const { exitCode, stdout, stderr } = await cutover(args);
  expect({ exitCode, said: (stdout + stderr).length > 0 }).toEqual({
    exitCode: exitCodes[exit].posix,
    said: true,
  });
});

it.each(cases.filter(([name]) => name === 'an unknown command' || name === 'a scan'))(
  'as a process of its own it answers %s the same',
  async (_name, args, exit) => {
    const { exitCode, stdout, stderr } = await program(args);
    expect([exitCode, (stdout + stderr).length > 0]).toEqual([exitCodes[exit].posix, true]);
  },
);

it('the program prints exactly one JSON document when asked, also for an error', async () => {
  const { stdout, stderr } = await cutover([
    'scan',
    '--json',
    '--from',
    join(folder, 'nothing.json'),
  ]);
  const { name, rc } = JSON.parse(stdout) as { name: string; rc: number };
  expect({ stderr, name, rc }).toEqual({
    stderr: '',
    name: 'unreadableInput',
    rc: exitCodes.unreadableInput.posix,
  });
});

it('no two outcomes share an exit code, and our own stay in our block', () => {
  const codes = Object.values(exitCodes);
  const windows = codes.map((code) => code.windows);
  const posix = codes.map((code) => code.posix);
  expect(new Set(windows).size).toBe(codes.length);
  expect(new Set(posix).size).toBe(codes.length);
  expect(posix.every((code) => code >= 0 && code < 126)).toBe(true);
  const installerCodes = [0, 1602, 1618, 1641, 3010];
  const own = windows.filter((code) => !installerCodes.includes(code));
  expect(own.every((code) => code >= 2000 && code < 2100)).toBe(true);
});
