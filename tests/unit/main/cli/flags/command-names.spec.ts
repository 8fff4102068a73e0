import { expect, it } from 'vitest';
import { commandNames } from '../../../../../src/main/cli/flags/command-names.ts';
import { commandLine } from '../../../../../src/main/cli/program.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

const nobody = { onCommand: () => {}, onHelp: () => {}, onEnd: () => {} };

it('every command is in the list of names', () => {
  const program = commandLine(new FakeTerminal(), english, nobody);
  const commands = program.commands.map((command) => command.name());
  expect(commandNames.filter((name) => !name.startsWith('-')).toSorted()).toEqual(
    commands.toSorted(),
  );
});

it('where no command is meant, none gets its flags, and the help is the same', () => {
  const line = (command?: null) =>
    commandLine(new FakeTerminal(), english, { ...nobody, ...(command === null && { command }) });
  const [quick, whole] = [line(null), line()];
  const flags = quick.commands.flatMap(({ options }) => options);

  expect([new Set(flags).size, quick.helpInformation()]).toEqual([1, whole.helpInformation()]);
});
