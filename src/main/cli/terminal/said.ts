import type { Message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** A message, or a sentence: of Windows or an installer, or of the engine where it does not say messages yet. */
export type Said = Message | string;

/** The words of it in the language of the terminal; a sentence is quoted as it is. */
export function wordsOf(said: Said, { render }: Translator): string {
  return typeof said === 'string' ? said : render(said);
}
