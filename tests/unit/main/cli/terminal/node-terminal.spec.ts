import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { NodeTerminal } from '../../../../../src/main/cli/terminal/node-terminal.ts';
import { withPlainSigns } from '../../../../../src/main/cli/terminal/printable.ts';
import { styled } from '../../../../../src/main/cli/terminal/style.ts';
import type { TerminalStreams } from '../../../../../src/main/cli/terminal/terminal-streams.ts';

/** A name that sets the title, clears the screen, says something else, hides the rest and turns the direction. */
const hostile =
  'Kaspersky\u001B]0;title\u0007\u001B[2J\u001B[1;1HNothing found.\u001B[8m\u009B2J\u202Exe';
const harmless = 'Kaspersky�]0;title��[2J�[1;1HNothing found.�[8m�2J�xe';

describe('what the terminal is given', () => {
  it('holds nothing that a machine could make it obey, whichever way it is said', async () => {
    const { terminal, written, input } = openTerminal();
    terminal.out(`one\n${hostile}`);
    terminal.err(hostile);
    terminal.status(hostile);
    const asked = [terminal.ask(hostile)];
    input.write('yes\n');
    await asked[0];
    const secret = terminal.askSecret(hostile);
    input.write('secret\n');
    const text = [await secret, written()].join('|');
    expect([text.split(harmless).length - 1, text.includes(hostile), foreignSigns(text)]).toEqual([
      5,
      false,
      [],
    ]);
  });

  it('keeps our own styles, which a name cannot end or take', () => {
    const { terminal, written } = openTerminal();
    terminal.out(`${styled(terminal, ['bold', 'red'], 'a\nb\u001B[39m')} c`);
    expect(written()).toBe('\u001B[1m\u001B[31ma b�[39m\u001B[39m\u001B[22m c\n');
  });

  it('has no style at all where no colours are shown', () => {
    const { terminal, written } = openTerminal({ NO_COLOR: '1' });
    terminal.out(`${styled(terminal, 'bold', 'a')} \u001B[1mb`);
    expect(written()).toBe('a �[1mb\n');
  });
});

describe('what goes into a pipe on Windows', () => {
  const said = 'Nothing of “Kaspersky” – it’s gone… · C:\\a → C:\\b';
  const plain = 'Nothing of "Kaspersky" - it\'s gone... - C:\\a -> C:\\b';

  it('is read alike in every code page as far as it is English, and letters stay as they are', () => {
    expect(withPlainSigns(`${said}, Jürgen`)).toBe(`${plain}, Jürgen`);
    // As Windows PowerShell 5.1 reads a pipe on a Russian computer.
    expect(new TextDecoder('ibm866').decode(Buffer.from(plain))).toBe(plain);
  });

  it('is not what a screen shows', () => {
    const { terminal, written } = openTerminal();
    terminal.out(said);
    expect(written()).toBe(`${said}\n`);
  });
});

/** Sequences that neither we nor the line editor of Node write. */
function foreignSigns(text: string): readonly string[] {
  const signs = ['\u001B]', '\u001B[2J', '\u001B[1;1H', '\u001B[8m', '\u0007', '\u009B', '\u202E'];
  return signs.filter((sign) => text.includes(sign));
}

function openTerminal(environment: Readonly<Record<string, string>> = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  Object.assign(output, { isTTY: true, columns: 200 });
  Object.assign(input, { isTTY: true, setRawMode: () => input });
  const isTerminal = () => true;
  const streams = { input, output, errors: output, isTerminal } as unknown as TerminalStreams;
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const terminal = new NodeTerminal(streams, environment, 'win32');
  return { terminal, input, written: () => Buffer.concat(chunks).toString('utf8') };
}
