import { encodeHexPassword } from './hex-password.ts';

/** Stands in place of a secret, always the same, so that not even its length is told. */
export const hiddenSecret = '********';

/** Every spelling in which one of the secrets could turn up, the longest first. */
export function spellingsOf(secrets: readonly string[]): readonly string[] {
  const spellings = secrets.filter((secret) => secret !== '').flatMap(spellingsOfOne);
  return [...new Set(spellings)].sort((one, other) => other.length - one.length);
}

/**
 * The text without any spelling of any secret, in upper or lower case: the one rule for all that is written or shown.
 */
export function redactText(text: string, secrets: readonly string[]): string;
export function redactText(text: string | null, secrets: readonly string[]): string | null;
export function redactText(text: string | null, secrets: readonly string[]): string | null {
  const spellings = spellingsOf(secrets);
  if (text === null || spellings.length === 0) return text;
  const anySpelling = new RegExp(spellings.map(escapePattern).join('|'), 'gi');
  return text.replaceAll(anySpelling, hiddenSecret);
}

function spellingsOfOne(secret: string): readonly string[] {
  const hex = encodeHexPassword(secret);
  // Windows Installer writes properties as they stand on its command line, with doubled quotation marks; a worker that
  // breaks down may quote the JSON it was sent.
  const quoted = [secret.replaceAll('"', '""'), JSON.stringify(secret).slice(1, -1)];
  return [secret, ...quoted, hex, hex.toLowerCase()];
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
