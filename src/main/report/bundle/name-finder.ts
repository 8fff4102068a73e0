/** A stretch of a text, by its offsets in UTF-16 units, and what was found there. */
export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly found: T;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  found?: T;
}

/**
 * Finds any number of names in a text in one pass, however they are spelled: composed or decomposed, in capitals or not,
 * escaped as in JSON or in an address. The names are kept as a tree of their words, so that every word of the text is
 * looked up once, and the words after it only as long as they go on with a name.
 *
 * A name counts as whole words only, so that a user named Max does not change every maximum.
 */
export class NameFinder<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** Of two that are spelled alike the first counts. */
  add(name: string, found: T): void {
    const end = tokensOf(name.trim(), plain).reduce((node, { word }) => {
      const next: Node<T> = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      return next;
    }, this.#root);
    if (end !== this.#root) end.found ??= found;
  }

  /** What this name stands for, and nothing longer or shorter. */
  get(name: string): T | undefined {
    let node: Node<T> | undefined = this.#root;
    for (const { word } of tokensOf(name.trim(), plain)) node = node?.next.get(word);
    return node?.found;
  }

  /** The longest name that begins at each word; none goes on over a line's end. They may overlap, and one may be told twice. */
  find(text: string): readonly Span<T>[] {
    const spans: Span<T>[] = [];
    let from = 0;
    for (const line of text.split('\n')) {
      for (const way of hasEscapes.test(line) ? [plain, escaped] : [plain]) {
        const tokens = tokensOf(line, way, from);
        for (let at = 0; at < tokens.length; at++) {
          const longest = this.#longestAt(tokens, at);
          if (longest !== null) spans.push(longest);
        }
      }
      from += line.length + 1;
    }
    return spans;
  }

  #longestAt(tokens: readonly Token[], from: number): Span<T> | null {
    let node: Node<T> | undefined = this.#root;
    let longest: Span<T> | null = null;
    for (let at = from; at < tokens.length; at++) {
      const { word = '', end = 0 } = tokens[at] ?? {};
      node = node.next.get(word);
      if (node === undefined) break;
      if (node.found !== undefined)
        longest = { start: tokens[from]?.start ?? 0, end, found: node.found };
    }
    return longest;
  }
}

/** A word as it is compared: without accents and case, `ß` as its capitals. */
export function folded(word: string): string {
  if (/^[\x20-\x7E]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toUpperCase()
    .toLowerCase();
}

// Words, numbers, blanks, and every other sign by itself; of writings without blanks between words each sign.
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
const others = String.raw`\p{N}+|\s+|.`;
const plain = new RegExp(String.raw`${unspaced}|[\p{L}\p{M}]+|${others}`, 'gsu');

const ascii = String.raw`\\u00[0-7][0-9a-fA-F]|%[2-7][0-9a-fA-F]`;
const beyond = String.raw`\\u[0-9a-fA-F]{4}|%[c-fC-F][0-9a-fA-F](?:%[89abAB][0-9a-fA-F]){1,3}`;
const escaped = new RegExp(
  String.raw`${ascii}|${unspaced}|(?:[\p{L}\p{M}]|${beyond})+|${others}`,
  'gsu',
);
const escapes = new RegExp(`${ascii}|${beyond}`, 'g');
const hasEscapes = /\\u[0-9a-f]{4}|%[2-7c-f][0-9a-f]/i;

/** `from` is where the text begins in a longer one. */
function tokensOf(text: string, way: RegExp, from = 0): readonly Token[] {
  return Array.from(text.matchAll(way), ({ 0: sign, index: start }) => ({
    word: wordOf(way === escaped ? sign.replaceAll(escapes, unescaped) : sign),
    start: from + start,
    end: from + start + sign.length,
  }));
}

function wordOf(sign: string): string {
  return /^\s+$/.test(sign) ? ' ' : folded(sign);
}

function unescaped(escape: string): string {
  if (escape.startsWith('\\')) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return Buffer.from(escape.replaceAll('%', ''), 'hex').toString('utf8');
}
