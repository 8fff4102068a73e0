import { writeSync } from 'node:fs';
import { app, dialog } from 'electron';
import { closestRealLanguage } from '../../shared/domain/languages.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { hasDesktop } from '../machine/open-machine.ts';

/** What the system itself shows has no pseudo language. */
export function wordsFor(language: string): Promise<Translator> {
  return loadTranslator(closestRealLanguage(language));
}

/** Before anybody could choose a language. */
export async function systemWords(): Promise<Translator> {
  const [language = 'en'] = app.getPreferredSystemLanguages();
  return await wordsFor(language);
}

/**
 * Says something for which there is no page. Where nobody sees a window, nobody could close its box either. While the
 * program goes on, the box must not hold it up.
 */
export async function tell(title: string, text: string): Promise<void> {
  try {
    writeSync(standardError, `${text}\n`);
  } catch {
    // A program with a window usually has none.
  }
  if (!(await isSeen())) return;
  if (app.isReady()) await dialog.showMessageBox({ ...box, title, message: title, detail: text });
  else dialog.showErrorBox(title, text);
}

const standardError = 2;
const box = { type: 'error', noLink: true } as const;

/** Without the native library Windows cannot be asked; then there is usually a person. */
async function isSeen(): Promise<boolean> {
  try {
    return await hasDesktop();
  } catch {
    return true;
  }
}
