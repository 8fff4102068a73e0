import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readRunRecord } from '../../../../src/main/engine/record/run-folder.ts';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-protection-'));
});

const cutover = async (args: readonly string[], options?: FakeTerminalOptions) => {
  const terminal = new FakeTerminal(options);
  const code = await runCli([...args, '--fast', '--data-folder', folder], terminal);
  const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
  return { exit, terminal };
};

interface Document {
  readonly protection: { readonly verdict: string; readonly sources: readonly unknown[] };
  readonly reactivation: { readonly steps: readonly unknown[] } | null;
  readonly steps: readonly { readonly result: { readonly outcome: string } }[];
  readonly live: { readonly eicar: { readonly outcome: string } } | null;
}

const asJson = async (...args: readonly string[]) => {
  const { exit, terminal } = await cutover(['protection', ...args, '--json']);
  const document = JSON.parse(terminal.text) as Document;
  const { protection, reactivation, steps, live } = document;
  return {
    exit,
    errors: terminal.errors,
    verdict: protection.verdict,
    offered: reactivation?.steps.length ?? null,
    taken: steps.map(({ result }) => result.outcome),
    live: live?.eicar.outcome ?? null,
  };
};

const runsFolder = () => join(folder, 'practice', 'defender-off', 'runs');
const runOfDefender = () =>
  readdirSync(runsFolder()).find(
    (id) => readRunRecord(join(runsFolder(), id))?.plan.choice.phases[0] === 'reactivate',
  ) ?? '';

const unprotected = ['--practice', 'defender-off'] as const;

/** The computer after Kaspersky went and nothing took over. */
const removeKaspersky = async (...more: readonly string[]) =>
  await cutover(['remove', ...unprotected, '--unattended', ...more]);

describe('cutover protection', () => {
  it('tells what protects, and that nothing has to be reactivated', async () => {
    expect(await asJson('--practice', 'clean')).toEqual({
      exit: 'success',
      errors: [],
      verdict: 'protected',
      offered: null,
      taken: [],
      live: null,
    });
  });

  it('shows every source in the terminal', async () => {
    const { terminal } = await cutover(['protection', '--practice', 'clean']);
    const names = ['Windows Security, asked by WMI', 'Services', 'Antimalware Scan Interface'];
    expect(names.filter((name) => !terminal.text.includes(name))).toEqual([]);
  });

  it('changes nothing without consent', async () => {
    await removeKaspersky();
    const first = await asJson(...unprotected);
    const again = await asJson(...unprotected);
    expect([first, again.offered]).toEqual([
      {
        exit: 'success',
        errors: [],
        verdict: 'notProtecting',
        offered: 5,
        taken: [],
        live: null,
      },
      5,
    ]);
  });

  it('reactivates Microsoft Defender with the flag, and checks again', async () => {
    await removeKaspersky();
    expect(await asJson(...unprotected, '--reactivate-defender')).toEqual({
      exit: 'success',
      errors: [],
      verdict: 'protected',
      offered: null,
      taken: ['done', 'done', 'done', 'done', 'done'],
      live: null,
    });
    expect(readdirSync(join(runsFolder(), runOfDefender(), 'logs')).length).toBe(5);
  });

  it('leaves a record of what it did, and of the way back', async () => {
    await removeKaspersky();
    await asJson(...unprotected, '--enable-defender');
    const { exit, terminal } = await cutover(['report', runOfDefender(), ...unprotected]);
    const parts = [
      'Microsoft Defender protects this computer',
      'DisableRealtimeMonitoring): done',
      `The way back: cutover restore ${runOfDefender()}`,
      'This run was for the protection alone; it removed nothing.',
    ];
    expect([exit, parts.filter((part) => !terminal.text.includes(part))]).toEqual(['success', []]);
  });

  it('is listed beside the removals, and is nothing that waits to be continued', async () => {
    await removeKaspersky();
    await asJson(...unprotected, '--enable-defender');
    const list = await cutover(['report', ...unprotected]);
    const resume = await cutover(['resume', ...unprotected]);
    const lines = list.terminal.text.split('\n').map((line) => line.replace(/^\S+ +/, ''));
    expect([lines.filter((line) => line !== '').toSorted(), resume.exit]).toEqual([
      ['This computer is not protected now', 'This computer is protected  (Microsoft Defender)'],
      'runNotFound',
    ]);
  });

  it('asks a person first, and takes only a yes for one', async () => {
    await removeKaspersky();
    const no = await cutover(['protection', ...unprotected], { interactive: true, answers: [''] });
    const between = (await asJson(...unprotected)).verdict;
    await cutover(['protection', ...unprotected], { interactive: true, answers: ['y'] });
    const after = (await asJson(...unprotected)).verdict;
    expect([no.terminal.questions.length, between, after]).toEqual([
      1,
      'notProtecting',
      'protected',
    ]);
  });

  it('says with its exit code that Defender could not be reactivated', async () => {
    const { exit, taken } = await asJson('--practice', 'home', '--enable-defender');
    expect([exit, taken]).toEqual(['notProtected', []]);
  });

  it('tries harmless samples on request', async () => {
    expect((await asJson('--practice', 'clean', '--live')).live).toBe('detected');
  });

  it('tries nothing on a file', async () => {
    const { exit } = await cutover(['protection', '--from', 'x.json', '--live']);
    expect(exit).toBe('badArguments');
  });
});

describe('cutover remove', () => {
  it('ends with a code of its own when nothing protects the computer afterwards', async () => {
    expect((await removeKaspersky()).exit).toBe('notProtected');
  });

  it('does not begin where a replacement is required and none is known', async () => {
    const { exit, terminal } = await removeKaspersky('--require-replacement');
    expect([exit, /nothing may protect this computer/i.test(terminal.text)]).toEqual([
      'stopped',
      true,
    ]);
  });

  it('reactivates Microsoft Defender with the flag', async () => {
    const { exit } = await removeKaspersky('--enable-defender');
    expect([exit, (await asJson(...unprotected)).verdict]).toEqual(['success', 'protected']);
  });

  it('asks a person whether it may bring Defender back, where that may be needed', async () => {
    const { exit, terminal } = await cutover(['remove', ...unprotected], {
      interactive: true,
      answers: ['y', 'y'],
    });
    expect([exit, terminal.questions.at(-1)]).toEqual([
      'success',
      expect.stringContaining('bring Microsoft Defender back'),
    ]);
  });
});
