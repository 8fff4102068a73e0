import type { RegistryData, RegistryKey } from './registry.ts';

type Values = Pick<RegistryKey, 'values'>;

/**
 * Text of a value, exactly as stored; null when it is missing, empty or no text. Some installers write numbers
 * where text belongs and text where a number belongs, so both are understood.
 */
export function textOf(key: Values, name: string): string | null {
  const data = dataOf(key, name);
  const text = isList(data) ? data[0] : typeof data === 'object' ? undefined : data;
  return text === undefined || text === '' ? null : String(text);
}

/** A number, also one written as text; null when it is missing or none. */
export function numberOf(key: Values, name: string): number | null {
  const data = dataOf(key, name);
  if (typeof data === 'number' || typeof data === 'bigint') return Number(data);
  if (typeof data !== 'string' || !/^\s*(?:\d{1,15}|0x[0-9a-f]{1,13})\s*$/i.test(data)) return null;
  return Number(data);
}

/** A list of texts; one text counts as a list of one. */
export function listOf(key: Values, name: string): readonly string[] {
  const data = dataOf(key, name);
  if (isList(data)) return data;
  return typeof data === 'string' && data !== '' ? [data] : [];
}

export function hasValue(key: Values, name: string): boolean {
  return key.values.has(name.toLowerCase());
}

function dataOf(key: Values, name: string): RegistryData | undefined {
  return key.values.get(name.toLowerCase())?.data;
}

function isList(data: RegistryData | undefined): data is readonly string[] {
  return Array.isArray(data);
}
