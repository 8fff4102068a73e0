import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { withPolicy } from '../../../../src/main/cli/flags/with-policy.ts';
import { commandLine } from '../../../../src/main/cli/program.ts';
import type { Policy } from '../../../../src/main/policy/policy.ts';
import {
  flagNames,
  policyFlags,
  type FlagName,
  type Forbiddable,
} from '../../../../src/main/policy/policy-flags.ts';
import { exitCodes, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function policyFile(content: object): string {
  const path = join(folder, 'policy.json');
  writeFileSync(path, JSON.stringify({ format: 'cutover-policy/1', ...content }));
  return path;
}

const cutover = async (args: readonly string[], options?: FakeTerminalOptions) => {
  const terminal = new FakeTerminal(options);
  const code = await runCli([...args, '--data-folder', folder], terminal);
  const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
  return { exit: exit as ExitCodeName, terminal };
};

const program = commandLine(new FakeTerminal(), english, {
  onCommand: () => {},
  onHelp: () => {},
  onEnd: () => {},
});
const governed = program.commands.filter(({ options }) =>
  options.some(({ long }) => long === '--policy'),
);
const commandNamed = (name: string) => {
  const found = governed.find((each) => each.name() === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
};

describe('the flags that a policy may set', () => {
  const chosenByHand = ['policy', 'no-policy', 'practice', 'fast', 'after-restart'];

  it('are those of the commands, but for what chooses a policy or a practice computer, and what Windows says', () => {
    const known = governed.flatMap(({ options }) =>
      options.map(({ long }) => long?.slice(2) ?? ''),
    );
    const wanted = [...new Set(known)].filter((name) => !chosenByHand.includes(name));
    expect([...flagNames].sort()).toEqual(wanted.sort());
  });

  it.each(flagNames)('%s: takes a value where commands want one', (name) => {
    const options = governed.flatMap((command) =>
      command.options.filter(({ long }) => long === `--${name}`),
    );
    expect(new Set(options.map(({ required }) => required))).toEqual(
      new Set([policyFlags[name].kind !== 'switch']),
    );
  });
});

const layer = (
  source: string,
  flags: Readonly<Partial<Record<FlagName, readonly string[] | null>>>,
  ...forbids: readonly Forbiddable[]
): Policy[number] => ({
  source,
  flags: new Map(Object.entries(flags)) as Policy[number]['flags'],
  forbids,
});

const effective = (typed: string, ...policy: Policy) => {
  const argv = typed.split(' ');
  const known = argv.find((arg) => governed.some((command) => command.name() === arg)) ?? '';
  const result = withPolicy(argv, commandNamed(known), policy);
  if (!result.ok) return result.why.id;
  return result.forbidden?.id ?? result.argv.join(' ');
};

describe('arguments with a policy', () => {
  it('get what it sets, where the command knows it', () => {
    const flags = { all: [], ticket: ['T 1'], contract: ['json'] };
    expect(effective('--language de remove --unattended', layer('file', flags))).toBe(
      '--language de remove --all --ticket=T 1 --unattended',
    );
  });

  it('beat the file, which beats Group Policy', () => {
    const file = layer('file', { ticket: ['file'], customer: ['file'] });
    const registry = layer('registry', {
      ticket: ['registry'],
      customer: ['registry'],
      technician: ['registry'],
    });
    expect(effective('remove --ticket typed', file, registry)).toBe(
      'remove --customer=file --technician=registry --ticket typed',
    );
  });

  it.each([
    ['remove --only vpn', 'remove --own-computer --only vpn'],
    ['remove --managed-by-us', 'remove --all --managed-by-us'],
    ['remove', 'remove --all --own-computer'],
  ])('are not joined by another answer to what they answer: %s', (typed, wanted) => {
    expect(effective(typed, layer('file', { all: [], 'own-computer': [] }))).toBe(wanted);
  });

  it('may switch off what Group Policy switches on', () => {
    expect(effective('remove', layer('file', { all: null }), layer('registry', { all: [] }))).toBe(
      'remove',
    );
  });

  it('may leave it out, but not what it forbids', () => {
    const policy = layer('file', { 'dry-run': [] }, '--all');
    expect([
      effective('remove --no-policy', policy),
      effective('remove --no-policy --all', policy),
    ]).toEqual(['remove --no-policy', 'terminal.policyForbids']);
  });

  it('are refused where one of them is forbidden, whoever gave it', () => {
    const forbids = layer('registry', {}, '--all', 'restore');
    expect([
      effective('remove --all', forbids),
      effective('remove', layer('file', { all: [] }), forbids),
      effective('restore X', forbids),
      effective('remove --ticket --all', forbids),
      effective('plan --only vpn', forbids),
    ]).toEqual([
      'terminal.policyForbids',
      'terminal.policyForbids',
      'terminal.policyForbids',
      'remove --ticket --all',
      'plan --only vpn',
    ]);
  });

  it('are refused where the policy gives a flag what it cannot be', () => {
    expect(effective('remove', layer('file', { 'max-runtime': ['never'] }))).toBe('policy.broken');
  });
});

describe('a policy that is named', () => {
  it('decides what is looked up before arguments are parsed, too', async () => {
    const log = join(folder, 'all.log');
    const policy = policyFile({ flags: { json: true, log } });
    const { exit, terminal } = await cutover(['check', '--practice', 'home', '--policy', policy]);
    expect([exit, JSON.parse(terminal.text)]).toMatchObject([
      'success',
      { format: 'cutover-result/1' },
    ]);
  });

  it('has its say in how a refusal of its own is told', async () => {
    const policy = policyFile({ flags: { json: true }, forbid: ['restore'] });
    const { exit, terminal } = await cutover(['restore', 'X', '--policy', policy]);
    expect([exit, JSON.parse(terminal.text)]).toMatchObject([
      'forbidden',
      { name: 'forbidden', rc: 46, failed: true, changed: false },
    ]);
  });

  it('is told with its place and what is wrong in it, and nothing is begun', async () => {
    const { exit, terminal } = await cutover([
      'remove',
      '--practice',
      '--policy',
      policyFile({ flags: { al: true } }),
    ]);
    expect([exit, terminal.errorText]).toEqual([
      'badPolicy',
      expect.stringContaining(`${join(folder, 'policy.json')} cannot be followed`),
    ]);
    expect(terminal.errorText).toContain('"al"');
  });

  it('that is not there is an error', async () => {
    const { exit } = await cutover(['scan', '--practice', '--policy', join(folder, 'none.json')]);
    expect(exit).toBe('badPolicy');
  });

  it('keeps a person from being asked for what is forbidden', async () => {
    const answers = ['y', 'y', 'y', 'y'];
    const asked = async (...args: readonly string[]) => {
      const { terminal } = await cutover(
        ['remove', '--practice', 'defender-off', '--fast', ...args],
        { interactive: true, answers },
      );
      return terminal.questions.some((question) => question.includes('Defender'));
    };
    const policy = policyFile({ forbid: ['--reactivate-defender'] });
    expect([await asked(), await asked('--policy', policy)]).toEqual([true, false]);
  });

  it('has no say in help and in what the program tells about itself', async () => {
    const policy = policyFile({ forbid: ['remove'] });
    const codes = [
      ['remove', '--help', '--policy', policy],
      ['remove', '-h', '--policy', policy],
      ['version'],
    ].map(async (args) => await runCli(args, new FakeTerminal()));
    expect(await Promise.all(codes)).toEqual([0, 0, 0]);
  });

  it.each(['--ticket=version', '--ticket --help', '--ticket -h'])(
    'is not escaped by a value that looks like help: %s',
    async (flag) => {
      const policy = policyFile({ forbid: ['remove'] });
      const args = ['remove', '--practice', '--policy', policy, ...flag.split(' ')];
      expect((await cutover(args)).exit).toBe('forbidden');
    },
  );
});
