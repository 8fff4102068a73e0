import { Command, InvalidArgumentError, Option } from 'commander';
import { checkContractNames } from '../../shared/domain/run/check-contracts.ts';
import { knownLanguage, languages } from '../../shared/domain/languages.ts';
import { message, type Message } from '../../shared/domain/message.ts';
import { undoParts } from '../../shared/domain/run/undo-parts.ts';
import { isOneOf } from '../../shared/words/is-one-of.ts';
import type { Translator } from '../../shared/words/translator.ts';
import {
  addChoiceOptions,
  addCleaningOptions,
  addSelectionOptions,
  list,
} from './flags/choice-options.ts';
import { addDeepOptions } from './flags/deep-options.ts';
import { addProtectionWaitOption } from './flags/protection-wait.ts';
import { addRecordingOptions } from './flags/recording-options.ts';
import { addReactivateOption, boundsOf } from './flags/reactivate-option.ts';
import { addRestartOptions } from './flags/restart-options.ts';
import { addTechnicianOptions } from './flags/technician-options.ts';
import { cutoverVersion } from '../session/cutover-version.ts';
import type { Policy } from '../policy/policy.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { helpIn } from './help.ts';
import { ended, type CommandEnd } from './results/command-end.ts';
import { exitCodeText, indent } from './results/exit-code-text.ts';
import type { Terminal } from './terminal/terminal.ts';

type Run<O> = (
  options: O,
  terminal: Terminal,
  words: Translator,
  operand?: string,
) => Promise<CommandEnd>;

/** What a command line is run in: who is told how far the arguments were understood, and what is forbidden. */
export interface Surroundings {
  readonly onCommand: (name: string) => void;
  /** The help or the version, where that was asked for and is shown. */
  readonly onHelp: (text: string) => void;
  readonly onEnd: (end: CommandEnd) => void;
  /** What is forbidden on this computer; what is usual stands in the arguments already. */
  readonly policy?: Policy;
  /** Why the command itself is forbidden; null where it is not. */
  readonly forbidden?: Message | null;
}

/**
 * All commands with their flags. Each command's code is loaded only when it is asked for, so that an
 * unattended run starts fast.
 */
export function commandLine(
  terminal: Terminal,
  words: Translator,
  { onCommand, onHelp, onEnd, policy = [], forbidden = null }: Surroundings,
): Command {
  const { t } = words;
  const program = withLanguage(new Command('cutover'), words)
    .description(t('terminal.command.program'))
    .version(cutoverVersion, '--version', t('terminal.flag.version'))
    .helpOption('-h, --help', t('terminal.flag.help'))
    .option('--json', t('terminal.flag.json'))
    .helpCommand(false)
    .configureHelp(helpIn(words))
    .addHelpText('after', ({ command }) => `\n${exitCodesOf(command, terminal, words)}`)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      getOutHelpWidth: () => terminal.columns,
      writeOut: (text) => {
        onHelp(text.trimEnd());
        terminal.out(text.trimEnd());
      },
      writeErr: () => {},
    })
    .hook('preSubcommand', (_program, command) => onCommand(command.name()));
  const action =
    <O>(load: () => Promise<Run<O>>) =>
    async (...args: readonly unknown[]): Promise<void> => {
      const command = args.at(-1) as Command;
      const run = await load();
      const options = command.optsWithGlobals<O & object>();
      const bounds = { ...boundsOf(policy), forbidden };
      onEnd(await run({ ...options, ...bounds }, terminal, words, command.args[0]));
    };
  addReading(program, words, action);
  addRemoving(program, words, action);
  addTelling(program, words, action);
  program
    .command('help')
    .argument('[command]', t('terminal.argument.help'))
    .description(t('terminal.command.help'))
    .action((name?: string) => showHelp(program, name, onEnd));
  program
    .allowExcessArguments()
    .allowUnknownOption()
    .action(() => onEnd(commandMissing(program)));
  return program;
}

/** Broken into lines by commander, like the rest of the help: what knows every script and emoji takes time to load. */
function exitCodesOf(command: Command, { columns }: Terminal, words: Translator): string {
  const help = command.createHelp();
  const wrap = (text: string) => help.boxWrap(text, columns - indent);
  return exitCodeText(thisPlatform, words, { wrap });
}

function showHelp(program: Command, name: string | undefined, onEnd: Surroundings['onEnd']): void {
  const command = program.commands.find((each) => each.name() === name);
  if (name !== undefined && command === undefined) onEnd(unknownCommand(name, program));
  else (command ?? program).help();
}

