import { expect, it } from 'vitest';
import { commandNames } from '../../../../../src/main/cli/flags/command-names.ts';
import { commandLine } from '../../../../../src/main/cli/program.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

it('every command is in the list of names', () => {
  const nobody = { onCommand: () => {}, onHelp: () => {}, onEnd: () => {} };
  const program = commandLine(new FakeTerminal(), english, nobody);
  const commands = program.commands.map((command) => command.name());
  expect(commandNames.filter((name) => !name.startsWith('-')).toSorted()).toEqual(
    commands.toSorted(),
  );
});
