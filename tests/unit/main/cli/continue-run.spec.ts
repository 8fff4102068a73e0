import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import {
  decodeEntry,
  encodeEntry,
  type JournalEntry,
} from '../../../../src/main/engine/record/journal-entry.ts';
import type { JournalFact } from '../../../../src/main/engine/record/journal-fact.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { runOnceKey } from '../../../../src/shared/domain/restart/continuation.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import type { Result } from '../../../../src/shared/domain/run/result.ts';
import type { RunRecord } from '../../../../src/shared/domain/run/record.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const accepted =
  'password,password-vault,data-vault,backup-archives,vpn-kill-switch,safe-kids-credentials,no-replacement,bitlocker-key,network-filter,input-filters,pending-restart,missing-installer-package,protected-service';

type Told = Result & { readonly record?: RunRecord };

/** A practice computer in a folder, and the commands that are given on it. */
class Desk {
  readonly data: string;

  constructor(data: string = temporaryFolder()) {
    this.data = data;
  }

  async run(args: readonly string[], terminal = new FakeTerminal()) {
    const password = join(this.data, 'password.txt');
    writeFileSync(password, 'practice\n');
    const given = ['--fast', '--practice', 'home', '--data-folder', this.data];
    const passwords =
      args[0] === 'remove' ? ['--password-file', password, '--acknowledge', accepted] : [];
    const code = await runCli([...args, ...given, ...passwords], terminal);
    const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
    return { exit, terminal };
  }

  async told(...args: readonly string[]) {
    const { exit, terminal } = await this.run([...args, '--unattended', '--json']);
    return { exit, told: JSON.parse(terminal.text) as Told };
  }

  get runId(): string {
    return readdirSync(this.#runs).toSorted()[0] ?? '';
  }

  get #runs(): string {
    return join(this.data, 'practice', 'home', 'runs');
  }

  get journal(): string {
    return join(this.#runs, this.runId, 'journal.jsonl');
  }

  get #state(): string {
    return join(this.data, 'practice', 'home', 'machine', 'practice-computer.json');
  }

