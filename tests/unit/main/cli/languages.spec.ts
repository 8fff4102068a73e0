import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { commandNames } from '../../../../src/main/cli/flags/command-names.ts';
import { languageOf } from '../../../../src/main/cli/language.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const cutover = async (args: readonly string[], options?: FakeTerminalOptions) => {
  const terminal = new FakeTerminal(options);
  const code = await runCli(args, terminal);
  const text = [terminal.text, ...terminal.questions, terminal.errorText].join('\n');
  // Intl does not know the pseudo language and joins its lists in English.
  return { code, text: args.includes('en-XA') ? text.replaceAll(/,?\sand\s/g, ', ') : text };
};

/** The names of products in a JSON document, the long ones first, as one may be part of another. */
const namesIn = (json: string): readonly string[] => {
  const found: string[] = [];
  JSON.parse(json, (key, value: unknown) => {
    if (key === 'name' && typeof value === 'string') found.push(value);
    return value;
  });
  return found.map(oneLine).sort((one, other) => other.length - one.length);
};

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Words that no other of our languages knows. */
const functionWords =
  /\b(the|were|with|this|that|will|has|have|from|its|by|been|they|you|your|which|because|nothing|still|does|not|and|of|is|are|be|could|to|after|before)\b/;

/** Flags, commands, paths and names, those that Windows gives its modes too, are the same in every language. */
const sameEverywhere = /--[\w-]+|`[^`]*`|\/\S+|Not running/g;

/** Where English function words are left once the names of products are taken away. */
const englishIn = (text: string, names: readonly string[] = []): readonly string[] => {
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), oneLine(text));
  const around = new RegExp(`.{0,30}${functionWords.source}.{0,30}`, 'gi');
  return rest.replaceAll(sameEverywhere, '').match(around) ?? [];
};

const foreign = ['de', 'fr', 'en-XA'] as const;
const commands = commandNames.filter((name) => !name.startsWith('-'));

describe.each(foreign)('the command line in %s', (language) => {
  const named = ['--language', language];

  it('has no English in its help', async () => {
    const helps = [[], ...commands.map((name) => [name])].map(
      async (command) => (await cutover([...command, '--help', ...named])).text,
    );
    expect((await Promise.all(helps)).flatMap((text) => englishIn(text))).toEqual([]);
  });

  it.each([
    ['inventory', '--practice', 'business'],
    ['scan', '--practice', 'business'],
    ['scan', '--practice', 'clean'],
    ['plan', '--practice', 'home', '--all'],
    ['protection', '--practice', 'clean', '--live'],
    ['check', '--practice', 'home'],
    ['check', '--practice', 'clean'],
    ['check', '--practice', 'half-removed'],
    ['report', '--practice', 'clean'],
    ['selftest', '--practice', 'clean'],
    ['exit-codes'],
    ['schema'],
    ['version'],
  ])('has no English in what %s %s %s says', async (...args) => {
    const onMachine = args.includes('--practice');
    const data = onMachine ? ['--fast', '--data-folder', temporaryFolder()] : [];
    const { text } = await cutover([...args, ...data, ...named]);
    const { text: json } = await cutover([...args, ...data, '--json']);
    expect(englishIn(text, namesIn(json))).toEqual([]);
  });

  it('has no English in what a removal asks and tells, nor in the list of runs', async () => {
    const practice = ['--practice', 'home', '--fast', '--data-folder', temporaryFolder()];
    const removal = await cutover(['remove', ...practice, ...named], {
      interactive: true,
      answers: Array.from({ length: 9 }, () => 'yes'),
    });
    const list = await cutover(['report', ...practice, ...named]);
    const [run = ''] = list.text.split(' ');
    const record = await cutover(['report', run, ...practice, '--json']);
    expect(removal.code).toBe(exitCodes.restartNeeded.posix);
    expect(englishIn(removal.text + list.text, namesIn(record.text))).toEqual([]);
  });

  it('has no English in what is wrong with the arguments', async () => {
    const folder = temporaryFolder();
    const damaged = join(folder, 'damaged.json');
    writeFileSync(damaged, '{"format": "cut');
    const data = ['--data-folder', folder];
    const wrong = [
      ['nonsense'],
      ['scan', '--frm', 'x'],
      ['scan', '--from'],
      ['scan', 'x'],
      ['restore'],
      ['scan', '--practice', 'nowhere'],
      ['scan', '--from', damaged],
      ['plan', '--practice', '--only', 'windows'],
      ['plan', '--practice', '--time-limit', '0'],
      ['check', '--practice', '--contract', 'jamf'],
      ['remove', '--practice', '--ticket', 'x'.repeat(201)],
      ['remove', '--practice', '--protection-wait', '61'],
      ['remove', '--practice', '--password-file', join(folder, 'nothing')],
      ['protection', '--from', 'x', '--live'],
      ['resume', '--practice', 'clean'],
      ['report', '20260101-000000-abcd', '--practice'],
    ].map((args) => [...args, ...data]);
    const about = [
      ['schema', 'xyz'],
      ['help', 'xyz'],
    ];
    const texts = await Promise.all(
      [...wrong, ...about].map(async (args) => (await cutover([...args, ...named])).text),
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    expect(texts.flatMap((text) => englishIn(text))).toEqual([]);
  });
});

describe('--language', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('names the known languages when it is given another', async () => {
    const { code, text } = await cutover(['scan', '--practice', '--language', 'tlh']);
    expect([code, languages.filter((language) => !text.includes(language))]).toEqual([
      exitCodes.badArguments.posix,
      [],
    ]);
  });

  it('is the language of the terminal where none is named', async () => {
    vi.stubEnv('LC_ALL', 'pt_BR.UTF-8');
    expect([await languageOf(['scan']), await languageOf(['scan', '--language=ru'])]).toEqual([
      'pt-BR',
      'ru',
    ]);
  });

  it('changes nothing in what programs read, unless it is named there', async () => {
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    const spoken = [
      ['scan'],
      ['scan', '--json', '--language', 'fr'],
      ['remove', '--unattended'],
      ['check', '--contract=configmgr'],
      ['check', '--contract', 'configmgr', '--language', 'fr'],
    ].map(languageOf);
    expect(await Promise.all(spoken)).toEqual(['de', 'en', 'en', 'en', 'fr']);
  });

  it('lets a question be answered in its own words, and in English', async () => {
    const answered = async (answer: string) => {
      const practice = ['--practice', 'home', '--fast', '--data-folder', temporaryFolder()];
      const terminal = { interactive: true, answers: [answer, answer, answer] };
      const { code } = await cutover(['remove', ...practice, '--language', 'de'], terminal);
      return code !== exitCodes.cancelled.posix;
    };
    expect([await answered('Ja'), await answered('y'), await answered('oui')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
