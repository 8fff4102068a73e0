import { parse } from '@formatjs/icu-messageformat-parser';
import compile from 'icu-minify/compile';
import type { Catalogue } from './catalogue.ts';
import { parametersOf, type Kind } from './parameters.ts';

/** Concepts that only the terminal, a report or the system's own dialogues speak of; they do not burden the page. */
const notForTheWindow = [
  'desktop',
  'exitCode',
  'export',
  'journal',
  'leftover',
  'nextAntivirus',
  'notRepaired',
  'phone',
  'refusal',
  'report',
  'schema',
  'selfTest',
  'terminal',
];

export function windowCatalogue(catalogue: Catalogue): Catalogue {
  const isForTheWindow = (key: string) => !notForTheWindow.includes(conceptOf(key));
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => isForTheWindow(key)));
}

/**
 * A module with the messages of one language, ready for `icu-minify/format`, by the first word of their ids. As JSON, which is
 * read in a fraction of the time that a program of that length takes.
 */
export function compiledModule(catalogue: Catalogue): string {
  const messages = Object.entries(catalogue).map(([id, text]) => [id, compile(text)] as const);
  const concepts = Object.entries(Object.groupBy(messages, ([id]) => conceptOf(id))).map(
    ([concept, of = []]) => [concept, Object.fromEntries(of)] as const,
  );
  const json = JSON.stringify(Object.fromEntries(concepts));
  return [
    "import type { CompiledMessage } from 'icu-minify/format';",
    'type Messages = Readonly<Record<string, CompiledMessage>>;',
    `const concepts = JSON.parse(${JSON.stringify(json)}) as Readonly<Record<string, Messages>>;`,
    'export default (concept: string): Messages | undefined =>',
    '  Object.hasOwn(concepts, concept) ? concepts[concept] : undefined;\n',
  ].join('\n');
}

function conceptOf(id: string): string {
  return id.split('.', 1)[0] ?? '';
}

/** A module with the type of every message: its key, and what each name in it has to be given. */
export function typesModule(english: Catalogue): string {
  const lines = Object.entries(english).map(
    ([key, text]) => `  readonly ${JSON.stringify(key)}: ${typeOf(text)};`,
  );
  return [
    'export interface Messages {',
    ...lines,
    '}',
    `export type WindowKey = Exclude<keyof Messages, \`\${${notForTheWindow.map((concept) => `'${concept}'`).join(' | ')}}.\${string}\`>;\n`,
  ].join('\n');
}

function typeOf(text: string): string {
  const parameters = Object.entries(parametersOf(parse(text)));
  if (parameters.length === 0) return 'Readonly<Record<never, never>>';
  return `{ ${parameters.map(([name, kind]) => `readonly ${name}: ${typeOfKind(kind)}`).join('; ')} }`;
}

function typeOfKind(kind: Kind): string {
  return typeof kind === 'string' ? `'${kind}'` : `readonly ${JSON.stringify(kind)}`;
}