  get inventory(): Inventory {
    return (JSON.parse(readFileSync(this.#state, 'utf8')) as { inventory: Inventory }).inventory;
  }

  /** Changes what is on the computer. */
  change(how: (inventory: Inventory) => Inventory): void {
    const state = JSON.parse(readFileSync(this.#state, 'utf8')) as { inventory: Inventory };
    writeFileSync(this.#state, JSON.stringify({ ...state, inventory: how(state.inventory) }));
  }

  /** Writes the journal anew, whole and in order. */
  rewrite(how: (facts: readonly JournalFact[]) => readonly JournalFact[]): void {
    const lines = readFileSync(this.journal, 'utf8').split('\n').filter(Boolean);
    const entries = lines.map((line) => decodeEntry(line) as JournalEntry);
    const facts = how(entries.map(({ fact }) => fact));
    const time = entries[0]?.time ?? '';
    const written = facts.map((fact, index) => encodeEntry({ sequence: index + 1, time, fact }));
    writeFileSync(this.journal, `${written.join('\n')}\n`);
  }

  /** What Windows would start by itself. */
  get registered(): readonly string[] {
    const { scheduledTasks, autostarts } = this.inventory;
    return [
      ...scheduledTasks.items.map(({ path }) => path),
      ...autostarts.items.map(({ name }) => name),
    ].filter((name) => name.includes('Cutover'));
  }

  copy(): Desk {
    const data = folderOfMine(temporaryFolder());
    cpSync(this.data, data, { recursive: true });
    // What is registered names the folder.
    const copy = new Desk(data);
    const text = readFileSync(copy.#state, 'utf8');
    const [from, to] = [this.data, data].map((path) => JSON.stringify(path).slice(1, -1));
    const moved = (each: string) => each.replaceAll(from ?? '', to ?? '');
    writeFileSync(copy.#state, moved(text));
    copy.rewrite((facts) => JSON.parse(moved(JSON.stringify(facts))) as JournalFact[]);
    return copy;
  }
}

/** Below another one; its name has to be quoted wherever a command line holds it, as the name of any folder may. */
function folderOfMine(above: string): string {
  const folder = join(above, 'мои runs');
  mkdirSync(folder);
  return folder;
}

/** A computer that waits for the restart after which its run goes on by itself. */
let waiting: Desk;
let removed: Awaited<ReturnType<Desk['told']>>;
beforeAll(async () => {
  waiting = new Desk(folderOfMine(mkdtempSync(join(tmpdir(), 'cutover-continue-'))));
  removed = await waiting.told('remove', '--continue-after-restart');
}, 60_000);

afterAll(() => rmSync(join(waiting.data, '..'), { recursive: true, force: true }));

const afterRestart = async (desk: Desk) => await desk.told('resume', desk.runId, '--after-restart');

describe('a run that is gone on with by itself', () => {
  it('answers 3010 and says what comes', async () => {
    const { exit, told } = removed;
    const check = await waiting.run(['check']);
    expect([exit, told.reboot_required, check.exit, waiting.registered]).toEqual([
      'restartNeeded',
      true,
      'restartNeeded',
      [`\\Cutover-resume-${waiting.runId}`],
    ]);
    expect(told.msg).toContain('After the restart Windows goes on with this run by itself');
    expect(told.msg).not.toContain('cutover resume');
  });

  it('goes on after the restart, proves, reports and takes every trace of it away', async () => {
    const desk = waiting.copy();
    const { exit, told } = await afterRestart(desk);
    expect([exit, told.outcome, told.record?.starts, desk.registered]).toEqual([
      'success',
      'cleanAndProtected',
      2,
      [],
    ]);
    expect(told.record?.steps.at(-1)).toMatchObject({
      stepId: `restart:unregisterContinuation:${desk.runId}`,
      outcome: 'done',
    });
    const again = await afterRestart(desk);
    expect([again.exit, again.told.changed]).toEqual(['success', false]);
  });

  it.each([
    ['resume', (desk: Desk) => ['resume', desk.runId]],
    ['restore', (desk: Desk) => ['restore', desk.runId]],
  ])('is taken away by a person who gives `%s`', async (_command, args) => {
    const desk = waiting.copy();
    await desk.told(...args(desk));
    expect(desk.registered).toEqual([]);
  });

  it('stays registered when `remove` is asked for again before the restart', async () => {
    const desk = waiting.copy();
    const { exit } = await desk.told('remove');
    expect([exit, desk.registered]).toEqual(['restartNeeded', waiting.registered]);
  });
});

it('goes on with a person there when an administrator signs in, and leaves its window open', async () => {
  const desk = new Desk();
  const asking = new FakeTerminal({ interactive: true, answers: Array(30).fill('yes') });
  await desk.run(['remove', '--continue-after-restart'], asking);
  const task = desk.inventory.scheduledTasks.items.find(({ path }) => path.includes('Cutover'));
  const signedIn = new FakeTerminal({ interactive: true, answers: [''] });
  const { exit } = await desk.run(['resume', desk.runId, '--after-restart'], signedIn);
  expect([task?.actions[0]?.arguments, exit, signedIn.questions, desk.registered]).toEqual([
    `resume ${desk.runId} --after-restart --data-folder ${desk.data} --practice home`,
    'success',
    ['Press Enter to close this window.'],
    [],
  ]);
});

it('registers nothing unless it is told to', async () => {
  const desk = new Desk();
  const { exit, told } = await desk.told('remove');
  expect([exit, desk.registered]).toEqual(['restartNeeded', []]);
  expect(told.msg).toContain('cutover resume');
});

it('only takes its registration away where a policy forbids that it goes on', async () => {
  const desk = waiting.copy();
  const policy = join(desk.data, 'policy.json');
  writeFileSync(policy, '{"format":"cutover-policy/1","forbid":["resume"]}');
  const before = readFileSync(desk.journal, 'utf8');
  const byHand = await desk.told('resume', desk.runId, '--policy', policy);
  expect([byHand.exit, desk.registered]).toEqual(['forbidden', waiting.registered]);
  const byItself = await desk.told('resume', desk.runId, '--after-restart', '--policy', policy);
  expect([byItself.exit, desk.registered, readFileSync(desk.journal, 'utf8')]).toEqual([
    'forbidden',
    [],
    before,
  ]);
  const other = await desk.told('remove', '--after-restart', '--policy', policy);
  expect(other.exit).toBe('badArguments');
});

describe('three tries', () => {
  const tried = (times: number) => {
    const desk = waiting.copy();
    desk.rewrite((facts) => [
      ...facts,
      ...Array.from({ length: times }, (_, index) => ({
        kind: 'runResumed' as const,
        cutoverVersion: '0.1.0',
        starts: 2 + index,
        byItself: true,
      })),
    ]);
    return desk;
  };

  it('are enough to come to the end at the third', async () => {
    const desk = tried(2);
    expect([(await afterRestart(desk)).exit, desk.registered]).toEqual(['success', []]);
  });

  it('end in a report that says so, with the computer as it is', async () => {
    const desk = tried(3);
    const before = desk.inventory.programs;
    const { exit, told } = await afterRestart(desk);
    expect([exit, told.record?.outcome, desk.registered, desk.inventory.programs]).toEqual([
      'stopped',
      'stopped',
      [],
      before,
    ]);
    expect(told.msg).toContain('three times');
    expect(told.record?.steps.map(({ outcome }) => outcome)).not.toContain('failed');
  });

  it('begin anew with a person', async () => {
    const desk = tried(3);
    expect((await desk.told('resume', desk.runId)).exit).toBe('success');
  });
});

describe('what cannot be gone on with', () => {
  const line = (desk: Desk) => readFileSync(desk.journal, 'utf8').indexOf('\n');
  it.each<[string, string, string, (desk: Desk) => void]>([
    [
      'newer',
      'unreadableInput',
      'cutover-journal/9',
      (desk) =>
        writeFileSync(
          desk.journal,
          readFileSync(desk.journal, 'utf8').replace('cutover-journal/2', 'cutover-journal/9'),
        ),
    ],
    [
      'older, of a version that registered nothing',
      'unreadableInput',
      'did not ask',
      (desk) =>
        desk.rewrite((facts) =>
          facts.filter((fact) => !JSON.stringify(fact).includes('restart:registerContinuation')),
        ),
    ],
    [
      'of another computer',
      'unreadableInput',
      'another computer',
      (desk) =>
        desk.rewrite((facts) =>
          facts.map((fact) => (fact.kind === 'runStarted' ? { ...fact, machineId: 'x' } : fact)),
        ),
    ],
    ['missing', 'unreadableInput', 'journal', (desk) => rmSync(desk.journal)],
    [
      'missing as a whole',
      'runNotFound',
      'There is no run',
      (desk) => rmSync(join(desk.journal, '..'), { recursive: true }),
    ],
    [
      'cut off in its first line',
      'unreadableInput',
      'journal',
      (desk) => writeFileSync(desk.journal, readFileSync(desk.journal).subarray(0, 40)),
    ],
    [
      'cut off before it was registered',
      'unreadableInput',
      'did not ask',
      (desk) => writeFileSync(desk.journal, readFileSync(desk.journal).subarray(0, line(desk) + 9)),
    ],
    [
      'tampered with',
      'unreadableInput',
      'Line 2',
      (desk) => {
        const bytes = readFileSync(desk.journal);
        bytes.write('X', line(desk) + 60);
        writeFileSync(desk.journal, bytes);
      },
    ],
  ])('is %s: it is refused, and nothing starts any more', async (_what, exit, says, damage) => {
    const desk = waiting.copy();
    const { runId } = desk;
    damage(desk);
    const journal = existsSync(join(desk.journal)) ? readFileSync(desk.journal, 'utf8') : null;
    const before = { ...desk.inventory, scheduledTasks: null };
    const ended = await desk.told('resume', runId, '--after-restart');
    expect([ended.exit, ended.told.changed, desk.registered]).toEqual([exit, false, []]);
    expect(ended.told.msg).toContain(says);
    expect({ ...desk.inventory, scheduledTasks: null }).toEqual(before);
    expect(existsSync(desk.journal) ? readFileSync(desk.journal, 'utf8') : null).toEqual(journal);
  });

  it('is no reason to touch what others named so, nor what is no run', async () => {
    const desk = waiting.copy();
    const foreign = (id: string) => `\\Cutover-resume-20260101-000000-${id}`;
    const task = (id: string, args: string) => ({
      path: foreign(id),
      author: null,
      actions: [{ execute: 'C:\\x.exe', arguments: args }],
    });
    const theirs = {
      key: runOnceKey,
      name: '!Cutover-resume-20260101-000000-once',
      command: '"C:\\x.exe"',
      userSid: null,
    };
    const stale = `resume 20260101-000000-ours --after-restart --data-folder "${desk.data}" --practice home --unattended`;
    desk.change((inventory) => ({
      ...inventory,
      scheduledTasks: {
        ...inventory.scheduledTasks,
        items: [...inventory.scheduledTasks.items, task('evil', '/evil'), task('ours', stale)],
      },
      autostarts: { ...inventory.autostarts, items: [...inventory.autostarts.items, theirs] },
    }));
    await desk.told('resume', '20260101-000000-evil', '--after-restart');
    await desk.told('resume', '..\\evil', '--after-restart');
    expect(desk.registered).toHaveLength(4);
    // A registration of ours whose run is gone goes with the next run that somebody begins.
    await desk.told('resume', desk.runId);
    expect(desk.registered).toEqual([foreign('evil'), theirs.name]);
  });
});

/** Than Windows shows. */
const longer = 'x'.repeat(513);

describe('a restart by Cutover', () => {
  it('is asked of Windows where one is needed, ends with its own code, and is followed up', async () => {
    const desk = new Desk();
    const { exit, told } = await desk.told('remove', '--restart', 'if-needed', '--message', 'Hi');
    expect([exit, told.outcome, told.failed, told.reboot_required]).toEqual([
      'restartStarted',
      'restartStarted',
      false,
      true,
    ]);
    expect(desk.registered).toHaveLength(1);
    expect(told.record?.plan.steps.at(-1)?.action).toEqual({
      kind: 'restartComputer',
      delaySeconds: 60,
      message: 'Hi',
      force: true,
    });
    const again = await desk.told('remove');
    expect(again.exit).toBe('restartNeeded');
    expect((await afterRestart(desk)).exit).toBe('success');
  });

  it('is asked for at the keyboard, and no means no', async () => {
    const command = ['remove', '--restart', 'prompt', '--restart-delay', '30'];
    const willing = new FakeTerminal({ interactive: true, answers: Array(30).fill('yes') });
    const { exit } = await new Desk().run(command, willing);
    expect([exit, willing.questions.at(-1)]).toEqual([
      'restartStarted',
      expect.stringContaining('Restart Windows in 30 seconds?'),
    ]);
    const answers = [...willing.questions.slice(1).map(() => 'yes'), 'no'];
    const unwilling = new FakeTerminal({ interactive: true, answers });
    const declined = await new Desk().run(command, unwilling);
    expect([declined.exit, unwilling.text]).toEqual([
      'restartNeeded',
      expect.stringContaining('Nobody agreed to the restart.'),
    ]);
  });

  it.each([
    [['--restart', 'prompt'], 'asks a person'],
    [['--restart', 'always'], 'never, if-needed, prompt'],
    [['--restart', 'if-needed', '--restart-delay', '9'], 'from 10 to'],
    [['--restart', 'if-needed', '--restart-delay', '1e3'], 'from 10 to'],
    [['--restart', 'if-needed', '--message', 'one\ntwo'], 'one line'],
    [['--restart', 'if-needed', '--message', longer], '512'],
    [['--restart-delay', '60'], 'belong to'],
    [['--restart', 'never', '--message', 'Hi'], 'belong to'],
  ])('%#: flags that make no sense change nothing', async (flags, says) => {
    const desk = new Desk();
    const { exit, told } = await desk.told('remove', ...flags);
    expect([exit, told.msg]).toEqual(['badArguments', expect.stringContaining(says)]);
    expect(existsSync(join(desk.data, 'practice'))).toBe(false);
  });
});
