import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../../src/main/cli/cli.ts';
import { NodeTerminal } from '../../../../../src/main/cli/terminal/node-terminal.ts';
import type { TerminalStreams } from '../../../../../src/main/cli/terminal/terminal-streams.ts';
import { languages } from '../../../../../src/shared/domain/languages.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

class NarrowTerminal extends FakeTerminal {
  override readonly columns: number = 80;
}

/** Lines that are longer than the terminal is wide, but for those that hold one long word, such as a path. */
async function tooWide(...args: readonly string[]): Promise<readonly string[]> {
  const terminal = new NarrowTerminal();
  await runCli(args, terminal);
  const lines = terminal.text.split('\n');
  return lines.filter((line) => line.length > 80 && !/\S{50}/.test(line));
}

describe('what is told', () => {
  it.each(languages)('fits into 80 columns in %s', async (language) => {
    const practice = ['--practice', 'home', '--fast', '--data-folder', temporaryFolder()];
    const commands = [
      ['--help'],
      ['help', 'remove'],
      ['exit-codes'],
      ['schema'],
      ['scan', ...practice],
      ['plan', ...practice, '--all'],
      ['remove', ...practice, '--unattended'],
    ];
    const lines = [];
    for (const command of commands)
      lines.push(...(await tooWide(...command, '--language', language)));
    expect(lines).toEqual([]);
  });

  it.each(['scan', 'plan'])('%s says first that a practice computer is one', async (command) => {
    const terminal = new NarrowTerminal();
    await runCli([command, '--practice', 'clean', '--language', 'en'], terminal);
    expect(terminal.text.split('\n', 1)).toEqual([
      'Practice: A practice computer. Nothing on your own computer is changed.',
    ]);
  });

  it.each([
    [{}, undefined, 80],
    [{ COLUMNS: '40' }, undefined, 40],
    [{ COLUMNS: 'wide' }, undefined, 80],
    [{ COLUMNS: '40' }, 120, 120],
  ])('is as wide as the window, else as %j says (%s): %i', (environment, columns, width) => {
    const output = { columns } as NodeJS.WriteStream;
    const isTerminal = () => columns !== undefined;
    const streams = { input: {}, output, errors: output, isTerminal } as unknown as TerminalStreams;
    expect(new NodeTerminal(streams, environment).columns).toBe(width);
  });
});
