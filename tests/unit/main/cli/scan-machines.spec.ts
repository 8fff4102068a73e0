import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { resultSchema } from '../../../../src/shared/domain/run/result.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { inventoryOf } from '../../../support/inventory-builder.ts';
import { home } from '../../../support/kaspersky-machines.ts';
import { defenderAtWork } from '../../../support/protected-machines.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-scan-'));
const log = [
  {
    hostIdentifier: 'PC-A',
    action: 'added',
    columns: { name: 'x', service_type: '', start_type: '' },
  },
  {
    hostIdentifier: 'PC-B',
    action: 'added',
    columns: {
      name: 'Kaspersky',
      publisher: 'AO Kaspersky Lab',
      install_source: '',
      uninstall_string: '',
    },
  },
];

beforeAll(() => {
  mkdirSync(join(folder, 'two'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'two/b.json'), JSON.stringify(inventoryOf(defenderAtWork)));
  writeFileSync(join(folder, 'two/a.json'), JSON.stringify(inventoryOf(home)));
  writeFileSync(
    join(folder, 'osqueryd.results.log'),
    log.map((line) => JSON.stringify(line)).join('\n'),
  );
  symlinkSync(import.meta.dirname, join(folder, 'two/link'), 'junction');
});

async function scan(...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const code = await runCli(['scan', '--from', ...args], terminal);
  return { code, lines: terminal.text.split('\n'), errors: terminal.errorText };
}

it('a folder is told a line for each machine, in the order of their names, and what they come to', async () => {
  const { code, lines, errors } = await scan(join(folder, 'two'));
  expect([code, errors]).toEqual([0, '']);
  expect(lines).toEqual([
    expect.stringMatching(/^[^:]+ \(file a\.json\): Found: Kaspersky/),
    expect.stringMatching(/^[^:]+ \(file b\.json\): Clean: no Kaspersky product/),
    '2 computers: 1 with Kaspersky or what it left, 1 without, 0 not known.',
  ]);
});

it('programs get one whole document on each line', async () => {
  const { code, lines } = await scan(join(folder, 'two'), '--json');
  const results = lines.map((line) => resultSchema.parse(JSON.parse(line)));
  expect([code, results.map(({ file, state, rc }) => [file, state?.verdict, rc])]).toEqual([
    0,
    [
      ['a.json', 'found', 0],
      ['b.json', 'clean', 0],
    ],
  ]);
});

it('a log of several machines is told the same way, and other commands say that it holds several', async () => {
  const { lines } = await scan(join(folder, 'osqueryd.results.log'));
  expect(lines).toEqual([
    expect.stringMatching(/^PC-A \(file osqueryd\.results\.log\): Not known: /),
    expect.stringMatching(/^PC-B \(file osqueryd\.results\.log\): Not known: .*Kaspersky/),
    expect.stringMatching(/^2 computers: 1 with Kaspersky/),
  ]);
  const terminal = new FakeTerminal();
  const code = await runCli(['plan', '--from', join(folder, 'osqueryd.results.log')], terminal);
  expect([code, terminal.errorText]).toEqual([
    exitCodes.unreadableInput.posix,
    expect.stringContaining('tells of several computers'),
  ]);
});

it('a file that is no inventory costs nothing but itself, and the end says so', async () => {
  writeFileSync(join(folder, 'two/readme.txt'), 'hello');
  const { code, lines } = await scan(join(folder, 'two'), '--json');
  expect(code).toBe(exitCodes.unreadableInput.posix);
  expect(lines.map((line) => resultSchema.parse(JSON.parse(line)).name)).toEqual([
    'success',
    'success',
    'unreadableInput',
  ]);
});

it('an empty folder is no answer', async () => {
  const { code, lines } = await scan(join(folder, 'empty'));
  expect([code, lines.join('')]).toEqual([
    exitCodes.unreadableInput.posix,
    expect.stringContaining('There is no file in'),
  ]);
});
