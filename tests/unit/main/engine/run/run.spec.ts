import { message } from '../../../../../src/shared/domain/message.ts';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../src/main/engine/record/clock.ts';
import { CannotWrite } from '../../../../../src/main/disk/cannot-write.ts';
import { readJournal } from '../../../../../src/main/engine/record/journal.ts';
import {
  createRunFolder,
  type RunFolder,
} from '../../../../../src/main/engine/record/run-folder.ts';
import { acquireRunLock } from '../../../../../src/main/engine/record/run-lock.ts';
import type { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import type { RunEvent } from '../../../../../src/shared/domain/run/run-event.ts';
import { tryRun, type RunTrial } from '../../../../support/killable-run.ts';
import { managed, passwords, prepare, record, withEnd } from '../../../../support/practice-run.ts';
import { runsIn } from '../../../../support/runs-in.ts';

describe('a run', () => {
  it('removes, waits for the restart, and proves the result afterwards', async () => {
    const { machine, folder } = await prepare('business');
    const trial = { machine, folder, choice: managed, secrets: passwords };
    const first = await record(trial);
    machine.restart();
    expect([first, await record(trial)]).toEqual([
      {
        exit: 'restartNeeded',
        outcome: 'restartNeeded',
        starts: 1,
        steps: [
          'Kaspersky Endpoint Security for Windows: restartNeeded',
          'Kaspersky Security Center Network Agent: removed',
        ],
      },
      {
        exit: 'success',
        outcome: 'cleanAndProtected',
        starts: 2,
        steps: [
          'Kaspersky Endpoint Security for Windows: removed',
          'Kaspersky Security Center Network Agent: removed',
        ],
      },
    ]);
  });

  it('still waits when it is continued without the restart', async () => {
    const { machine, folder } = await prepare('business');
    const trial = { machine, folder, choice: managed, secrets: passwords };
    await record(trial);
    expect((await record(trial)).outcome).toBe('restartNeeded');
  });

  it('tells what it does in order', async () => {
    const events: string[] = [];
    const { machine, folder } = await prepare('business');
    const onEvent = (event: RunEvent) => void events.push(event.kind);
    await record({ machine, folder, choice: managed, secrets: passwords, onEvent });
    expect(events.filter((kind) => kind !== 'stepProgress')).toEqual([
      'runStarted',
      'inventoryStarted',
      'detected',
      'planned',
      'stepStarted',
      'stepFinished',
      'stepStarted',
      'stepFinished',
      'inventoryStarted',
      'detected',
      'judged',
      'restartNeeded',
      'runFinished',
    ]);
  });

  it('writes what it will do before it does it, and what came of it after', async () => {
    const { machine, folder } = await prepare('business');
    await record({ machine, folder, choice: managed, secrets: passwords });
    const read = readJournal(join(folder.path, 'journal.jsonl'));
    expect(read.ok && read.entries.map(({ fact }) => fact.kind)).toEqual([
      'runStarted',
      'protectionSeen',
      'planned',
      'stepStarted',
      'stepEnded',
      'protectionSeen',
      'stepJudged',
      'stepStarted',
      'stepEnded',
      'stepJudged',
      'runFinished',
    ]);
  });

  it('lets no password reach any file or event', async () => {
    const secrets = { kaspersky: 'Tr0ub4dor&3', agent: 'c0rrect-h0rse' };
    const leaky = withEnd({ how: 'exits', exitCode: 1603, message: 'Refused Tr0ub4dor&3' }, 'none');
    const { data, machine, folder } = await prepare('business', (computer) => ({
      ...leaky(computer),
      effects: leaky(computer).effects.map((effect) => ({ ...effect, password: null })),
    }));
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    await record({ machine, folder, choice: managed, secrets, onEvent });
    const files = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('logs'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const everything = [...files, JSON.stringify(events)].join('\n');
    const forms = Object.values(secrets).flatMap((secret) => [secret, hex(secret)]);
    expect([
      everything.includes('Refused ********'),
      forms.filter((form) => everything.toLowerCase().includes(form.toLowerCase())),
    ]).toEqual([true, []]);
  });
});

describe('a run that may not begin', () => {
  it('stops at disk encryption and changes nothing, whatever was accepted', async () => {
    const { machine, folder } = await prepare('encrypted');
    const { collectedAt: _before, ...before } = await machine.inventory();
    const choice = {
      owner: 'administrator' as const,
      acknowledged: ['disk-encryption', 'password'],
    };
    const { exit, outcome } = await record({ machine, folder, choice, secrets: passwords });
    const { collectedAt: _after, ...after } = await machine.inventory();
    expect([exit, outcome, after]).toEqual(['stopped', 'stopped', before]);
  });

  it('stops for a task that was not accepted, and goes on once it was', async () => {
    const { data, machine } = await prepare('home');
    const outcomes = [];
    for (const acknowledged of [[], ['password-vault']]) {
      const folder = createRunFolder(runsIn(data), systemClock);
      outcomes.push(
        (await record({ machine, folder, choice: { all: true, acknowledged } })).outcome,
      );
    }
    expect(outcomes).toEqual(['stopped', 'restartNeeded']);
  });

  it('keeps what was done when a stop comes up only after the restart', async () => {
    const sign = {
      kind: 'kasperskyDiskEncryption',
      subject: 'D:',
      state: 'on',
      detail: 'Found on a disk that was not there before.',
    } as const;
    const { machine, folder } = await prepare('family-pc', (computer) => ({
      ...computer,
      effects: computer.effects.map((effect) => ({
        ...effect,
        ...('productCode' in effect.match && effect.atRestart === null
          ? { end: { how: 'crashes' as const, message: 'Access violation' } }
          : { atRestart: { remove: {}, put: { encryption: [sign] } } }),
      })),
    }));
    const choice = { all: true, ...managed };
    await record({ machine, folder, choice });
    machine.restart();
    const told = await record({ machine, folder, choice });
    expect([told.outcome, told.steps]).toEqual([
      'stopped',
      [
        'Kaspersky VPN: notRun',
        'Kaspersky: removed',
        'Kaspersky Security Center Network Agent: notRun',
      ],
    ]);
  });

  it('says who is in the way when another run is active, and leaves no empty folder behind', async () => {
    const { folder, machine } = await prepare('clean');
    const held = await acquireRunLock({
      name: `cutover-busy-${process.pid}`,
      runId: '20261128-100000-bbbb',
      platform: process.platform,
      forAdministrators: false,
      pid: 4711,
    });
    const { end } = await tryRun({ machine, folder, lockName: `cutover-busy-${process.pid}` });
    if (held.held) await held.lock.release();
    expect(existsSync(folder.path)).toBe(false);
    expect(end).toMatchObject({
      exit: 'anotherRun',
      code: 'anotherRun',
      message: message('refusal.anotherRun', { run: '20261128-100000-bbbb', process: '4711' }),
      detail: '20261128-100000-bbbb, process 4711',
    });
  });

  it('refuses a journal that is damaged, of another computer, or begun too often', async () => {
    const codes = [];
    for (const spoil of [damage, anotherComputer, wearOut]) {
      const { machine, folder } = await prepare('clean');
      await record({ machine, folder });
      const { end } = await tryRun(await spoil(machine, folder));
      codes.push(end !== 'killed' && end.kind === 'refused' ? [end.code, end.exit] : end);
    }
    expect(codes).toEqual([
      ['journalUnreadable', 'unreadableInput'],
      ['otherMachine', 'unreadableInput'],
      ['tooManyStarts', 'stopped'],
    ]);
  });

  it('ends before the first change when its folder cannot be written', async () => {
    const { machine, folder } = await prepare('family-pc');
    const performed: string[] = [];
    const watched = {
      id: machine.id,
      practice: true,
      inventory: async () => await machine.inventory(),
      close: async () => await machine.close(),
      perform: async (...args: Parameters<PracticeMachine['perform']>) => {
        performed.push(args[0].kind);
        return await machine.perform(...args);
      },
    };
    const full = fullDisk(folder);
    const { end } = await tryRun({ machine: watched, folder: full, choice: managed });
    expect([end, performed]).toMatchObject([
      {
        kind: 'refused',
        exit: 'cannotWrite',
        code: 'cannotWrite',
        detail: 'journal.jsonl: The disk is full.',
      },
      [],
    ]);
  });
});

describe('a dry run', () => {
  it('says what would be removed and changes nothing', async () => {
    const { machine, folder } = await prepare('business');
    const { collectedAt: _before, ...before } = await machine.inventory();
    const told = await record({
      machine,
      folder,
      choice: managed,
      secrets: passwords,
      dryRun: true,
    });
    const { collectedAt: _after, ...after } = await machine.inventory();
    expect([told, after]).toEqual([
      {
        exit: 'success',
        outcome: 'dryRun',
        starts: 1,
        steps: [
          'Kaspersky Endpoint Security for Windows: notRun',
          'Kaspersky Security Center Network Agent: notRun',
        ],
      },
      before,
    ]);
  });
});

describe('a run that a person cancels', () => {
  it.each([
    ['while a product is being removed', 'stepProgress', ['cancelled', 'notRun', 'notRun']],
    ['between two products', 'stepFinished', ['removed', 'notRun', 'notRun']],
    ['before the first product', 'planned', ['notRun', 'notRun', 'notRun']],
  ] as const)('%s, keeps what was done and continues later', async (_words, moment, outcomes) => {
    const { machine, folder } = await prepare('family-pc');
    const cancel = new AbortController();
    const trial = { machine, folder, choice: { all: true, ...managed } };
    const onEvent = ({ kind }: RunEvent) => void (kind === moment && cancel.abort());
    const first = await record({ ...trial, signal: cancel.signal, onEvent });
    const second = await record(trial);
    expect([first.exit, first.steps.map((step) => step.split(': ')[1]), second.exit]).toEqual([
      'cancelled',
      outcomes,
      'restartNeeded',
    ]);
  });
});

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').toString('hex');
}

function damage(machine: PracticeMachine, folder: RunFolder): RunTrial {
  const path = join(folder.path, 'journal.jsonl');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('cleanAndProtected', 'x').replace('"0.1.0"', '"9"'),
  );
  return { machine, folder };
}

