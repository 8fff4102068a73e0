import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { resultSchema } from '../../../../src/shared/domain/run/result.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { inventoryOf } from '../../../support/inventory-builder.ts';
import { buildProgram, programBy } from '../../../support/pe-builder.ts';
import { signatures } from '../../../support/program-signatures.ts';
import { defenderAtWork } from '../../../support/protected-machines.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-deep-'));
const [disk, several] = [join(folder, 'disk'), join(folder, 'several')];
const clean = join(several, 'pc.json');

beforeAll(() => {
  mkdirSync(join(disk, 'Tools'), { recursive: true });
  mkdirSync(several);
  writeFileSync(join(disk, 'Tools/kl.dll'), programBy('Kaspersky Lab'));
  writeFileSync(join(disk, 'Tools/fan.exe'), programBy('Kaspersky Fan Club'));
  writeFileSync(join(disk, 'signed.exe'), buildProgram({ signature: signatures.cyrillic }));
  writeFileSync(clean, JSON.stringify(inventoryOf(defenderAtWork)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const code = await runCli(args, terminal);
  return { code, text: terminal.text, errors: terminal.errorText, statuses: terminal.statuses };
}

async function documentOf(...args: readonly string[]) {
  const { text } = await run(...args, '--json');
  return resultSchema.parse(JSON.parse(text));
}

describe('a deep scan', () => {
  it('names what lies on the disk of a computer that a file tells of, and removes nothing of it', async () => {
    const { code, text } = await run('scan', '--from', clean, '--deep-in', disk);

    const words = text.replaceAll(/\s+/g, ' ');
    expect([code, words.includes(join(disk, 'Tools/kl.dll')), words.includes('fan.exe')]).toEqual([
      0,
      true,
      false,
    ]);
    expect(words).toContain('Лаборатория Касперского');
    const planned = await documentOf('plan', '--from', clean, '--deep-in', disk, '--all');
    expect([planned.plan?.steps, planned.state?.remains.map(({ productId }) => productId)]).toEqual(
      [[], ['kaspersky-other']],
    );
  });

  it('stands in the inventory, which names the neighbour too, for it says what is there', async () => {
    const { inventory } = await documentOf(
      'inventory',
      '--from',
      clean,
      '--deep-in',
      join(disk, 'Tools'),
    );

    expect(
      inventory?.executables.items.map(({ path, companyName }) => [path, companyName]),
    ).toEqual([
      [join(disk, 'Tools/fan.exe'), 'Kaspersky Fan Club'],
      [join(disk, 'Tools/kl.dll'), 'Kaspersky Lab'],
    ]);
  });

  it('is not missed where nobody asked for it, and is done on a practice computer', async () => {
    const scan = ['scan', '--practice', '--fast', '--data-folder', temporaryFolder()];
    const [usual, deep] = await Promise.all([run(...scan), run(...scan, '--deep')]);

    expect(usual.text).not.toContain('Windows accepts the signature');
    expect(deep.text).toContain('Windows accepts the signature');
    expect([usual.text.includes('anywhere on the disks'), usual.code]).toEqual([false, deep.code]);
  });

  it('is read back from an inventory, and an older one stays readable without it', async () => {
    const { executables: _left, ...older } = inventoryOf(defenderAtWork);
    const path = join(temporaryFolder(), 'older.json');
    writeFileSync(path, JSON.stringify(older));

    const { inventory } = await documentOf('inventory', '--from', path);
    const { text } = await run('scan', '--from', path);

    const section: Inventory['executables'] | undefined = inventory?.executables;
    expect([section?.state, section?.gaps[0]?.reason, text.includes('anywhere')]).toEqual([
      'unreadable',
      'notCollected',
      false,
    ]);
  });

  it.each<[string, () => string[], RegExp]>([
    ['--deep of a file', () => ['--from', clean, '--deep'], /--from and --deep cannot/],
    ['a folder of many', () => ['--from', several, '--deep-in', disk], /names several/],
    ['a folder that is not there', () => ['--deep-in', join(disk, 'no')], /There is no folder/],
    ['a file for a folder', () => ['--deep-in', clean], /There is no folder/],
    ['a folder and all disks', () => ['--deep-in', disk, '--deep-all-disks'], /cannot/],
    ['a real folder in practice', () => ['--practice', '--deep-in', disk], /cannot stand/],
    ['no folder', () => ['--deep-in'], /--deep-in needs a value/],
    ['no time', () => ['--deep', '--max-runtime', '0'], /--max-runtime/],
  ])('refuses %s', async (_name, args, says) => {
    const { code, errors } = await run('scan', ...args());

    expect([code, errors]).toEqual([exitCodes.badArguments.posix, expect.stringMatching(says)]);
  });

  it('ends as cancelled when it is interrupted, and as out of time when that is over', async () => {
    const terminal = new FakeTerminal();
    const scanning = runCli(['scan', '--practice', '--deep'], terminal);
    const limited = run('scan', '--practice', '--deep', '--max-runtime', '0.001');
    while (terminal.statuses.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    terminal.interrupt();

    expect([await scanning, (await limited).code]).toEqual([
      exitCodes.cancelled.posix,
      exitCodes.outOfTime.posix,
    ]);
  });
});
