import { Command } from 'commander';
import { message, type Message } from '../../shared/domain/message.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { withLanguage } from './flags/common-options.ts';
import { boundsOf } from './flags/reactivate-option.ts';
import { cutoverVersion } from '../session/cutover-version.ts';
import type { Policy } from '../policy/policy.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { commands, type Run } from './commands.ts';
import { helpIn } from './help.ts';
import { ended, type CommandEnd } from './results/command-end.ts';
import { exitCodeText, indent } from './results/exit-code-text.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What a command line is run in: who is told how far the arguments were understood, and what is forbidden. */
export interface Surroundings {
  /**
   * The command that is meant: the only one to be defined, which takes less time. Where there is none such, or where it is left
   * out, all are; null where none is meant, and then none of them gets its flags.
   */
  readonly command?: string | null;
  readonly onCommand: (name: string) => void;
  /** The help or the version, where that was asked for and is shown. */
  readonly onHelp: (text: string) => void;
  readonly onEnd: (end: CommandEnd) => void;
  /** What is forbidden on this computer; what is usual stands in the arguments already. */
  readonly policy?: Policy;
  /** Why the command itself is forbidden; null where it is not. */
  readonly forbidden?: Message | null;
  /** What starts this program anew; null where it cannot be. */
  readonly start?: readonly string[] | null;
}

/** The commands with their flags, for a person who asks for one of them or for help. */
export function commandLine(
  terminal: Terminal,
  words: Translator,
  surroundings: Surroundings,
): Command {
  const { command: meant, onCommand, onHelp, onEnd } = surroundings;
  const { policy = [], forbidden = null, start = null } = surroundings;
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
      getOutHasColors: () => terminal.colours,
      writeOut: (text) => {
        onHelp(text.trimEnd());
        terminal.out(text.trimEnd());
      },
      writeErr: () => {},
    })
    .hook('preSubcommand', (_program, command) => onCommand(command.name()));
  const run = async (load: () => Promise<Run<never>>, command: Command) => {
    const options: object = { ...command.optsWithGlobals(), ...boundsOf(policy), forbidden, start };
    onEnd(await (await load())(options as never, terminal, words, command.args[0]));
  };
  const known = Object.entries(commands);
  const asked = known.filter(([name]) => name === meant);
  for (const [name, { about, operand, withFlags, load }] of asked.length > 0 ? asked : known) {
    const command = program.command(name).description(t(about));
    if (operand !== undefined) command.argument(operand[0], t(operand[1]));
    // The help says only whether there are any, and the first of the program's own is among all of them.
    if (meant === null) program.options.slice(0, 1).forEach((option) => command.addOption(option));
    else withFlags(command, words).action(async () => await run(load, command));
  }
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
