import { hiddenCharacters } from './visible.ts';

/**
 * A value as JSON for people and programs. What a terminal would obey is escaped, also where JSON itself would not;
 * whoever parses it gets the same value back.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replaceAll(hiddenCharacters, (sign) => (sign === '\n' ? sign : escaped(sign)));
}

function escaped(sign: string): string {
  return String.raw`\u` + sign.charCodeAt(0).toString(16).padStart(4, '0');
}
