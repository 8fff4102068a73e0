import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import { createRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import type { RunRecord } from '../../../../src/shared/domain/run/record.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import type { RunEvent } from '../../../../src/shared/domain/run/run-event.ts';
import { tryRun, type RunTrial } from '../../../support/killable-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

async function prepare(id: string) {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  const data = temporaryFolder();
  const folder = createRunFolder(runsIn(data), systemClock);
  const machine = await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
  return { machine, folder };
}

async function end(trial: RunTrial) {
  const ended = (await tryRun(trial)).end;
  if (ended === 'killed' || ended.kind !== 'ended') throw new Error(JSON.stringify(ended));
  return ended;
}

function reactivated(record: RunRecord): readonly string[] {
  const taken = stepsTaken(record).filter(({ step }) => step.phase === 'reactivate');
  return taken.map(({ result }) => result.outcome);
}

describe('a run after which nothing protects', () => {
  it('says so with its own exit code, and measures that the gap goes on', async () => {
    const { machine, folder } = await prepare('defender-off');
    const { exit, record } = await end({ machine, folder });
    const { protectionGap } = record;
    expect({
      exit,
      reactivated: reactivated(record),
      began: protectionGap !== null,
      to: protectionGap?.to,
    }).toEqual({
      exit: 'notProtected',
      reactivated: [],
      began: true,
      to: null,
    });
  });

  it('brings Microsoft Defender back where that was allowed, and measures the gap', async () => {
    const { machine, folder } = await prepare('defender-off');
    const { exit, record } = await end({
      machine,
      folder,
      choice: { phases: ['remove', 'reactivate'] },
    });
    const read = readJournal(join(folder.path, 'journal.jsonl'));
    const kinds = read.ok ? read.entries.map(({ fact }) => fact.kind) : [];
    expect({
      exit,
      verdict: record.protection?.verdict,
      done: reactivated(record),
      measured: (record.protectionGap?.seconds ?? -1) >= 0,
      journal: kinds.filter((kind) => kind === 'stepEnded').length,
    }).toEqual({
      exit: 'dangerFound',
      verdict: 'protected',
      done: ['done', 'done', 'done', 'done', 'done'],
      measured: true,
      journal: 6,
    });
  });

  it('does not begin at all where a replacement is required', async () => {
    const { machine, folder } = await prepare('defender-off');
    const { exit, record } = await end({ machine, folder, choice: { requireReplacement: true } });
    expect([exit, record.steps.map(({ outcome }) => outcome), record.protectionGap]).toEqual([
      'stopped',
      ['notRun'],
      null,
    ]);
  });

  it('begins where Microsoft Defender will return, although a replacement is required', async () => {
    const { machine, folder } = await prepare('home');
    const { exit } = await end({ machine, folder, choice: { requireReplacement: true } });
    expect(exit).toBe('restartNeeded');
  });

  it('waits for the replacement as long as it may, and no longer', async () => {
    const { machine, folder } = await prepare('defender-off');
    const waits: number[] = [];
    const events: RunEvent['kind'][] = [];
    const sleep = async (ms: number) => await Promise.resolve(void waits.push(ms));
    const protectionWait = { everyMs: 5000, limitMs: 20_000, sleep };
    await end({ machine, folder, protectionWait, onEvent: ({ kind }) => void events.push(kind) });
    const awaited = events.filter((kind) => kind === 'protectionAwaited').length;
    expect([waits, awaited]).toEqual([[5000, 5000, 5000, 5000], 4]);
  });

  it.each([
    ['long ago', 3600, 'running', 4],
    ['a minute ago', 60, 'running', 60],
    ['a minute ago, and the Security Center has not yet', 60, 'stopped', 108],
  ] as const)(
    'gives what protects its time where Windows was started %s',
    async (_when, seconds, center, expected) => {
      const { machine, folder } = await prepare('defender-off');
      const read = machine.inventory.bind(machine);
      machine.inventory = async (request) => {
        const inventory = await read(request);
        const bootedAt = new Date(Date.parse(inventory.collectedAt) - seconds * 1000).toISOString();
        const items = inventory.services.items.map((service) =>
          service.name.toLowerCase() === 'wscsvc' ? { ...service, state: center } : service,
        );
        const services = { ...inventory.services, items };
        return { ...inventory, services, machine: { ...inventory.machine, bootedAt } };
      };
      let [ticks, waits] = [0, 0];
      const clock = { now: () => new Date(), ticks: () => ticks };
      const sleep = async (ms: number) => {
        [ticks, waits] = [ticks + ms, waits + 1];
        await Promise.resolve();
      };
      const protectionWait = { everyMs: 5000, limitMs: 20_000, afterStartMs: 300_000, sleep };
      await end({ machine, folder, clock, protectionWait });
      expect(waits).toBe(expected);
    },
  );

  it('waits as long when somebody puts the clock of the computer on meanwhile', async () => {
    const { machine, folder } = await prepare('defender-off');
    let [hours, ticks, waits] = [0, 0, 0];
    const clock = { now: () => new Date(Date.UTC(2026, 10, 23, hours)), ticks: () => ticks };
    const sleep = async (ms: number) => {
      [hours, ticks, waits] = [hours + 1, ticks + ms, waits + 1];
      await Promise.resolve();
    };
    await end({
      machine,
      folder,
      clock,
      protectionWait: { everyMs: 5000, limitMs: 20_000, sleep },
    });
    expect(waits).toBe(4);
  });

  it('is protected when the replacement comes up while it waits', async () => {
    const { machine, folder } = await prepare('defender-off');
    const sleep = async () => {
      for (const action of [
        {
          kind: 'removeRegistryValue',
          key: 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection',
          name: 'DisableRealtimeMonitoring',
          expectedData: 1,
        },
        { kind: 'setServiceStart', name: 'WinDefend', start: 'auto', expected: 'disabled' },
        { kind: 'startService', name: 'WinDefend' },
      ] as const) {
        await machine.perform(action, {
          secrets: { get: () => undefined },
          timeLimitMs: 1,
          logFile: join(folder.path, 'log'),
          temporaryFolder: folder.path,
          quarantineFolder: () => '',
          signal: new AbortController().signal,
          onEvent: () => undefined,
          remember: () => undefined,
        });
      }
    };
    const protectionWait = { everyMs: 5000, limitMs: 20_000, sleep };
    const { exit, record } = await end({ machine, folder, protectionWait });
    expect([exit, record.protection?.verdict]).toEqual(['success', 'protected']);
  });

  it('does not wait where a restart has to come first', async () => {
    const { machine, folder } = await prepare('home');
    const events: RunEvent['kind'][] = [];
    await end({ machine, folder, onEvent: ({ kind }) => void events.push(kind) });
    expect(events).not.toContain('protectionAwaited');
  });

  it('measures the gap across a restart', async () => {
    const { machine, folder } = await prepare('home');
    const before = (await end({ machine, folder })).record.protectionGap;
    machine.restart();
    const after = (await end({ machine, folder })).record.protectionGap;
    expect({
      open: before?.to,
      sameStart: after?.from === before?.from,
      closed: typeof after?.seconds,
    }).toEqual({ open: null, sameStart: true, closed: 'number' });
  });
});
