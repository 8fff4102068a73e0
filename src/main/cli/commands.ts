import { Option, type Command } from 'commander';
import { checkContractNames } from '../../shared/domain/run/check-contracts.ts';
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

/** Has commander run a command. Its code is loaded only then, so that an unattended run starts fast. */
export type Action = <O>(
  load: () => Promise<Run<O>>,
) => (...args: readonly unknown[]) => Promise<void>;

type Define = (command: Command, words: Translator, action: Action) => void;

/** All commands but `help`, in the order of the help: what each is for, its flags, and where its code is. */
export const commands: Readonly<Record<string, Define>> = {
  inventory: (command, words, action) => {
    withDeepSource(command, words)
      .description(words.t('terminal.command.inventory'))
      .option('--out <file>', words.t('terminal.flag.out'))
      .action(action(async () => (await import('./commands/inventory.ts')).inventoryCommand));
  },
  scan: (command, words, action) => {
    withDeepSource(command, words)
      .description(words.t('terminal.command.scan'))
      .action(action(async () => (await import('./commands/scan.ts')).scanCommand));
  },
  plan: (command, words, action) => {
    addChoiceOptions(withDeepSource(command, words), words)
      .description(words.t('terminal.command.plan'))
      .action(action(async () => (await import('./commands/plan.ts')).planCommand));
  },
  protection: (command, words, action) => {
    addReactivateOption(addProtectionWaitOption(withSource(command, words), words), words)
      .description(words.t('terminal.command.protection'))
      .option('--live', words.t('terminal.flag.live'))
      .option('--unattended', words.t('terminal.flag.neverAsk'))
      .action(action(async () => (await import('./commands/protection.ts')).protectionCommand));
  },
  check: (command, words, action) => {
    addSelectionOptions(withDeepSource(command, words), words)
      .description(words.t('terminal.command.check'))
      .addOption(contractOption(words))
      .action(action(async () => (await import('./commands/check.ts')).checkCommand));
  },
  remove: (command, words, action) => {
    addRunOptions(addChoiceOptions(withMachine(command, words), words), words)
      .description(words.t('terminal.command.remove'))
      .option('--dry-run', words.t('terminal.flag.dryRun'))
      .action(action(async () => (await import('./commands/remove.ts')).removeCommand));
  },
  clean: (command, words, action) => {
    addCommonRunOptions(addCleaningOptions(withMachine(command, words), words), words)
      .description(words.t('terminal.command.clean'))
      .option('--dry-run', words.t('terminal.flag.dryRun'))
      .option('--unattended', words.t('terminal.flag.unattended'))
      .action(action(async () => (await import('./commands/remove.ts')).cleanCommand));
  },
  resume: (command, words, action) => {
    addRunOptions(withMachine(command, words), words)
      .argument('[run]', words.t('terminal.argument.resume'))
      .description(words.t('terminal.command.resume'))
      // Of no use to anybody but Windows, which starts it so.
      .addOption(new Option('--after-restart').hideHelp())
      .action(action(async () => (await import('./commands/resume.ts')).resumeCommand));
  },
  restore: (command, words, action) => {
    addRecordingOptions(withMachine(command, words), words)
      .argument('<run>', words.t('terminal.argument.restore'))
      .description(words.t('terminal.command.restore'))
      .option('--only <list>', words.t('terminal.flag.onlyParts'), parts(words))
      .option('--dry-run', words.t('terminal.flag.dryRunRestore'))
      .option('--unattended', words.t('terminal.flag.neverAsk'))
      .action(action(async () => (await import('./commands/restore.ts')).restoreCommand));
  },
  purge: (command, words, action) => {
    withMachine(command, words)
      .argument('<run>', words.t('terminal.argument.purge'))
      .description(words.t('terminal.command.purge'))
      .option('--yes', words.t('terminal.flag.yes'))
      .action(action(async () => (await import('./commands/purge.ts')).purgeCommand));
  },
  report: (command, words, action) => {
    withMachine(command, words)
      .argument('[run]', words.t('terminal.argument.report'))
      .description(words.t('terminal.command.report'))
      .addOption(formatOption(words))
      .option('--out <file>', words.t('terminal.flag.out'))
      .action(action(async () => (await import('./commands/report.ts')).reportCommand));
  },
  practice: (command, words, action) => {
    withLanguage(command, words)
      .argument('[computer]', words.t('terminal.argument.practice'))
      .description(words.t('terminal.command.practice'))
      .option('--data-folder <folder>', words.t('terminal.flag.dataFolder'), notEmpty(words))
      .option('--fast', words.t('terminal.flag.fast'))
      .option('--json', words.t('terminal.flag.json'))
      .action(action(async () => (await import('./commands/practice.ts')).practiceCommand));
  },
  selftest: (command, words, action) => {
    withMachine(command, words)
      .description(words.t('terminal.command.selftest'))
      .option('--out <file>', words.t('terminal.flag.out'))
      .action(action(async () => (await import('./commands/selftest.ts')).selfTestCommand));
  },
  schema: (command, words, action) => {
    withJson(command, words)
      .argument('[name]', words.t('terminal.argument.schema'))
      .description(words.t('terminal.command.schema'))
      .action(action(async () => (await import('./commands/schema.ts')).schemaCommand));
  },
  'exit-codes': (command, words, action) => {
    withJson(command, words)
      .description(words.t('terminal.command.exitCodes'))
      .action(action(async () => (await import('./commands/exit-codes.ts')).exitCodesCommand));
  },
  version: (command, words, action) => {
    withJson(command, words)
      .description(words.t('terminal.command.version'))
      .action(action(async () => (await import('./commands/version.ts')).versionCommand));
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
