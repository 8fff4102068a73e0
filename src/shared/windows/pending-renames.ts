/** Where Windows keeps what it renames and deletes with its next start. Source: Microsoft, win32 docs, `MoveFileEx`. */
export const pendingRenamesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
export const pendingRenames = 'PendingFileRenameOperations';

/** What is moved where with the next start of Windows, in full paths. */
export interface PendingRename {
  readonly from: string;
  readonly to: string;
}

/** Whether the list has exactly this pair. `hex` is the value as it stands, in hexadecimal digits. */
export function isPending(hex: string, rename: PendingRename): boolean {
  return pairsIn(hex)?.some((pair) => isPair(pair, rename)) === true;
}

/**
 * The list without this pair and with every other one as it stands, empty where none is left. Null where the list is no list
 * of pairs: then nobody can say what belongs together, and it is left alone.
 */
export function withoutPending(hex: string, rename: PendingRename): string | null {
  const left = pairsIn(hex)?.filter((pair) => !isPair(pair, rename));
  if (left === undefined) return null;
  if (left.length === 0) return '';
  const text = [...left.flat().map((each) => `${each}\0`), '\0'].join('');
  return hexOf(text);
}

type Pair = readonly [from: string, to: string];

/** Source and target by turns; the target is empty for what is deleted, so that empty texts count. */
function pairsIn(hex: string): readonly Pair[] | null {
  const texts = textIn(hex).split('\0');
  // Behind the last text and behind the list.
  const ends = texts.length % 2 === 0 ? 2 : 1;
  if (texts.slice(-ends).some((text) => text !== '')) return null;
  const list = texts.slice(0, -ends);
  if (list.some((text, index) => index % 2 === 0 && text === '')) return null;
  return Array.from({ length: list.length / 2 }, (_, at) => [
    list[2 * at] ?? '',
    list[2 * at + 1] ?? '',
  ]);
}

function isPair([from, to]: Pair, wanted: PendingRename): boolean {
  return isPath(from, wanted.from) && isPath(to, wanted.to);
}

/** Windows writes its own kind of path, and a `!` before a target that it may replace. */
function isPath(text: string, path: string): boolean {
  return text.toLowerCase() === `\\??\\${path}`.toLowerCase();
}

function textIn(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(swapped(Number.parseInt(unit, 16)))).join('');
}

function hexOf(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => swapped(text.charCodeAt(at)).toString(16).padStart(4, '0'))
    .join('');
}

/** Windows writes the lower half of a UTF-16 unit first. */
function swapped(unit: number): number {
  return ((unit & 0xff) << 8) | (unit >> 8);
}
