import { closestLanguage, knownLanguage, type AnyLanguage } from '../../shared/domain/languages.ts';
import { systemLanguage } from '../machine/open-machine.ts';
import { valueOf } from './flags/value-of.ts';

/** Whether JSON is asked for, one document or a line for everything that happens, which is also what tells of arguments that make no sense. */
export function asksForJson(argv: readonly string[]): boolean {
  return (
    argv.includes('--json') || argv.includes('--events') || valueOf(argv, '--contract') === 'json'
  );
}

/**
 * The language a command speaks: the one that is named, else that of the system. What programs read is English
 * unless a language is named, so that it does not depend on the computer it comes from; a JSON document always is.
 */
export async function languageOf(argv: readonly string[]): Promise<AnyLanguage> {
  if (asksForJson(argv)) return 'en';
  const named = knownLanguage(valueOf(argv, '--language') ?? '');
  if (named !== null) return named;
  const forPrograms = argv.some((arg) => readByPrograms.has(arg.split('=', 1)[0] ?? ''));
  return forPrograms ? 'en' : closestLanguage(await systemLanguage());
}

const readByPrograms: ReadonlySet<string> = new Set(['--unattended', '--contract']);
