import { InvalidArgumentError, Option, type Command } from 'commander';
import { knownLanguage, languages } from '../../../shared/domain/languages.ts';
import { undoParts } from '../../../shared/domain/run/undo-parts.ts';
import { isOneOf } from '../../../shared/words/is-one-of.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { list } from './choice-options.ts';
import { addDeepOptions } from './deep-options.ts';
import { addProtectionWaitOption } from './protection-wait.ts';
import { addRecordingOptions } from './recording-options.ts';
import { addRestartOptions } from './restart-options.ts';
import { addTechnicianOptions } from './technician-options.ts';

export function withMachine(command: Command, words: Translator): Command {
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
export function notEmpty({ t }: Translator): (name: string) => string {
  return (name) => {
    if (name !== '') return name;
    throw new InvalidArgumentError(t('terminal.wrong.folder'));
  };
}

/** What of a run is taken back. */
export function parts({ t }: Translator) {
  return (value: string, previous?: readonly string[]): readonly string[] => {
    const named = list(value, previous);
    if (named.length > 0 && named.every((name) => isOneOf(undoParts, name))) return named;
    throw new InvalidArgumentError(t('terminal.wrong.choice', { known: undoParts.join(', ') }));
  };
}

/** Which words it means is decided before the arguments are parsed; here it is shown and checked. */
export function withLanguage(command: Command, { t }: Translator): Command {
  const known = languages.join(', ');
  return command.option('--language <language>', t('terminal.flag.language', { known }), (tag) => {
    if (knownLanguage(tag) !== null) return tag;
    throw new InvalidArgumentError(t('terminal.wrong.choice', { known }));
  });
}

/** commander says in English only what an option can be. */
export function oneOf(
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

export function withSource(command: Command, words: Translator): Command {
  return withMachine(command, words).option('--from <file>', words.t('terminal.flag.from'));
}

export function withDeepSource(command: Command, words: Translator): Command {
  return addDeepOptions(withSource(command, words), words);
}

export function addRunOptions(command: Command, words: Translator): Command {
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

export function addCommonRunOptions(command: Command, words: Translator): Command {
  const technician = addProtectionWaitOption(addTechnicianOptions(command, words), words);
  return addRecordingOptions(addRestartOptions(technician, words), words).option(
    '--notify',
    words.t('terminal.flag.notify'),
  );
}
