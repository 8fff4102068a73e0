import { Command, Option } from 'commander';
import { checkContractNames } from '../../shared/domain/check-contracts.ts';
import type { CommandEnd } from './results/command-end.ts';
import { addChoiceOptions, addSelectionOptions } from './flags/choice-options.ts';
import { addProtectionWaitOption } from './flags/protection-wait.ts';
import { cutoverVersion } from '../session/cutover-version.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { exitCodeText } from './results/exit-code-text.ts';
import { addTechnicianOptions } from './flags/technician-options.ts';
import type { Terminal } from './terminal/terminal.ts';

type Run<O> = (options: O, terminal: Terminal, operand?: string) => Promise<CommandEnd>;

/**
 * All commands with their flags. Each command's code is loaded only when it is asked for, so that an
 * unattended run starts fast.
 */
export function commandLine(
  terminal: Terminal,
  json: boolean,
  onEnd: (end: CommandEnd) => void,
): Command {
  const program = new Command('cutover')
    .description('Moves a Windows computer off Kaspersky and onto another antivirus without a gap.')
    .version(cutoverVersion, '--version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', () => `\n${exitCodeText(thisPlatform)}`)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: () => {},
    });
  const action =
    <O>(load: () => Promise<Run<O>>) =>
    async (...args: readonly unknown[]): Promise<void> => {
      const command = args.at(-1) as Command;
      const run = await load();
      onEnd(await run(command.opts<O & object>(), terminal, command.args[0]));
    };
  addReading(program, action);
  addRemoving(program, action);
  program.allowExcessArguments().action(() => {
    const [unknown] = program.args;
    if (unknown === undefined && !json) program.outputHelp();
    onEnd({ exit: 'badArguments', ...commandMissing(unknown, program, json) });
  });
  return program;
}

/** Without a command the help was shown; a wrong one is named, with those that there are. */
function commandMissing(unknown: string | undefined, program: Command, json: boolean) {
  if (unknown === undefined) return json ? { message: 'No command was given.' } : {};
  const known = program.commands.map((command) => command.name()).join(', ');
  return { message: `There is no command "${unknown}". There are: ${known}.` };
}

type Action = <O>(load: () => Promise<Run<O>>) => (...args: readonly unknown[]) => Promise<void>;

function addReading(program: Command, action: Action): void {
  withSource(program.command('inventory'))
    .description('read this computer into one JSON document; changes nothing')
    .option('--out <file>', 'write the document there')
    .action(action(async () => (await import('./commands/inventory.ts')).inventoryCommand));
  withSource(program.command('scan'))
    .description('say what of Kaspersky is there, and how that is known; changes nothing')
    .action(action(async () => (await import('./commands/scan.ts')).scanCommand));
  addChoiceOptions(withSource(program.command('plan')))
    .description('show the steps and every hazard before anything happens; changes nothing')
    .action(action(async () => (await import('./commands/plan.ts')).planCommand));
  addProtectionWaitOption(withSource(program.command('protection')))
    .description('say what protects this computer, source by source, and where sources disagree')
    .option(
      '--live',
      'also put it to the test with harmless samples that every antivirus should block; the security team may see an alert',
    )
    .option(
      '--enable-defender',
      'when nothing protects, undo what keeps Microsoft Defender off, start it and update it',
    )
    .option('--unattended', 'never ask')
    .action(action(async () => (await import('./commands/protection.ts')).protectionCommand));
  addSelectionOptions(withSource(program.command('check')))
    .description('answer other tools: is Kaspersky gone, and is this computer protected')
    .addOption(
      new Option('--contract <name>', 'whose rules the output and the exit code follow')
        .choices(checkContractNames)
        .default('plain'),
    )
    .action(action(async () => (await import('./commands/check.ts')).checkCommand));
}

function addRemoving(program: Command, action: Action): void {
  addRunOptions(addChoiceOptions(withMachine(program.command('remove'))))
    .description('remove, check that it is gone, and check what protects the computer now')
    .option('--dry-run', 'do everything but the removal itself')
    .action(action(async () => (await import('./commands/remove.ts')).removeCommand));
  addRunOptions(withMachine(program.command('resume')))
    .argument('[run]', 'the run to go on with (default: the newest unfinished one)')
    .description('go on with a run after a restart or an interruption')
    .action(action(async () => (await import('./commands/resume.ts')).resumeCommand));
  withMachine(program.command('report'))
    .argument('[run]', 'the run; without it, the runs are listed')
    .description('show the report of a run again')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'html']).default('text'),
    )
    .option('--out <file>', 'write it there')
    .action(action(async () => (await import('./commands/report.ts')).reportCommand));
  program
    .command('practice')
    .argument('[computer]', 'a practice computer (default: the family computer)')
    .description('walk through a whole removal on a recorded computer; touches nothing real')
    .option('--data-folder <folder>', 'where the run is kept')
    .option('--fast', 'do not wait as long as real uninstallers take')
    .action(action(async () => (await import('./commands/practice.ts')).practiceCommand));
}

function withMachine(command: Command): Command {
  return command
    .option('--practice [computer]', 'work on a recorded practice computer instead of this one')
    .option('--fast', 'let a practice computer work without the pauses of a real one')
    .option('--data-folder <folder>', 'where runs are kept')
    .option('--json', 'print one JSON document and nothing else');
}

function withSource(command: Command): Command {
  return withMachine(command).option(
    '--from <file>',
    'work on an inventory document or a registry export (.reg) instead of this computer',
  );
}

function addRunOptions(command: Command): Command {
  return addProtectionWaitOption(addTechnicianOptions(command))
    .option(
      '--unattended',
      'never ask; what would be asked is an error that names the flag to give',
    )
    .option('--password-stdin', 'read the Kaspersky password from standard input')
    .option(
      '--password-file <[name=]file>',
      'read a password from a file; kaspersky=FILE and agent=FILE tell two apart',
      (value: string, previous?: readonly string[]) => [...(previous ?? []), value],
    );
}