async function anotherComputer(_machine: PracticeMachine, folder: RunFolder): Promise<RunTrial> {
  const { machine } = await prepare('home');
  return { machine, folder };
}

/** Killed right after the start, time and again. */
async function wearOut(machine: PracticeMachine, folder: RunFolder): Promise<RunTrial> {
  for (let start = 1; start <= 10; start += 1)
    await tryRun({ machine, folder, kill: { at: 2, how: 'before' } });
  return { machine, folder };
}

/** The disk is full when the first step is to be written down. */
function fullDisk(folder: RunFolder): RunFolder {
  return {
    runId: folder.runId,
    path: folder.path,
    dataFolder: folder.dataFolder,
    discardIfUnused: () => folder.discardIfUnused(),
    openJournal: (clock) => {
      const opened = folder.openJournal(clock);
      if (!opened.ok) return opened;
      const { journal } = opened;
      return {
        ok: true,
        journal: {
          entries: journal.entries,
          close: () => journal.close(),
          append: (fact) => {
            if (fact.kind === 'stepStarted')
              throw new CannotWrite('journal.jsonl', 'The disk is full.');
            journal.append(fact);
          },
        },
      };
    },
    writeInventory: (purpose, inventory) => folder.writeInventory(purpose, inventory),
    readInventory: (purpose) => folder.readInventory(purpose),
    logFile: (name) => folder.logFile(name),
    temporaryFolder: () => folder.temporaryFolder(),
    quarantineFolder: () => '',
    clearTemporary: () => folder.clearTemporary(),
    writeFile: (name, content) => folder.writeFile(name, content),
  };
}
