import { Option, type Command } from 'commander';
import { checkContractNames } from '../../shared/domain/run/check-contracts.ts';
import type { MessageId } from '../../shared/domain/message.ts';
import type { Translator } from '../../shared/words/translator.ts';
import {
  addChoiceOptions,
  addCleaningOptions,
  addSelectionOptions,
} from './flags/choice-options.ts';
import {
  addCommonRunOptions,
  addRunOptions,
  notEmpty,
  oneOf,
  parts,
  withDeepSource,
  withLanguage,
  withMachine,
  withSource,
} from './flags/common-options.ts';
import { addProtectionWaitOption } from './flags/protection-wait.ts';
import { addReactivateOption } from './flags/reactivate-option.ts';
import { addRecordingOptions } from './flags/recording-options.ts';
import type { CommandEnd } from './results/command-end.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What runs a command once its flags are understood. */
export type Run<O> = (
  options: O,
  terminal: Terminal,
  words: Translator,
  operand?: string,
) => Promise<CommandEnd>;

/** What is said about a command, or about what follows its name. */
type About = Extract<MessageId, `terminal.${'argument' | 'command'}.${string}`>;

/** A command as it is defined. */
interface Definition {
  readonly about: About;
  /** What may or has to follow its name. */
  readonly operand?: readonly [written: string, about: About];
  /** Its flags, each of which takes its time: they are made only for the command that is meant. */
  readonly withFlags: (command: Command, words: Translator) => Command;
  /** Its code, which is loaded only when it runs, so that an unattended run starts fast. */
  readonly load: () => Promise<Run<never>>;
}

/** All commands but `help`, in the order of the help: what each is for, its flags, and where its code is. */
export const commands: Readonly<Record<string, Definition>> = {
  inventory: {
    about: 'terminal.command.inventory',
    withFlags: (command, words) =>
      withDeepSource(command, words).option('--out <file>', words.t('terminal.flag.out')),
    load: async () => (await import('./commands/inventory.ts')).inventoryCommand,
  },
  scan: {
    about: 'terminal.command.scan',
    withFlags: (command, words) => withDeepSource(command, words),
    load: async () => (await import('./commands/scan.ts')).scanCommand,
  },
  plan: {
    about: 'terminal.command.plan',
    withFlags: (command, words) => addChoiceOptions(withDeepSource(command, words), words),
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  protection: {
    about: 'terminal.command.protection',
    withFlags: (command, words) =>
      addReactivateOption(addProtectionWaitOption(withSource(command, words), words), words)
        .option('--live', words.t('terminal.flag.live'))
        .option('--unattended', words.t('terminal.flag.neverAsk')),
    load: async () => (await import('./commands/protection.ts')).protectionCommand,
  },
  check: {
    about: 'terminal.command.check',
    withFlags: (command, words) =>
      addSelectionOptions(withDeepSource(command, words), words).addOption(contractOption(words)),
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  remove: {
    about: 'terminal.command.remove',
    withFlags: (command, words) =>
      addRunOptions(addChoiceOptions(withMachine(command, words), words), words).option(
        '--dry-run',
        words.t('terminal.flag.dryRun'),
      ),
    load: async () => (await import('./commands/remove.ts')).removeCommand,
  },
  clean: {
    about: 'terminal.command.clean',
    withFlags: (command, words) =>
      addCommonRunOptions(addCleaningOptions(withMachine(command, words), words), words)
        .option('--dry-run', words.t('terminal.flag.dryRun'))
        .option('--unattended', words.t('terminal.flag.unattended')),
    load: async () => (await import('./commands/remove.ts')).cleanCommand,
  },
  resume: {
    about: 'terminal.command.resume',
    operand: ['[run]', 'terminal.argument.resume'],
    withFlags: (command, words) =>
      addRunOptions(withMachine(command, words), words)
        // Of no use to anybody but Windows, which starts it so.
        .addOption(new Option('--after-restart').hideHelp()),
    load: async () => (await import('./commands/resume.ts')).resumeCommand,
  },
  restore: {
    about: 'terminal.command.restore',
    operand: ['<run>', 'terminal.argument.restore'],
    withFlags: (command, words) =>
      addRecordingOptions(withMachine(command, words), words)
        .option('--only <list>', words.t('terminal.flag.onlyParts'), parts(words))
        .option('--dry-run', words.t('terminal.flag.dryRunRestore'))
        .option('--unattended', words.t('terminal.flag.neverAsk')),
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  purge: {
    about: 'terminal.command.purge',
    operand: ['<run>', 'terminal.argument.purge'],
    withFlags: (command, words) =>
      withMachine(command, words).option('--yes', words.t('terminal.flag.yes')),
    load: async () => (await import('./commands/purge.ts')).purgeCommand,
  },
  report: {
    about: 'terminal.command.report',
    operand: ['[run]', 'terminal.argument.report'],
    withFlags: (command, words) =>
      withMachine(command, words)
        .addOption(formatOption(words))
        .option('--out <file>', words.t('terminal.flag.out')),
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  practice: {
    about: 'terminal.command.practice',
    operand: ['[computer]', 'terminal.argument.practice'],
    withFlags: (command, words) =>
      withLanguage(command, words)
        .option('--data-folder <folder>', words.t('terminal.flag.dataFolder'), notEmpty(words))
        .option('--fast', words.t('terminal.flag.fast'))
        .option('--json', words.t('terminal.flag.json')),
    load: async () => (await import('./commands/practice.ts')).practiceCommand,
  },
  selftest: {
    about: 'terminal.command.selftest',
    withFlags: (command, words) =>
      withMachine(command, words).option('--out <file>', words.t('terminal.flag.out')),
    load: async () => (await import('./commands/selftest.ts')).selfTestCommand,
  },
  schema: {
    about: 'terminal.command.schema',
    operand: ['[name]', 'terminal.argument.schema'],
    withFlags: (command, words) => withJson(command, words),
    load: async () => (await import('./commands/schema.ts')).schemaCommand,
  },
  'exit-codes': {
    about: 'terminal.command.exitCodes',
    withFlags: (command, words) => withJson(command, words),
    load: async () => (await import('./commands/exit-codes.ts')).exitCodesCommand,
  },
  version: {
    about: 'terminal.command.version',
    withFlags: (command, words) => withJson(command, words),
    load: async () => (await import('./commands/version.ts')).versionCommand,
  },
};

function contractOption(words: Translator): Option {
  return oneOf(
    '--contract <name>',
    words.t('terminal.flag.contract'),
    checkContractNames,
    words,
  ).default(undefined, 'plain');
}

function formatOption(words: Translator): Option {
  const formats = ['text', 'html'];
  return oneOf('--format <format>', words.t('terminal.flag.format'), formats, words).default(
    'text',
  );
}

function withJson(command: Command, words: Translator): Command {
  return withLanguage(command, words).option('--json', words.t('terminal.flag.json'));
}
