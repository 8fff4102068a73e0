import type { CommanderError } from 'commander';
import { message, type Message } from '../../shared/domain/message.ts';

/**
 * What is wrong with the arguments. commander has no data for it, only English sentences with names in quotes; one that
 * is not known here is shown as it is.
 */
export function wrongArguments({ code, message: sentence }: CommanderError): Message | string {
  const parts = sentences[code]?.pattern.exec(sentence)?.groups;
  if (parts === undefined) return sentence.replace(/^error: /, '');
  return sentences[code]?.says(parts) ?? sentence;
}

type Parts = Readonly<Record<string, string | undefined>>;

interface Sentence {
  readonly pattern: RegExp;
  readonly says: (parts: Parts) => Message;
}

const sentences: Readonly<Record<string, Sentence>> = {
  'commander.unknownOption': {
    pattern: /unknown option '(?<name>[^']*)'(?:\n\(Did you mean (?:one of )?(?<near>.*)\?\))?/,
    says: ({ name = '', near }) =>
      near === undefined
        ? message('terminal.wrong.option', { name })
        : message('terminal.wrong.optionNear', { name, near }),
  },
  'commander.optionMissingArgument': {
    pattern: /option '(?<option>-[\w-]*)/,
    says: ({ option = '' }) => message('terminal.wrong.valueMissing', { option }),
  },
  'commander.missingArgument': {
    pattern: /argument '(?<name>[^']*)'/,
    says: ({ name = '' }) =>
      message('terminal.wrong.argumentMissing', { name: { id: `terminal.help.word.${name}` } }),
  },
  // The reason is ours, and in the language of the terminal already.
  'commander.invalidArgument': {
    pattern:
      /option '(?<option>-[\w-]*).*' argument '(?<value>[^]*)' is invalid\. (?<reason>[^]*)$/,
    says: ({ option = '', value = '', reason = '' }) =>
      message('terminal.wrong.value', { option, value, reason }),
  },
  'commander.excessArguments': {
    pattern: /but got \d+: (?:.*, )?(?<word>.*)\.$/,
    says: ({ word = '' }) => message('terminal.wrong.tooManyWords', { word }),
  },
};
