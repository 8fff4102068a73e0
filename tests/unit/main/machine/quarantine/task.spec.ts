import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTask } from '../../../../../src/main/machine/formats/task/parse-task.ts';
import { quarantineTask, returnTask } from '../../../../../src/main/machine/quarantine/task.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  QuarantineBench,
  TaskAsItIs,
  TaskControl,
} from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { ActionOf, Before } from '../../../../../src/shared/domain/action.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const path = '\\Vendor\\Launcher';
const program = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19\\up.exe';
const system = '<UserId>S-1-5-18</UserId>';
const access = 'O:BAG:BAD:P(A;;FA;;;SY)';

const exec = (command: string) => `<Exec><Command>${command}</Command></Exec>`;
const xmlOf = (actions: string, principal = system) =>
  `<Task><Principals><Principal>${principal}</Principal></Principals><Actions>${actions}</Actions></Task>`;
const ours: TaskAsItIs = { xml: xmlOf(exec(program)), access };

interface Facts {
  readonly files?: readonly string[];
  /** What the scheduler says where it is not what the file says. */
  readonly meanwhile?: string;
  readonly dropFails?: number;
}

/** A scheduler with its tasks, beside a disk. */
class Scheduler implements TaskControl {
  readonly tasks = new Map<string, TaskAsItIs>();
  readonly changes: string[] = [];
  readonly #facts: Facts;
  #quarantine = '';

  constructor(task: TaskAsItIs | null, facts: Facts = {}) {
    this.#facts = facts;
    if (task !== null) this.tasks.set(path, task);
  }

