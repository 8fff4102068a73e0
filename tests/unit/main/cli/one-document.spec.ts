import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { commandNames } from '../../../../src/main/cli/flags/command-names.ts';
import { exitCodes, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import {
  checkResultSchema,
  protectionResultSchema,
  resultSchema,
  scanResultSchema,
  type Result,
} from '../../../../src/shared/domain/run/result.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-one-document-'));
const path = (name: string) => join(folder, name);
const file = (name: string, content: string) => {
  writeFileSync(path(name), content);
  return path(name);
};
const practice = ['--fast', '--data-folder', path('data'), '--practice'];

const published = z.fromJSONSchema(
  JSON.parse(readFileSync('docs/result.schema.json', 'utf8')) as z.core.JSONSchema.JSONSchema,
);

/** What a command prints with `--json`: one document that follows the published schema, and nothing beside it. */
async function resultOf(
  args: readonly string[],
  options: FakeTerminalOptions = { interactive: true },
): Promise<Result> {
  const terminal = new FakeTerminal(options);
  const code = await runCli([...args, '--json'], terminal);
  const [document = '', ...more] = terminal.output;
  expect([more, terminal.errors, terminal.questions, terminal.statuses]).toEqual([[], [], [], []]);
  const json: unknown = JSON.parse(document);
  published.parse(json);
  const result = z.strictObject(resultSchema.shape).parse(json);
  expect(result.rc).toBe(code);
  return result;
}

/** The same without what a command adds to every answer. */
const endOf = async (...args: readonly string[]) => {
  const { command, name, failed, changed, reboot_required } = await resultOf(args);
  return { command, name, failed, changed, reboot_required };
};

const commands = commandNames.filter((name) => !name.startsWith('-'));
const onMachines = commands.filter(
  (name) => !['schema', 'exit-codes', 'version', 'help'].includes(name),
);
const untouched = { failed: true, changed: false, reboot_required: false };
const refused = (command: string | null, name: ExitCodeName) => ({ command, name, ...untouched });

it.each([
  ['scan', scanResultSchema, 'findings'],
  ['check', checkResultSchema, 'state'],
  ['protection', protectionResultSchema, 'protection'],
] as const)(
  '%s prints what its own schema names, and nothing else',
  async (command, schema, part) => {
    const result = await resultOf([command, ...practice, 'home']);
    const own = await resultOf(['schema', command]);
    const { properties } = z
      .object({ properties: z.record(z.string(), z.unknown()) })
      .parse(own.schema);
    z.strictObject(schema.shape).parse(result);
    expect([Object.keys(properties), result[part] === undefined]).toEqual([
      Object.keys(schema.shape),
      false,
    ]);
  },
);

describe('every command prints one document with --json', () => {
  it.each([
    ['inventory', [...practice, 'clean'], ['inventory']],
    ['inventory', [...practice, 'clean', '--out', path('clean.json')], ['written']],
    ['scan', [...practice, 'home'], ['findings']],
    ['plan', [...practice, 'home'], ['plan']],
    ['protection', [...practice, 'clean'], ['live', 'protection', 'reactivation', 'run', 'steps']],
    ['check', [...practice, 'home'], ['nextAntivirus']],
    ['remove', [...practice, 'clean'], ['folder', 'outcome', 'record']],
    ['remove', [...practice, 'home', '--dry-run'], ['folder', 'outcome', 'record']],
    ['report', [...practice, 'clean'], ['folder', 'runs']],
    ['practice', ['clean', ...practice.slice(0, -1)], ['folder', 'outcome', 'record']],
    ['selftest', [...practice, 'clean'], ['selfTest']],
    ['selftest', [...practice, 'clean', '--out', path('test.json')], ['selfTest', 'written']],
    ['schema', [], ['schemas']],
    ['schema', ['plan'], ['schema']],
    ['exit-codes', [], ['exitCodes']],
    ['version', [], ['formats', 'node', 'platform', 'version']],
    ['help', [], []],
    ['help', ['restore'], []],
  ])('%s %j', async (command, args, adds) => {
    const { format, name, failed, msg, ...result } = await resultOf([command, ...args]);
    const common = ['action', 'changed', 'command', 'rc', 'reboot_required', 'state'];
    expect({ format, command: result.command, name, failed, said: msg !== '' }).toEqual({
      format: 'cutover-result/1',
      command,
      name: 'success',
      failed: false,
      said: true,
    });
    expect(Object.keys(result).toSorted()).toEqual([...common, ...adds].toSorted());
  });

  it('a removal, what goes on after its restart, what takes it back, and its report', async () => {
    const home = [...practice, 'home'];
    const removal = await resultOf(['remove', ...home, '--unattended']);
    const resumed = await resultOf(['resume', ...home, '--unattended']);
    const run = removal.record?.runId ?? '';
    const restored = await resultOf(['restore', run, ...home]);
    const report = await resultOf(['report', run, ...home]);
    const saved = await resultOf(['report', run, ...home, '--out', path('report.json')]);
    expect(
      [removal, resumed, restored, report, saved].map(({ name, changed, reboot_required }) => [
        name,
        changed,
        reboot_required,
      ]),
    ).toEqual([
      ['restartNeeded', true, true],
      ['success', true, false],
      // What was put right hurts again.
      ['dangerFound', true, false],
      ['success', false, false],
      ['success', false, false],
    ]);
    expect([resumed.record?.runId, report.record?.runId, saved.written]).toEqual([
      run,
      run,
      path('report.json'),
    ]);
  });

  it('an inventory that was printed is read again', async () => {
    const { inventory } = await resultOf(['inventory', ...practice, 'home']);
    const printed = file('printed.json', JSON.stringify({ format: 'cutover-result/1', inventory }));
    const fromFile = await resultOf(['scan', '--from', printed]);
    const fromMachine = await resultOf(['scan', ...practice, 'home']);
    expect(fromFile.findings).toEqual(fromMachine.findings);
  });
});

