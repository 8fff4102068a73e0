import { CommanderError } from 'commander';
import { exitCodeFor, type ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import { message } from '../../shared/domain/message.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { CannotWrite } from '../engine/record/journal.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { jsonText } from '../report/json-text.ts';
import { languageOf } from './language.ts';
import { commandLine } from './program.ts';
import { ended, type CommandEnd } from './results/command-end.ts';
import { wordsOf } from './terminal/said.ts';
import type { Terminal } from './terminal/terminal.ts';
import { wrongArguments } from './wrong-arguments.ts';

/**
 * The command line. Runs one command and returns the exit code of the process; every expected failure was
 * told by then in a sentence, or, with `--json`, in one JSON document.
 */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const json = argv.includes('--json');
  const words = await loadTranslator(await languageOf(argv));
  const end = await runCommand(argv, terminal, words, json);
  tell(end, terminal, words, json);
  return end.code ?? exitCodeFor(end.exit, thisPlatform);
}

async function runCommand(
  argv: readonly string[],
  terminal: Terminal,
  words: Translator,
  json: boolean,
): Promise<CommandEnd> {
  let end: CommandEnd = { exit: 'success' };
  const program = commandLine(terminal, words, json, (commandEnd) => (end = commandEnd));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return end;
  } catch (error) {
    if (error instanceof CommanderError) return fromCommander(error);
    if (error instanceof CannotWrite) return ended('cannotWrite', error.said);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return ended('defect', message('terminal.end.defect', { detail }));
  }
}

function fromCommander(error: CommanderError): CommandEnd {
  if (error.exitCode === 0) return { exit: 'success' };
  if (error.message === '(outputHelp)') return { exit: 'badArguments' };
  const what = wrongArguments(error);
  return ended('badArguments', message('terminal.wrong.seeHelp', { what }));
}

function tell(
  { exit, says }: CommandEnd,
  terminal: Terminal,
  words: Translator,
  json: boolean,
): void {
  if (says === undefined) return;
  const text = says.map((said) => wordsOf(said, words)).join('\n');
  if (json) terminal.out(jsonText({ error: errorDocument(exit, text, words) }));
  else terminal.err(text);
}

function errorDocument(name: ExitCodeName, text: string, { t }: Translator) {
  return {
    name,
    exitCode: exitCodeFor(name, thisPlatform),
    message: text,
    meaning: t(`exitCode.${name}.meaning`),
    action: t(`exitCode.${name}.action`),
  };
}
