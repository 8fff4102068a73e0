import { app } from 'electron';
import { exitCodeFor } from '../../shared/domain/run/exit-codes.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { defectFound, startFailure } from './start-failure.ts';
import { systemWords, tell } from './tell.ts';

let isEnding = false;

/** What escaped everything else ends the program with words and with a code that says so. */
export async function breakDown(error: unknown): Promise<void> {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const box = app.isReady() ? defectFound : startFailure;
  await endWith((words) => box(words, detail));
}

/** Says why the program cannot go on, once, and ends it as one that has a defect. */
export async function endWith(
  says: (words: Translator) => { readonly title: string; readonly content: string },
): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  try {
    const { title, content } = says(await systemWords());
    await tell(title, content);
  } finally {
    app.exit(exitCodeFor('defect', thisPlatform));
  }
}
