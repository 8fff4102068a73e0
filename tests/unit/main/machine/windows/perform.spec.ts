import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ActionEvent,
  PerformContext,
  WorkerProcess,
} from '../../../../../src/main/machine/machine.ts';
import { perform } from '../../../../../src/main/machine/windows/perform.ts';
import type {
  LookUp,
  WindowsHere,
} from '../../../../../src/main/machine/windows/perform/by-worker.ts';
import { message, quoted } from '../../../../../src/shared/domain/message.ts';
import type { Action } from '../../../../../src/shared/domain/action.ts';

const fakeWorker = fileURLToPath(
  new URL('../../../../support/fixtures/fake-worker.mjs', import.meta.url),
);
const password = 'Pa55-word';

const removal: Action = {
  kind: 'uninstallMsi',
  productCode: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
  properties: { KLLOGIN: 'KLAdmin' },
  secretProperties: [
    { name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' },
    { name: 'KLUNINSTPASSWD', secret: 'agent', encoding: 'utf16leHex' },
  ],
};
const uninstaller: Action = {
  kind: 'runUninstaller',
  program: 'C:\\Program Files\\Lab\\uninst.exe',
  args: ['/S', 'two words'],
  workingFolder: 'C:\\Program Files\\Lab',
  maker: { signed: true, name: 'Lab' },
};

const noDefender: LookUp = {
  mpCmdRun: () => null,
  variables: () => new Map([['PROGRAMFILES', 'C:\\Program Files']]),
};

const here = { program: process.execPath, env: {}, workingFolder: import.meta.dirname };

let folder: string;
let logFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-perform-'));
  logFile = join(folder, 'msi.log');
});
afterEach(() => rm(folder, { recursive: true }));

interface Case {
  readonly action?: Action;
  readonly context?: Partial<PerformContext>;
  readonly options?: Partial<WindowsHere>;
}

/** What happened, without the moment and the duration. */
async function run(behaviour: string, { action = removal, context, options }: Case = {}) {
  const events: ActionEvent[] = [];
  const { startedAt, durationMs, ...result } = await perform(
    action,
    {
      secrets: { get: (ref) => (ref === 'kaspersky' ? password : undefined) },
      timeLimitMs: 20_000,
      logFile,
      temporaryFolder: folder,
      quarantineFolder: () => '',
      signal: new AbortController().signal,
      onEvent: (event) => events.push(event),
      remember: () => undefined,
      ...context,
    },
    {
      launch: () => ({ ...here, args: [fakeWorker, behaviour] }),
      lookUp: noDefender,
      queueMs: 0,
      ...options,
    },
  );
  expect(new Date(startedAt).toISOString()).toBe(startedAt);
  expect(durationMs).toBeGreaterThanOrEqual(0);
  return { result, events };
}

const command =
  'msiexec.exe /x {C9EF800D-54AA-4F60-AB96-5A3966550F53} /qn REBOOT="ReallySuppress" KLLOGIN="KLAdmin" KLPASSWD=********';