describe('every command answers every refusal with one document', () => {
  beforeAll(() => void file('taken', ''));

  it.each(commands)('%s with an option that there is not', async (command) => {
    expect(await endOf(command, '--bogus')).toEqual(refused(command, 'badArguments'));
  });

  it.each(commands)('%s with a word too many', async (command) => {
    expect(await endOf(command, 'one', 'two')).toEqual(refused(command, 'badArguments'));
  });

  it.each(commands)('%s in a language that nobody speaks', async (command) => {
    const { name, failed } = await resultOf([command, '--language', 'xx']);
    expect([name, failed]).toEqual(['badArguments', true]);
  });

  it.each(onMachines)('%s without the value of an option', async (command) => {
    expect(await endOf(command, '--data-folder')).toEqual(refused(command, 'badArguments'));
  });

  it.each([
    [['restore', ...practice, 'home'], refused('restore', 'badArguments')],
    [['scan', '--practice', 'nowhere'], refused('scan', 'badArguments')],
    [['practice', 'nowhere'], refused('practice', 'badArguments')],
    [['schema', 'nothing'], refused('schema', 'badArguments')],
    [['help', 'nothing'], refused('help', 'badArguments')],
    [['plan', '--practice', '--only', 'windows'], refused('plan', 'badArguments')],
    [['plan', '--practice', '--time-limit', '0'], refused('plan', 'badArguments')],
    [['check', '--practice', '--contract', 'jamf'], refused('check', 'badArguments')],
    [['check', '--practice', '--contract', 'plain'], refused('check', 'badArguments')],
    [['report', '--practice', '--format', 'pdf'], refused('report', 'badArguments')],
    [['remove', '--practice', '--ticket', 'x'.repeat(201)], refused('remove', 'badArguments')],
    [['protection', '--from', 'x', '--live'], refused('protection', 'badArguments')],
    [['inventory', '--from', path('nothing')], refused('inventory', 'unreadableInput')],
    [['scan', '--from', path('nothing')], refused('scan', 'unreadableInput')],
    [['plan', '--from', path('nothing')], refused('plan', 'unreadableInput')],
    [['check', '--from', path('nothing')], refused('check', 'unreadableInput')],
    [['protection', '--from', path('nothing')], refused('protection', 'unreadableInput')],
    [
      ['inventory', ...practice, 'clean', '--out', path('taken/x')],
      refused('inventory', 'cannotWrite'),
    ],
    [
      ['remove', ...practice, 'clean', '--password-file', path('nothing')],
      refused('remove', 'unreadableInput'),
    ],
    [
      ['remove', '--practice', 'clean', '--data-folder', path('taken')],
      refused('remove', 'cannotWrite'),
    ],
    [['resume', '--practice', '--data-folder', path('taken')], refused('resume', 'cannotWrite')],
    [
      ['restore', 'x', '--practice', '--data-folder', path('taken')],
      refused('restore', 'cannotWrite'),
    ],
    [['practice', '--data-folder', path('taken')], refused('practice', 'cannotWrite')],
    [['scan', '--practice', '--data-folder='], refused('scan', 'badArguments')],
    [['remove', ...practice, 'clean', '--password-stdin'], refused('remove', 'passwordMissing')],
    [['remove', ...practice, 'business', '--dry-run'], refused('remove', 'stopped')],
    [['resume', ...practice, 'ultraav'], refused('resume', 'runNotFound')],
    [['restore', '20260101-000000-abcd', ...practice, 'home'], refused('restore', 'runNotFound')],
    [['report', '20260101-000000-abcd', ...practice, 'home'], refused('report', 'runNotFound')],
    [['destroy'], refused(null, 'badArguments')],
    [['destroy', '--practice', 'home'], refused(null, 'badArguments')],
    [['--bogus'], refused(null, 'badArguments')],
    [[], refused(null, 'badArguments')],
  ])('%j', async (args, end) => {
    expect(await endOf(...args)).toEqual(end);
  });

  it('before the command too', async () => {
    const terminal = new FakeTerminal();
    const code = await runCli(['--json', 'check', ...practice, 'clean'], terminal);
    const { name, state } = JSON.parse(terminal.text) as Result;
    expect([code, name, state?.verdict]).toEqual([0, 'success', 'clean']);
  });

  it.each([
    ['remove', true],
    ['clean', true],
    ['scan', false],
  ])('a defect, after which %s may have changed something: %s', async (command, changed) => {
    class Defective extends FakeTerminal {
      override onInterrupt(): () => void {
        throw new Error('a defect');
      }
    }
    const terminal = new Defective();
    const code = await runCli([command, ...practice, 'home', '--json'], terminal);
    const { name, msg, ...result } = JSON.parse(terminal.text) as Result;
    expect([code, name, msg.includes('a defect'), result.failed, result.changed]).toEqual([
      exitCodes.defect.posix,
      'defect',
      true,
      true,
      changed,
    ]);
  });
});
