import { CommanderError } from 'commander';
import { exitCodeFor, exitCodes, type ExitCodeName } from '../../shared/domain/exit-codes.ts';
import { jsonText } from '../report/json-text.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import type { CommandEnd } from './results/command-end.ts';
import { commandLine } from './program.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * The command line. Runs one command and returns the exit code of the process; every expected failure was
 * told by then in a sentence, or, with `--json`, in one JSON document.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const json = argv.includes('--json');
  const end = await runCommand(argv, terminal, json);
  tell(end, terminal, json);
  return end.code ?? exitCodeFor(end.exit, thisPlatform);
}

async function runCommand(
  argv: readonly string[],
  terminal: Terminal,
  json: boolean,
): Promise<CommandEnd> {
  let end: CommandEnd = { exit: 'success' };
  const program = commandLine(terminal, json, (commandEnd) => (end = commandEnd));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return end;
  } catch (error) {
    if (error instanceof CommanderError) return fromCommander(error);
    return { exit: 'defect', message: defectText(error) };
  }
}

function fromCommander(error: CommanderError): CommandEnd {
  if (error.exitCode === 0) return { exit: 'success' };
  const text = error.message.replace(/^error: /, '').replace(/\.$/, '');
  if (text === '(outputHelp)') return { exit: 'badArguments' };
  return { exit: 'badArguments', message: `${text}. \`cutover --help\` shows every command.` };
}

function defectText(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Cutover has a defect and stopped. Please report this text:\n${detail}`;
}

function tell(end: CommandEnd, terminal: Terminal, json: boolean): void {
  if (end.message === undefined) return;
  if (json) terminal.out(jsonText({ error: errorDocument(end.exit, end.message) }));
  else terminal.err(end.message);
}

function errorDocument(name: ExitCodeName, message: string) {
  const { meaning, action } = exitCodes[name];
  return { name, exitCode: exitCodeFor(name, thisPlatform), message, meaning, action };
}