describe('perform', () => {
  it('starts no worker for an uninstaller outside the Program Files of this Windows', async () => {
    const program = 'D:\\Program Files\\Lab\\uninst.exe';
    const { result } = await run('done', { action: { ...uninstaller, program } as Action });
    expect([result.ended, result.message, result.killedProcesses]).toEqual([
      'couldNotStart',
      [message('refused.outsidePrograms', { program })],
      [],
    ]);
  });

  it('gives back what the worker found, and passes its events on', async () => {
    const { result, events } = await run('done');
    expect({ result, events }).toEqual({
      result: {
        ended: 'exited',
        exitCode: 3010,
        message: [],
        said: null,
        undone: false,
        passwordNamed: false,
        killedProcesses: ['x.exe'],
        command,
        logFile: null,
      },
      events: [
        { kind: 'progress', fraction: 0.25, text: 'Removing files' },
        { kind: 'waiting', waitingFor: quoted('Un.exe'), elapsedMs: expect.any(Number) },
      ],
    });
  });

  it('tells which process does the work, and what it waits for where an earlier one is still at it', async () => {
    const workers: WorkerProcess[] = [];
    const onWorker = (worker: WorkerProcess) => workers.push(worker);
    const earlierWork = quoted('an earlier one');
    const { events } = await run('queued', { context: { onWorker, earlierWork } });
    const unnamed = await run('queued');
    expect([events, unnamed.events]).toMatchObject([
      [{ kind: 'waiting', waitingFor: earlierWork }],
      [{ kind: 'waiting', waitingFor: message('waiting.earlierUninstaller') }],
    ]);
    expect(workers).toEqual([{ pid: expect.any(Number), startedAt: expect.any(String) }]);
  });

  it('hands a secret over on standard input only, and leaves out a property without one', async () => {
    const { result } = await run('tell');
    expect(JSON.parse(result.said ?? '')).toEqual({
      request: {
        productCode: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
        properties: { KLLOGIN: 'KLAdmin' },
        secretProperties: [{ name: 'KLPASSWD', value: '********', encoding: 'plain' }],
        passwordProperties: ['KLPASSWD', 'KLUNINSTPASSWD'],
        logFile,
        timeLimitMs: 20_000,
      },
      args: ['tell'],
      env: [],
    });
  });

  it('calls a worker that breaks down crashed, and hides the secret in its last words', async () => {
    const { result } = await run('crash');
    expect(result).toEqual({
      ended: 'crashed',
      exitCode: null,
      message: [
        message('worker.brokeDown', {
          why: message('worker.endedSaying', {
            code: '7',
            said: 'Error: could not use [{"name":"KLPASSWD","value":"********","encoding":"plain"}]',
          }),
        }),
        message('removal.maybeByHalf'),
      ],
      said: null,
      undone: false,
      passwordNamed: false,
      killedProcesses: [],
      command,
      logFile: null,
    });
  });

  it('calls a worker that leaves without a result crashed, even with code 0', async () => {
    expect((await run('leave')).result.ended).toBe('crashed');
  });

  it('cleans the log of a worker that could not do it any more', async () => {
    await writeFile(logFile, `KLPASSWD=${password};`, 'utf16le');
    const { result } = await run('leave');
    expect([result.logFile, await readFile(logFile, 'utf16le')]).toEqual([
      logFile,
      `KLPASSWD=${'*'.repeat(password.length)};`,
    ]);
  });

  it('passes over everything that does not follow the protocol', async () => {
    const { result, events } = await run('garbage');
    expect([result.ended, result.exitCode, events]).toEqual(['exited', 5, []]);
  });

  it('gives a sign of life while the worker is silent', async () => {
    const { result, events } = await run('silent', {
      action: uninstaller,
      options: { heartbeatMs: 50 },
    });
    expect(events.length).toBeGreaterThan(2);
    expect([
      result.ended,
      events.filter(
        (e) => e.kind !== 'waiting' || !isDeepStrictEqual(e.waitingFor, quoted('uninst.exe')),
      ),
    ]).toEqual(['exited', []]);
  });

  it('asks the worker to stop when the person cancels', async () => {
    const cancelling = new AbortController();
    const { result } = await run('obey', {
      context: { signal: cancelling.signal, onEvent: () => cancelling.abort() },
    });
    expect([result.ended, result.message]).toEqual(['cancelled', []]);
  });

  it('leaves a worker that does not stop after a while, and says that the work may go on', async () => {
    const cancelling = new AbortController();
    setTimeout(() => cancelling.abort(), 100);
    const { result } = await run('hang', {
      context: { signal: cancelling.signal },
      options: { gracefulEndMs: 200 },
    });
    expect([result.ended, result.message]).toEqual([
      'cancelled',
      [message('removal.goesOn.uninstallMsi')],
    ]);
  });

  it('starts nothing when it was cancelled before', async () => {
    const { result } = await run('crash', { context: { signal: AbortSignal.abort() } });
    expect([result.ended, result.message]).toEqual(['cancelled', []]);
  });

  it('ends a worker that goes on after its time limit', async () => {
    const { result } = await run('hang', {
      context: { timeLimitMs: 200 },
      options: { gracefulEndMs: 100 },
    });
    expect([result.ended, result.exitCode]).toEqual(['timedOut', null]);
  });

  it('says what was last seen of an uninstaller whose worker had to be ended, without secrets, unless it moved after that', async () => {
    const soonOver = { context: { timeLimitMs: 2_500 }, options: { gracefulEndMs: 0 } };
    const kinds = ['window', 'windowThatWent', 'secretWindow'];
    const [late, moved, secret] = await Promise.all(kinds.map((kind) => run(kind, soonOver)));
    const values = { program: 'uninst.exe', title: 'Sure?' };
    const goesOn = message('removal.goesOn.uninstallMsi');
    const waitingFor = message('doing.window.unseen', values);
    expect([late?.events, late?.result.message, moved?.result.message]).toEqual([
      [{ kind: 'waiting', waitingFor, elapsedMs: expect.any(Number) }],
      [message('did.window.unseen', values), goesOn],
      [goesOn],
    ]);
    const told = JSON.stringify([secret?.result.message, secret?.events]);
    expect([told.includes('a.exe'), told.includes(password)]).toEqual([true, false]);
  });

  it('keeps a result although the worker does not leave', async () => {
    const { result } = await run('stay', { options: { leavingMs: 100 } });
    expect([result.ended, result.exitCode]).toEqual(['exited', 1]);
  });

  it('says so when the worker cannot be started', async () => {
    const { result } = await run('', {
      action: uninstaller,
      options: { launch: () => ({ ...here, program: join(folder, 'missing'), args: [] }) },
    });
    expect(result).toEqual({
      ended: 'couldNotStart',
      exitCode: null,
      message: [{ id: 'worker.notStarted', values: { why: expect.anything() } }],
      said: null,
      undone: false,
      passwordNamed: false,
      killedProcesses: [],
      command: '"C:\\Program Files\\Lab\\uninst.exe" /S "two words"',
      logFile: null,
    });
  });

  it('changes a switch of Defender without a worker, and refuses what is not Defender', async () => {
    const action: Action = { kind: 'startService', name: 'Spooler' };
    const { result } = await run('done', { action });
    expect(result).toEqual({
      ended: 'couldNotStart',
      exitCode: null,
      message: [message('refused.notDefender', { what: 'Spooler' })],
      said: null,
      undone: false,
      passwordNamed: false,
      command: '"sc.exe" start Spooler',
      logFile: null,
      killedProcesses: [],
    });
  });

  it('says what is missing when Defender cannot update its signatures', async () => {
    const action: Action = { kind: 'updateDefenderSignatures' };
    const { result } = await run('done', { action, options: { lookUp: noDefender } });
    expect([result.ended, result.message]).toEqual([
      'couldNotStart',
      [message('update.noMpCmdRun')],
    ]);
  });
});