/** Without a command the help is shown; a wrong one is named, with those that there are. */
function commandMissing(program: Command): CommandEnd {
  const [first] = program.args;
  if (first?.startsWith('-') === true) {
    const what = message('terminal.wrong.option', { name: first });
    return ended('badArguments', message('terminal.wrong.seeHelp', { what }));
  }
  if (first !== undefined) return unknownCommand(first, program);
  program.outputHelp();
  return ended('badArguments', message('terminal.wrong.noCommand'));
}

function unknownCommand(name: string, program: Command): CommandEnd {
  const known = program.commands.map((command) => command.name()).join(', ');
  return ended('badArguments', message('terminal.wrong.command', { name, known }));
}

type Action = <O>(load: () => Promise<Run<O>>) => (...args: readonly unknown[]) => Promise<void>;

function addReading(program: Command, words: Translator, action: Action): void {
  const { t } = words;
  withDeepSource(program.command('inventory'), words)
    .description(t('terminal.command.inventory'))
    .option('--out <file>', t('terminal.flag.out'))
    .action(action(async () => (await import('./commands/inventory.ts')).inventoryCommand));
  withDeepSource(program.command('scan'), words)
    .description(t('terminal.command.scan'))
    .action(action(async () => (await import('./commands/scan.ts')).scanCommand));
  addChoiceOptions(withDeepSource(program.command('plan'), words), words)
    .description(t('terminal.command.plan'))
    .action(action(async () => (await import('./commands/plan.ts')).planCommand));
  const protection = withSource(program.command('protection'), words);
  addReactivateOption(addProtectionWaitOption(protection, words), words)
    .description(t('terminal.command.protection'))
    .option('--live', t('terminal.flag.live'))
    .option('--unattended', t('terminal.flag.neverAsk'))
    .action(action(async () => (await import('./commands/protection.ts')).protectionCommand));
  addSelectionOptions(withDeepSource(program.command('check'), words), words)
    .description(t('terminal.command.check'))
    .addOption(
      oneOf('--contract <name>', t('terminal.flag.contract'), checkContractNames, words).default(
        undefined,
        'plain',
      ),
    )
    .action(action(async () => (await import('./commands/check.ts')).checkCommand));
}

function addRemoving(program: Command, words: Translator, action: Action): void {
  const { t } = words;
  addRunOptions(addChoiceOptions(withMachine(program.command('remove'), words), words), words)
    .description(t('terminal.command.remove'))
    .option('--dry-run', t('terminal.flag.dryRun'))
    .action(action(async () => (await import('./commands/remove.ts')).removeCommand));
  const clean = addCleaningOptions(withMachine(program.command('clean'), words), words);
  addCommonRunOptions(clean, words)
    .description(t('terminal.command.clean'))
    .option('--dry-run', t('terminal.flag.dryRun'))
    .option('--unattended', t('terminal.flag.unattended'))
    .action(action(async () => (await import('./commands/remove.ts')).cleanCommand));
  addRunOptions(withMachine(program.command('resume'), words), words)
    .argument('[run]', t('terminal.argument.resume'))
    .description(t('terminal.command.resume'))
    // Of no use to anybody but Windows, which starts it so.
    .addOption(new Option('--after-restart').hideHelp())
    .action(action(async () => (await import('./commands/resume.ts')).resumeCommand));
  addRecordingOptions(withMachine(program.command('restore'), words), words)
    .argument('<run>', t('terminal.argument.restore'))
    .description(t('terminal.command.restore'))
    .option('--only <list>', t('terminal.flag.onlyParts'), parts(words))
    .option('--dry-run', t('terminal.flag.dryRunRestore'))
    .option('--unattended', t('terminal.flag.neverAsk'))
    .action(action(async () => (await import('./commands/restore.ts')).restoreCommand));
  withMachine(program.command('purge'), words)
    .argument('<run>', t('terminal.argument.purge'))
    .description(t('terminal.command.purge'))
    .option('--yes', t('terminal.flag.yes'))
    .action(action(async () => (await import('./commands/purge.ts')).purgeCommand));
  withMachine(program.command('report'), words)
    .argument('[run]', t('terminal.argument.report'))
    .description(t('terminal.command.report'))
    .addOption(
      oneOf('--format <format>', t('terminal.flag.format'), ['text', 'html'], words).default(
        'text',
      ),
    )
    .option('--out <file>', t('terminal.flag.out'))
    .action(action(async () => (await import('./commands/report.ts')).reportCommand));
  withLanguage(program.command('practice'), words)
    .argument('[computer]', t('terminal.argument.practice'))
    .description(t('terminal.command.practice'))
    .option('--data-folder <folder>', t('terminal.flag.dataFolder'), notEmpty(words))
    .option('--fast', t('terminal.flag.fast'))
    .option('--json', t('terminal.flag.json'))
    .action(action(async () => (await import('./commands/practice.ts')).practiceCommand));
}

