import type { Plugin } from 'vite';
import { languages, type Language } from '../src/shared/domain/languages.ts';

type Words = string | { readonly [category: string]: string };
type Message = Readonly<Record<Language, Words>>;

/** A node of the parser, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const catalogues = /\/src\/(?:.*\.texts|.*\/words\/[^/]*)\.ts$/;

/**
 * Takes all languages but English out of the page's scripts and writes each into a file of its own, so that a
 * person loads one language instead of six. Catalogues stay as they are written: whatever object in them has exactly our
 * languages as its keys, and only words in them, is a message. The page finds the words by their English text; a
 * second message with the same English and other translations keeps its own.
 */
export function wordsApart(): Plugin {
  const apart = new Map<string, Message>();
  return {
    name: 'words-apart',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!catalogues.test(id)) return null;
      const shortened = withoutTranslations(code, this.parse(code, { lang: 'ts' }) as never, apart);
      return shortened === code ? null : { code: shortened, map: null };
    },
    generateBundle() {
      for (const language of languages.filter((each) => each !== 'en')) {
        const words = Object.fromEntries([...apart].map(([key, each]) => [key, each[language]]));
        const source = `export default ${JSON.stringify(words)};\n`;
        this.emitFile({ type: 'asset', fileName: `assets/words.${language}.js`, source });
      }
    },
  };
}

function withoutTranslations(code: string, program: Node, apart: Map<string, Message>): string {
  let shortened = code;
  for (const { node, message } of messagesIn(program).toReversed()) {
    const key = keyOf(message.en);
    const known = apart.get(key);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(message)) continue;
    apart.set(key, message);
    const english = `{ en: ${JSON.stringify(message.en)} }`;
    shortened = shortened.slice(0, node.start) + english + shortened.slice(node.end);
  }
  return shortened;
}

/** The same as the page does, see `words-apart.ts` there. */
function keyOf(english: Words): string {
  return typeof english === 'string' ? english : (english['other'] ?? '');
}

function messagesIn(node: Node): readonly { readonly node: Node; readonly message: Message }[] {
  const message = wordsOf(node);
  if (isMessage(message)) return [{ node, message }];
  return Object.values(node).flatMap((value) => {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    return children.filter(isNode).flatMap(messagesIn);
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isMessage(words: unknown): words is Message {
  if (typeof words !== 'object' || words === null) return false;
  const keys = Object.keys(words);
  return keys.length === languages.length && languages.every((language) => language in words);
}

/** What the source says where that is words and nothing else; undefined where it is not. */
function wordsOf(node: Node): unknown {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'ObjectExpression') return undefined;
  const entries = (node['properties'] as readonly Node[]).map((property) => {
    const [key, value] = [property['key'], property['value']];
    if (property['computed'] === true || !isNode(key) || !isNode(value)) return undefined;
    const words = wordsOf(value);
    return words === undefined ? undefined : [key['name'] ?? key['value'], words];
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined;
}
