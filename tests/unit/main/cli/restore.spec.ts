import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

const practice = ['--practice', 'defender-off', '--fast'] as const;

async function cutover(args: readonly string[], options?: FakeTerminalOptions) {
  const terminal = new FakeTerminal(options);
  const code = await runCli([...args, ...practice, '--data-folder', folder], terminal);
  const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
  return { exit, terminal };
}

/** The id of a run that removed Kaspersky and reactivated Microsoft Defender. */
async function runToTakeBack(): Promise<string> {
  const flags = ['--unattended', '--reactivate-defender', '--json'];
  const { terminal } = await cutover(['remove', ...flags]);
  return (JSON.parse(terminal.text) as Document).record.runId;
}

interface Document {
  readonly changed: boolean;
  readonly outcome: string;
  readonly record: {
    readonly runId: string;
    readonly steps: readonly { readonly outcome: string }[];
  };
}

async function asJson(...args: readonly string[]) {
  const { exit, terminal } = await cutover(['restore', ...args, '--json']);
  const { outcome, changed, record } = JSON.parse(terminal.text) as Document;
  return { exit, outcome, changed, steps: record.steps.map((step) => step.outcome) };
}

describe('cutover restore', () => {
  it('takes back what a run changed of Microsoft Defender, and says that nothing protects now', async () => {
    const runId = await runToTakeBack();
    const first = await asJson(runId);
    const again = await asJson(runId);
    const unprotected = { exit: 'notProtected', outcome: 'notProtected' };
    expect([first, again]).toEqual([
      { ...unprotected, changed: true, steps: Array(8).fill('done') },
      { ...unprotected, changed: false, steps: [] },
    ]);
  });

  it('shows the plan of a dry run and changes nothing', async () => {
    const runId = await runToTakeBack();
    expect(await asJson(runId, '--dry-run')).toEqual({
      exit: 'success',
      outcome: 'dryRun',
      changed: false,
      steps: Array(8).fill('notRun'),
    });
    expect((await cutover(['protection', '--json'])).terminal.text).toContain('"protected"');
  });

  it('asks a person, and names what nothing takes back', async () => {
    const runId = await runToTakeBack();
    const { exit, terminal } = await cutover(['restore', runId], {
      interactive: true,
      answers: ['no'],
    });
    const lasting = terminal.text.slice(terminal.text.indexOf('What nothing takes back:'));
    expect([exit, lasting.split('\n')]).toEqual([
      'cancelled',
      [
        'What nothing takes back:',
        expect.stringContaining('Remove Kaspersky'),
        expect.stringContaining('Start Microsoft Defender (WinDefend)'),
        expect.stringContaining('Load its newest updates'),
      ],
    ]);
  });

  it('takes back only the parts that are named, and knows no other', async () => {
    const runId = await runToTakeBack();
    const first = await asJson(runId, '--only', 'files,settings');
    const then = await asJson(runId, '--only', 'defender');
    const again = await asJson(runId, '--only', 'files,defender');
    const wrong = await cutover(['restore', runId, '--only', 'defender,everything']);
    expect([first.steps, then.steps, again.steps, wrong.exit]).toEqual([
      Array(3).fill('done'),
      Array(3).fill('done'),
      [],
      'badArguments',
    ]);
    expect(wrong.terminal.errors.join(' ')).toContain('files, settings, dangers, defender');
  });

  it('knows only runs that are there', async () => {
    expect((await cutover(['restore', '20261128-100000-none'])).exit).toBe('runNotFound');
  });
});
