import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { asLine } from '../../../../src/main/cli/commands/machines/reader.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { inventoryOf } from '../../../support/inventory-builder.ts';
import { home } from '../../../support/kaspersky-machines.ts';
import { defenderAtWork } from '../../../support/protected-machines.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-readers-'));
const node = process.execPath;
const program = [node, resolve('src/main/console.ts')];

beforeAll(() => {
  for (let index = 0; index < 40; index += 1) {
    const text = JSON.stringify(inventoryOf(index % 3 === 0 ? home : defenderAtWork));
    // What ends a line in Unicode is a letter of a name here.
    const name = `${String(index).padStart(2, '0')} Büro\u2028.json`;
    // One of them is cut off.
    writeFileSync(join(folder, name), index === 7 ? text.slice(0, 100) : text);
  }
});

async function scan(start: readonly string[] | null, ...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const own = { unsafePlace: async () => await Promise.resolve(null), start };
  const code = await runCli(['scan', '--from', folder, ...args], terminal, own);
  return { code, text: terminal.text, errors: terminal.errorText };
}

it.each([
  { args: ['--language', 'de'], lines: 42 },
  { args: ['--json'], lines: 40 },
])('processes that read a large folder tell the same as one: $args', async ({ args, lines }) => {
  const byItself = await scan(null, ...args);
  expect([byItself.code, byItself.text.split('\n').length]).toEqual([
    exitCodes.unreadableInput.posix,
    lines,
  ]);
  expect(await scan(program, ...args)).toEqual(byItself);
});

it('what is told between them stays one line, whatever stands in it', () => {
  const value = { line: 'Büro\u2028a\u2029b\n\rc' };
  const line = asLine(value);
  expect([line.split(/[\n\r\u2028\u2029]/), JSON.parse(line)]).toEqual([[line.trim(), ''], value]);
});

it('reads nothing that it was told of by another process', async () => {
  const told = JSON.stringify([{ count: 'found', line: 'told' }]);
  const lines = `require('node:readline').createInterface({ input: process.stdin })`;
  const reader = `${lines}.on('line', () => console.log(${JSON.stringify(told)}))`;
  const { text } = await scan([node, '-e', reader, '--']);
  expect(text.split('\n').filter((line) => line === 'told')).toHaveLength(40);
});

it.each([
  ['cannot be started', [join(folder, 'missing')]],
  ['end at once', [node, '-e', 'process.exit(1)', '--']],
  ['end in the middle', [node, '-e', `process.stdin.once('data', () => process.exit(1))`, '--']],
])('where those %s, the program reads by itself', async (_what, start) => {
  expect(await scan(start)).toEqual(await scan(null));
});
