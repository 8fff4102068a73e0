import { describe, expect, it } from 'vitest';
import { parseTask } from '../../../../../../src/main/machine/formats/task/parse-task.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  ContinuationTask,
  RestartBench,
  RestartControl,
} from '../../../../../../src/main/machine/windows/perform/restart-control.ts';
import { performers } from '../../../../../../src/main/machine/windows/performers.ts';
import { continuationTask } from '../../../../../../src/main/machine/windows/restart/continuation-task.ts';
import type {
  ActionOf,
  Before,
  RestartAction,
} from '../../../../../../src/shared/domain/action.ts';

const runId = '20261128-120000-abcd';
const program = 'C:\\Program Files\\Cutover\\bin\\cutover.exe';
const args = ['resume', runId, '--after-restart'];
const name = `Cutover-resume-${runId}`;
const ours = `resume ${runId} --after-restart --unattended`;

const register: ActionOf<'registerContinuation'> = {
  kind: 'registerContinuation',
  runId,
  args,
  program,
  when: 'startUp',
};
const unregister: RestartAction = { kind: 'unregisterContinuation', runId, args };

interface Facts {
  readonly tasks?: Readonly<Record<string, string>>;
  readonly runOnce?: Readonly<Record<string, string>>;
  readonly taskCode?: number;
  readonly runOnceCode?: number;
  readonly changeable?: string;
}

/** Performs on a computer with tasks by their arguments, and with what runs once. */
async function performed(action: RestartAction, facts: Facts = {}) {
  const tasks = new Map(Object.entries(facts.tasks ?? {}));
  const runOnce = new Map(Object.entries(facts.runOnce ?? {}));
  const made: ContinuationTask[] = [];
  const asked: unknown[] = [];
  const remembered: Before[] = [];
  const restarts: RestartControl = {
    task(each) {
      const found = tasks.get(each);
      return { value: found === undefined ? null : [{ arguments: found }] };
    },
    async putTask(task) {
      const code = await Promise.resolve(facts.taskCode ?? 0);
      if (code === 0) {
        made.push(task);
        tasks.set(task.name, task.args.join(' '));
      }
      return code;
    },
    dropTask: async (each) => await Promise.resolve(tasks.delete(each) ? 0 : 2),
    runOnce: (each) => ({ value: runOnce.get(each) ?? null }),
    putRunOnce(each, command) {
      if (facts.runOnceCode === undefined) runOnce.set(each, command);
      return facts.runOnceCode ?? 0;
    },
    dropRunOnce: (each) => (runOnce.delete(each) ? 0 : 2),
    changeablePart: () => facts.changeable ?? null,
    restart(wish) {
      asked.push(wish);
      return 0;
    },
    isPractice: false,
  };
  const performer = performers[action.kind] as unknown as Performer<RestartAction, RestartBench>;
  const end = await carryOut(
    performer,
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile: '',
      temporaryFolder: '',
      quarantineFolder: () => '',
      signal: new AbortController().signal,
      onEvent: () => undefined,
      remember: (before) => remembered.push(before),
    },
    { restarts, describeError: (code) => `error ${code}` },
  );
  const said = (end.message ?? []).map(({ id }) => id);
  return {
    end: [end.ended, end.exitCode, said],
    tasks: Object.fromEntries(tasks),
    runOnce: Object.fromEntries(runOnce),
    remembered,
    made,
    asked,
  };
}

const others = {
  tasks: { OneDrive: '/background', 'Cutover-resume-20260101-000000-zzzz': 'resume other' },
  runOnce: { '!Setup': '"C:\\setup.exe" /resume' },
};

