import { Help, type Argument, type Command, type HelpConfiguration, type Option } from 'commander';
import type { Translator } from '../../shared/words/translator.ts';

/** The help with commander's own words in another language: headings, names of values, choices and defaults. */
export function helpIn({ t }: Translator): HelpConfiguration {
  const usual = new Help();
  const named = (text: string) =>
    text.replaceAll(/(?<=[<[\]])\w+(?=[>\]=])/g, (name) =>
      isPlaceholder(name) ? t(`terminal.help.word.${name}`) : name,
    );
  return {
    styleTitle: (title) => (isTitle(title) ? t(titles[title]) : title),
    commandUsage: (command: Command) => named(usual.commandUsage(command)),
    subcommandTerm: (command: Command) => named(usual.subcommandTerm(command)),
    argumentTerm: (argument: Argument) => named(`[${usual.argumentTerm(argument)}]`).slice(1, -1),
    optionTerm: (option: Option) => named(usual.optionTerm(option)),
    optionDescription: ({
      description,
      argChoices,
      defaultValue,
      defaultValueDescription: usually = defaultValue,
    }: Option) => {
      const notes = [
        ...(argChoices === undefined
          ? []
          : [t('terminal.help.choices', { names: argChoices.join(', ') })]),
        ...(usually === undefined ? [] : [t('terminal.help.default', { value: usually })]),
      ];
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
    },
  };
}

const titles = {
  'Usage:': 'terminal.help.title.usage',
  'Arguments:': 'terminal.help.title.arguments',
  'Options:': 'terminal.help.title.options',
  'Commands:': 'terminal.help.title.commands',
} as const;

function isTitle(title: string): title is keyof typeof titles {
  return Object.hasOwn(titles, title);
}

const placeholders = [
  'command',
  'computer',
  'file',
  'folder',
  'format',
  'language',
  'list',
  'minutes',
  'name',
  'options',
  'run',
  'seconds',
  'text',
  'variable',
  'when',
] as const;

function isPlaceholder(name: string): name is (typeof placeholders)[number] {
  return (placeholders as readonly string[]).includes(name);
}
