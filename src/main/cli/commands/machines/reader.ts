import { createInterface } from 'node:readline';
import type { AnyLanguage } from '../../../../shared/domain/languages.ts';
import { loadTranslator } from '../../../../shared/words/load-translator.ts';
import { asciiJson } from '../../../report/json-text.ts';
import { tellFile, type Telling } from './tell-file.ts';

/** Starts this program as a reader. */
export const readerArgument = '--reader';

/** A value on a line of its own. Whoever reads lines ends them at separators of Unicode too, which JSON leaves as they are. */
export function asLine(value: unknown): string {
  return `${asciiJson(JSON.stringify(value))}\n`;
}

/** What is asked of a reader when it is started. */
export interface ReaderOrder extends Telling {
  readonly language: AnyLanguage;
}

/**
 * The whole life of a process that helps to read a folder: for each line of standard input, which is the path of a file as JSON,
 * it writes a line with what is told of the file. It ends with its input, and so with whoever started it.
 */
export async function runReader(order: string): Promise<number> {
  const { language, ...telling } = JSON.parse(order) as ReaderOrder;
  const words = await loadTranslator(language);
  for await (const line of createInterface({ input: process.stdin })) {
    const told = await Array.fromAsync(tellFile(JSON.parse(line) as string, telling, words));
    process.stdout.write(asLine(told));
  }
  return 0;
}
