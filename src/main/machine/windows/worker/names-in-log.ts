import { readFile } from 'node:fs/promises';
import { decodeText } from '../../formats/text/decode-text.ts';

/**
 * Whether the log of an installer names one of the properties on its own account. Where Windows Installer lists what it
 * was given, each is followed by its value; that tells nothing. A log that cannot be read names nothing.
 */
export async function isNamedInLog(logFile: string, names: readonly string[]): Promise<boolean> {
  const bytes = await readFile(logFile).catch(() => null);
  return bytes !== null && names.some((name) => isNamed(decodeText(bytes), name));
}

function isNamed(log: string, name: string): boolean {
  const alone = new RegExp(`\\b${name}\\b(?!["']?\\s*=)`);
  return log.split(/\r?\n/).some((line) => alone.test(line) && !lists.test(line));
}

/** Lines about properties as such. Windows Installer writes them in English in every language. */
const lists =
  /PROPERTY CHANGE|Property\([SCN]\)|Command Line|(?:SecureCustom|MsiHidden|Admin)Properties/i;
