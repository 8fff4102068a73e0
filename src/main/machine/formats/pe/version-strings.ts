/** What one language of a version resource says of a program; a claim of its maker. */
export interface VersionStrings {
  readonly companyName: string | null;
  readonly productName: string | null;
  readonly originalName: string | null;
}

export interface VersionInfo {
  /** From the numbers, which are the same in every language: `21.3.10.391`. */
  readonly fileVersion: string | null;
  readonly languages: readonly VersionStrings[];
}

/** Languages within one resource, and strings of one language, that are looked at. */
const most = 64;

/**
 * A version resource taken apart; what is damaged is left out. Windows reads the strings of one language, and a maker that
 * writes its name differently in each has it in all of them. Source: Microsoft, win32 docs, "VS_VERSIONINFO structure".
 */
export function parseVersionBlock(block: Buffer): VersionInfo {
  const root = nodeAt(block, 0, block.length);
  if (root === null) return { fileVersion: null, languages: [] };
  const languages = childrenOf(block, root)
    .filter(({ key }) => key === 'StringFileInfo')
    .flatMap((node) => childrenOf(block, node))
    .map((node) => stringsOf(block, node));
  return { fileVersion: fixedVersion(block, root), languages: languages.slice(0, most) };
}

/** All of them are built alike: their length, that of their value, their kind, their name, their value, what they hold. */
interface Node {
  readonly key: string;
  /** Where its value begins, and where what it holds does. */
  readonly value: number;
  readonly children: number;
  readonly end: number;
}

function nodeAt(block: Buffer, at: number, limit: number): Node | null {
  if (at + 6 > limit) return null;
  const end = Math.min(at + block.readUInt16LE(at), limit);
  const isText = block.readUInt16LE(at + 4) === 1;
  const key = textAt(block, at + 6, end);
  if (key === null) return null;
  const value = aligned(at + 6 + key.length * 2 + 2);
  const size = block.readUInt16LE(at + 2) * (isText ? 2 : 1);
  return { key, value, children: aligned(value + size), end };
}

function childrenOf(block: Buffer, node: Node): readonly Node[] {
  const found: Node[] = [];
  let at = node.children;
  while (found.length < most) {
    const child = nodeAt(block, at, node.end);
    if (child === null) break;
    found.push(child);
    at = aligned(child.end);
  }
  return found;
}

function stringsOf(block: Buffer, table: Node): VersionStrings {
  const values = new Map(
    childrenOf(block, table).map((node) => [node.key, textOf(block, node)] as const),
  );
  return {
    companyName: values.get('CompanyName') ?? null,
    productName: values.get('ProductName') ?? null,
    originalName: values.get('OriginalFilename') ?? null,
  };
}

/** Makers count its length in characters or in bytes, so that its end decides. */
function textOf(block: Buffer, { value, end }: Node): string | null {
  const text = textAt(block, value, end) ?? block.toString('utf16le', value, end);
  return text.trim() === '' ? null : text.trim();
}

/** Up to its NUL; null where there is none before the end. */
function textAt(block: Buffer, at: number, end: number): string | null {
  for (let to = at; to + 2 <= end; to += 2) {
    if (block.readUInt16LE(to) === 0) return block.toString('utf16le', at, to);
  }
  return null;
}

/** `VS_FIXEDFILEINFO` begins with this number; the file version follows at offset 8. */
const fixedSignature = 0xfeef04bd;

function fixedVersion(block: Buffer, { value, end }: Node): string | null {
  if (value + 16 > end || block.readUInt32LE(value) !== fixedSignature) return null;
  return [10, 8, 14, 12].map((at) => block.readUInt16LE(value + at)).join('.');
}

function aligned(at: number): number {
  return (at + 3) & ~3;
}