  parse = (at: string, { xml }: TaskAsItIs) => parseTask(at, xml);
  at = (at: string) => {
    const task = this.tasks.get(at);
    return { value: task === undefined ? null : this.parse(at, task) };
  };
  read = async (at: string) => {
    const task = this.tasks.get(at);
    if (task === undefined) return await Promise.resolve({ code: 0x80070002 });
    const xml = this.#facts.meanwhile ?? task.xml;
    return { value: { xml, access: task.access } };
  };
  drop = async (at: string) => {
    if (this.#facts.dropFails !== undefined) return await Promise.resolve(this.#facts.dropFails);
    this.changes.push(`drop ${at}`);
    this.tasks.delete(at);
    return 0;
  };
  put = async (at: string, task: TaskAsItIs) => {
    this.changes.push(`put ${at}`);
    this.tasks.set(at, { xml: task.xml, access: task.access });
    return await Promise.resolve(0);
  };

  async run(action: ActionOf<'quarantineTask' | 'returnTask'>) {
    let remembered: Before | null = null;
    const performer = (action.kind === 'quarantineTask' ? quarantineTask : returnTask) as Performer<
      typeof action,
      QuarantineBench
    >;
    const here = {
      tasks: this,
      keys: { expanded: (text: string) => text.replace('%Programs%', 'C:\\Program Files (x86)') },
      folders: {
        places: () => ['C:\\Program Files (x86)'],
        look: (each: string) => ({
          value: this.#facts.files?.includes(each) === true ? 'file' : null,
        }),
      },
      describeError: String,
    } as unknown as QuarantineBench;
    const context = {
      quarantineFolder: () => (this.#quarantine ||= temporaryFolder()),
      signal: new AbortController().signal,
      remember: (before: Before) => {
        remembered = before;
      },
    };
    const performed = await carryOut(performer, action, context as never, here);
    const before = remembered as Before | null;
    const kept = before?.kind === 'keptTask' ? before.kept : '';
    return { exitCode: performed.exitCode, why: performed.message?.map(({ id }) => id), kept };
  }

  async take(at = path) {
    return await this.run({ kind: 'quarantineTask', path: at });
  }

  async bring(kept: string, at = path) {
    return await this.run({ kind: 'returnTask', path: at, kept });
  }
}

describe('a task of the vendor that starts nothing any more', () => {
  it.each([
    ['for the system', xmlOf(exec(program))],
    ['in quotation marks', xmlOf(exec(`"${program}"`))],
    ['behind a variable', xmlOf(exec(program.replace('C:\\Program Files (x86)', '%Programs%')))],
    ['for a group', xmlOf(exec(program), '<GroupId>S-1-5-32-545</GroupId>')],
    [
      'for whoever is signed in',
      xmlOf(exec(program), '<UserId>PC\\Ana</UserId><LogonType>InteractiveToken</LogonType>'),
    ],
  ])('%s goes, and comes back with who may change it', async (_, xml) => {
    const scheduler = new Scheduler({ xml, access });
    const { kept } = await scheduler.take();
    const left = scheduler.tasks.size;
    const { exitCode } = await scheduler.bring(kept);
    expect([left, exitCode, scheduler.tasks.get(path), existsSync(kept)]).toEqual([
      0,
      0,
      { xml, access },
      false,
    ]);
  });

  it('is kept before it goes, also when it cannot go', async () => {
    const scheduler = new Scheduler(ours, { dropFails: 0x80070005 });
    const { exitCode, kept } = await scheduler.take();
    expect([exitCode, existsSync(kept), scheduler.tasks.size]).toEqual([0x80070005, true, 1]);
  });

  it('is gone where the scheduler has none of its name', async () => {
    expect((await new Scheduler(null).take()).exitCode).toBe(0);
  });

  it('is not made over one that somebody else has made, and is made once', async () => {
    const scheduler = new Scheduler(ours);
    const { kept } = await scheduler.take();
    scheduler.tasks.set(path, { xml: xmlOf(exec('C:\\Acme\\a.exe')), access });
    const taken = await scheduler.bring(kept);
    // A run that was killed after it made the task.
    scheduler.tasks.set(path, ours);
    const again = await scheduler.bring(kept);
    const lost = await scheduler.bring(kept);
    expect([taken.why, again.exitCode, lost.why, scheduler.changes]).toEqual([
      ['refused.placeTaken'],
      0,
      ['refused.notKept'],
      [`drop ${path}`],
    ]);
  });
});

describe('what is left alone', () => {
  const person = (logon: string) =>
    xmlOf(exec(program), `<UserId>PC\\Ana</UserId><LogonType>${logon}</LogonType>`);
  const foreign = xmlOf(exec('C:\\Acme\\a.exe'));
  it.each<[string, string, Facts, string]>([
    ['a task of another maker', foreign, {}, 'refused.notAVendorTask'],
    [
      'one that starts another maker’s program too',
      xmlOf(exec(program) + exec('C:\\Acme\\a.exe')),
      {},
      'refused.notAVendorTask',
    ],
    [
      'one that does more',
      xmlOf(`${exec(program)}<ComHandler><ClassId>{0}</ClassId></ComHandler>`),
      {},
      'refused.notAVendorTask',
    ],
    ['one that starts nothing', xmlOf(''), {}, 'refused.notAVendorTask'],
    [
      'one through a shell',
      xmlOf(`<Exec><Command>cmd.exe</Command><Arguments>/c "${program}"</Arguments></Exec>`),
      {},
      'refused.notAVendorTask',
    ],
    [
      'a folder that only looks like the vendor’s',
      xmlOf(exec('C:\\Program Files (x86)\\Kaspersky Lab Fans\\a.exe')),
      {},
      'refused.notAVendorTask',
    ],
    [
      'a way out of the folder of the vendor',
      xmlOf(exec('C:\\Program Files (x86)\\Kaspersky Lab\\..\\Acme\\a.exe')),
      {},
      'refused.notAVendorTask',
    ],
    ['one whose program is there', ours.xml, { files: [program] }, 'refused.taskWorks'],
    ['one with a stored password', person('Password'), {}, 'refused.passwordStored'],
    ['one that borrows a person', person('S4U'), {}, 'refused.passwordStored'],
    [
      'one that became another maker’s meanwhile',
      ours.xml,
      { meanwhile: foreign },
      'refused.notAVendorTask',
    ],
  ])('%s', async (_, xml, facts, why) => {
    const scheduler = new Scheduler({ xml, access }, facts);
    const taken = await scheduler.take();
    expect([taken.why, scheduler.changes, scheduler.tasks.size]).toEqual([[why], [], 1]);
  });

  it.each([
    '\\Microsoft\\Windows\\Defrag\\ScheduledDefrag',
    '\\microsoft\\x',
    'Launcher',
    '\\',
    '\\a\\\\b',
    '\\..\\x',
    '\\a\\x. ',
    '\\a/b',
    '',
  ])('the path %s', async (at) => {
    const scheduler = new Scheduler(null);
    scheduler.tasks.set(at, ours);
    const { kept } = await new Scheduler(ours).take();
    expect([
      (await scheduler.take(at)).why,
      (await scheduler.bring(kept, at)).why,
      scheduler.changes,
    ]).toEqual([['refused.notAVendorTask'], ['refused.notAVendorTask'], []]);
  });
});
