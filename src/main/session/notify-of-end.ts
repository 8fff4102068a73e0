import { closestLanguage } from '../../shared/domain/languages.ts';
import type { Message } from '../../shared/domain/message.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Machine } from '../machine/machine.ts';
import { systemLanguage } from '../machine/open-machine.ts';

/**
 * Shows whoever is signed in how a run ended, in the language of the system whatever the run itself speaks. Null, or why nobody
 * saw it.
 */
export async function notifyOfEnd(
  machine: Pick<Machine, 'notifyPersons'>,
  { summary }: Pick<RunRecord, 'summary'>,
): Promise<Message | null> {
  if (machine.notifyPersons === undefined) return null;
  const words = await loadTranslator(closestLanguage(await systemLanguage()));
  return machine.notifyPersons('Cutover', words.sentences(summary));
}