/** Commands about the program itself. */
function addTelling(program: Command, words: Translator, action: Action): void {
  const { t } = words;
  withMachine(program.command('selftest'), words)
    .description(t('terminal.command.selftest'))
    .option('--out <file>', t('terminal.flag.out'))
    .action(action(async () => (await import('./commands/selftest.ts')).selfTestCommand));
  const add = (name: string) =>
    withLanguage(program.command(name), words).option('--json', t('terminal.flag.json'));
  add('schema')
    .argument('[name]', t('terminal.argument.schema'))
    .description(t('terminal.command.schema'))
    .action(action(async () => (await import('./commands/schema.ts')).schemaCommand));
  add('exit-codes')
    .description(t('terminal.command.exitCodes'))
    .action(action(async () => (await import('./commands/exit-codes.ts')).exitCodesCommand));
  add('version')
    .description(t('terminal.command.version'))
    .action(action(async () => (await import('./commands/version.ts')).versionCommand));
}

function withMachine(command: Command, words: Translator): Command {
  const { t } = words;
  return withLanguage(command, words)
    .option('--practice [computer]', t('terminal.flag.practice'))
    .option('--fast', t('terminal.flag.fast'))
    .option('--data-folder <folder>', t('terminal.flag.dataFolder'), notEmpty(words))
    .option('--policy <file>', t('terminal.flag.policy'), notEmpty(words))
    .option('--no-policy', t('terminal.flag.noPolicy'))
    .option('--json', t('terminal.flag.json'));
}

/** An empty name would be the folder that the command is started in. */
function notEmpty({ t }: Translator): (name: string) => string {
  return (name) => {
    if (name !== '') return name;
    throw new InvalidArgumentError(t('terminal.wrong.folder'));
  };
}

/** What of a run is taken back. */
function parts({ t }: Translator) {
  return (value: string, previous?: readonly string[]): readonly string[] => {
    const named = list(value, previous);
    if (named.length > 0 && named.every((name) => isOneOf(undoParts, name))) return named;
    throw new InvalidArgumentError(t('terminal.wrong.choice', { known: undoParts.join(', ') }));
  };
}

/** Which words it means is decided before the arguments are parsed; here it is shown and checked. */
function withLanguage(command: Command, { t }: Translator): Command {
  const known = languages.join(', ');
  return command.option('--language <language>', t('terminal.flag.language', { known }), (tag) => {
    if (knownLanguage(tag) !== null) return tag;
    throw new InvalidArgumentError(t('terminal.wrong.choice', { known }));
  });
}

/** commander says in English only what an option can be. */
function oneOf(
  flags: string,
  description: string,
  names: readonly string[],
  { t }: Translator,
): Option {
  const option = new Option(flags, description).choices(names);
  return option.argParser((value) => {
    if (names.includes(value)) return value;
    throw new InvalidArgumentError(t('terminal.wrong.choice', { known: names.join(', ') }));
  });
}

function withSource(command: Command, words: Translator): Command {
  return withMachine(command, words).option('--from <file>', words.t('terminal.flag.from'));
}

function withDeepSource(command: Command, words: Translator): Command {
  return addDeepOptions(withSource(command, words), words);
}

function addRunOptions(command: Command, words: Translator): Command {
  const { t } = words;
  return addCommonRunOptions(command, words)
    .option('--unattended', t('terminal.flag.unattended'))
    .option('--password-stdin', t('terminal.flag.passwordStdin'))
    .option('--password-file <[name=]file>', t('terminal.flag.passwordFile'), repeated)
    .option('--password-env <[name=]variable>', t('terminal.flag.passwordEnv'), repeated);
}

function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function addCommonRunOptions(command: Command, words: Translator): Command {
  const technician = addProtectionWaitOption(addTechnicianOptions(command, words), words);
  return addRecordingOptions(addRestartOptions(technician, words), words).option(
    '--notify',
    words.t('terminal.flag.notify'),
  );
}
