import { dangerSchema, type Danger } from '../../shared/domain/plan/danger.ts';
import type { Message } from '../../shared/domain/message.ts';
import { messageSchema } from '../../shared/domain/message-schema.ts';
import { hazardSchema, type Hazard } from '../../shared/domain/plan/plan.ts';
import { english } from '../../shared/words/english.ts';
import { dangerWords } from '../../shared/words/danger-words.ts';
import { hazardWords } from '../../shared/words/hazard-words.ts';
import { hiddenCharacters } from './visible.ts';

/**
 * A value as JSON for people and programs. What is said in it has its English text beside it. What a terminal would
 * obey is escaped, also where JSON itself would not; whoever parses it gets the same value back.
 */
export function jsonText(value: unknown): string {
  return written(value, 2);
}

/** The same on one line. */
export function jsonLine(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, indent: number): string {
  const text = JSON.stringify(value, (_key, part: unknown) => withText(part), indent);
  return text.replaceAll(hiddenCharacters, (sign) => (sign === '\n' ? sign : escaped(sign)));
}

/**
 * JSON in ASCII, the same document to whoever parses it: what a program prints is decoded by who reads it, Windows PowerShell
 * with the code page of the console, others as UTF-8.
 */
export function asciiJson(json: string): string {
  return json.replaceAll(/[\u0080-\uFFFF]/g, escaped);
}

function escaped(sign: string): string {
  return String.raw`\u` + sign.charCodeAt(0).toString(16).padStart(4, '0');
}

function withText(value: unknown): unknown {
  if (isMessage(value)) return { ...value, text: english.render(value) };
  if (isDanger(value)) return { ...value, ...dangerWords(value, english) };
  return isHazard(value) ? { ...value, ...hazardWords(value, english) } : value;
}

/** Of everything with an id only a message has nothing beside it but what it is filled with. */
function isMessage(value: unknown): value is Message {
  const isWhole = namesOf(value).every((name) => name === 'id' || name === 'values');
  return isWhole && messageSchema.safeParse(value).success;
}

function isDanger(value: unknown): value is Danger {
  return namesOf(value).includes('seenIn') && dangerSchema.safeParse(value).success;
}

function isHazard(value: unknown): value is Hazard {
  return namesOf(value).includes('severity') && hazardSchema.safeParse(value).success;
}

function namesOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