describe('registering what goes on with a run', () => {
  it('makes a task and leaves every other one', async () => {
    const { end, tasks, runOnce, remembered } = await performed(register, others);
    expect({ end, tasks, runOnce, remembered }).toEqual({
      end: ['exited', 0, ['continuation.registered.startUp']],
      tasks: { ...others.tasks, [name]: ours },
      runOnce: others.runOnce,
      remembered: [{ kind: 'continuation', registered: [] }],
    });
  });

  it('takes what runs once where no task can be made', async () => {
    const { end, tasks, runOnce } = await performed(register, { ...others, taskCode: 0x80040154 });
    expect({ end, tasks, runOnce }).toEqual({
      end: ['exited', 0, ['continuation.registered.runOnce']],
      tasks: others.tasks,
      runOnce: { ...others.runOnce, [`!${name}`]: `"${program}" ${ours}` },
    });
  });

  it.each([
    ['neither can be made', { taskCode: 5, runOnceCode: 5 }, register],
    [
      'the command is longer than what runs once may be',
      { taskCode: 5 },
      { ...register, args: [...args, '--data-folder', `D:\\${'long\\'.repeat(50)}`] },
    ],
  ] as const)('fails with what Windows said of the task where %s', async (_why, facts, action) => {
    const { end, tasks, runOnce } = await performed(action, facts);
    expect([end, tasks, runOnce]).toEqual([['exited', 5, []], {}, {}]);
  });

  it.each([
    [
      'its program lies where others may write',
      { changeable: 'C:\\Tools' },
      'refused.continuationUnsafe',
    ],
    [
      'a task of its name starts something else',
      { tasks: { [name]: '/evil' } },
      'refused.continuationForeign',
    ],
    [
      'a task of its name goes on with another folder',
      { tasks: { [name]: `${ours} --data-folder D:\\x` } },
      'refused.continuationForeign',
    ],
    [
      'a value of its name starts something else',
      { runOnce: { [`!${name}`]: '"C:\\x.exe"' } },
      'refused.continuationForeign',
    ],
  ] as const)('refuses where %s', async (_why, facts, id) => {
    const { end, tasks, runOnce, remembered } = await performed(register, facts);
    expect({ end, tasks, runOnce, remembered }).toEqual({
      end: ['couldNotStart', undefined, [id]],
      tasks: {},
      runOnce: {},
      ...facts,
      ...('changeable' in facts ? { changeable: undefined } : {}),
      remembered: [],
    });
  });

  it('is the same once more where it stands already', async () => {
    const { end, tasks } = await performed(register, { tasks: { [name]: ours } });
    expect([end, tasks]).toEqual([
      ['exited', 0, ['continuation.registered.startUp']],
      { [name]: ours },
    ]);
  });
});

describe('taking it away', () => {
  it('takes it from both places, and nothing else', async () => {
    const { end, tasks, runOnce, remembered } = await performed(unregister, {
      tasks: { ...others.tasks, [name]: ours },
      runOnce: { ...others.runOnce, [`!${name}`]: `"C:\\moved\\cutover.exe" ${args.join(' ')}` },
    });
    expect({ end, tasks, runOnce, remembered }).toEqual({
      end: ['exited', 0, ['continuation.unregistered']],
      ...others,
      remembered: [{ kind: 'continuation', registered: ['task', 'runOnce'] }],
    });
  });

  it('is done where nothing stands', async () => {
    const { end, tasks, runOnce } = await performed(unregister, others);
    expect([end, tasks, runOnce]).toEqual([
      ['exited', 0, ['continuation.unregistered']],
      others.tasks,
      others.runOnce,
    ]);
  });

  it('leaves what has its name and starts something else', async () => {
    const foreign = { tasks: { [name]: 'resume other --after-restart' } };
    const { end, tasks } = await performed(unregister, foreign);
    expect([end, tasks]).toEqual([
      ['couldNotStart', undefined, ['refused.continuationForeign']],
      foreign.tasks,
    ]);
  });
});

it('has Windows restart after the announcement, and forces nobody unless told to', async () => {
  const action = {
    kind: 'restartComputer',
    delaySeconds: 90,
    message: 'Save!',
    force: false,
  } as const;
  const { end, asked } = await performed(action);
  expect([end, asked]).toEqual([
    ['exited', 0, ['restart.started']],
    [{ delaySeconds: 90, message: 'Save!', force: false }],
  ]);
});

describe('the task', () => {
  const now = new Date('2026-12-15T10:00:00.000Z');
  it.each([
    ['startUp', 'BootTrigger', '<UserId>S-1-5-18</UserId>', `${args.join(' ')} --unattended`],
    ['signIn', 'LogonTrigger', '<GroupId>S-1-5-32-544</GroupId>', args.join(' ')],
  ] as const)('of %s', (when, trigger, who, started) => {
    const { xml } = continuationTask({ ...register, when }, now);
    expect(parseTask(`\\${name}`, xml)).toMatchObject({
      path: `\\${name}`,
      author: 'Cutover',
      actions: [{ execute: program, arguments: started }],
    });
    for (const part of [
      `<${trigger}>`,
      who,
      '<RunLevel>HighestAvailable</RunLevel>',
      '<EndBoundary>2027-01-14T10:00:00Z</EndBoundary>',
      '<DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter>',
      '<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
      '<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    ])
      expect(xml).toContain(part);
  });

  it('takes no notation from a folder', () => {
    const folder = 'D:\\a & b\\<c>';
    const { xml } = continuationTask(
      { ...register, args: [...args, '--data-folder', folder] },
      now,
    );
    expect(parseTask('', xml).actions).toEqual([
      { execute: program, arguments: `${args.join(' ')} --data-folder "${folder}" --unattended` },
    ]);
  });
});
