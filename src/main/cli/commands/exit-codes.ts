import { exitCodeNames, exitCodes } from '../../../shared/domain/run/exit-codes.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { thisPlatform } from '../../machine/open-machine.ts';
import { answered, type CommandEnd } from '../results/command-end.ts';
import { exitCodeText, indent } from '../results/exit-code-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** `cutover exit-codes`: every way a command can end, and what to do then. */
export async function exitCodesCommand(
  _options: object,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const wrap = (text: string) => wrapped(text, terminal.columns - indent, '');
  terminal.out(exitCodeText(thisPlatform, words, { wrap, actions: true }));
  const rows = exitCodeNames.map((name) => ({
    name,
    ...exitCodes[name],
    meaning: words.t(`exitCode.${name}.meaning`),
    action: words.t(`exitCode.${name}.action`),
  }));
  return await Promise.resolve(answered({ exitCodes: rows }));
}
