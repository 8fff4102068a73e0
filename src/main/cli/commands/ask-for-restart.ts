import type { RestartChoice } from '../../../shared/domain/restart/restart-choice.ts';
import { usualRestart } from '../../../shared/domain/restart/usual-restart.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { yes } from '../terminal/yes.ts';

/** Whether somebody is there who can be asked, and may be. */
export function isAsking(
  { unattended }: { readonly unattended?: boolean },
  { interactive }: Terminal,
): boolean {
  return interactive && unattended !== true;
}

/** Whether the computer may be restarted now. */
export async function askForRestart(
  choice: RestartChoice | undefined,
  terminal: Terminal,
  words: Translator,
): Promise<boolean> {
  const count = (choice ?? usualRestart).delaySeconds;
  return await yes(terminal, words, words.t('terminal.ask.restart', { count }));
}
