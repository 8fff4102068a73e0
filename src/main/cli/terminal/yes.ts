import type { Translator } from '../../../shared/words/translator.ts';
import type { Terminal } from './terminal.ts';

/** Asks a question that only a plain yes answers: one of the language of the terminal, or an English one. */
export async function yes(
  terminal: Terminal,
  { t }: Translator,
  question: string,
): Promise<boolean> {
  const answer = await terminal.ask(`${question} ${t('terminal.ask.yesOrNo')} `);
  const accepted = ['y', 'yes', ...t('terminal.ask.yes').split(' ')];
  return accepted.includes(answer?.trim().toLowerCase() ?? '');
}
