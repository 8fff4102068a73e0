import { dirname } from 'node:path/win32';
import { parseInf, type InfFacts } from '../../formats/inf/parse-inf.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import { systemFolder } from '../ffi/library.ts';
import { listFolder } from './list-folder.ts';
import { readBounded } from './read-bounded.ts';

/** The file of a package of drivers that somebody else than Microsoft brought along. */
export interface PackageInf {
  /** Under which Windows keeps it, such as `oem12.inf`. */
  readonly name: string;
  readonly facts: InfFacts;
}

/** The largest ones, of graphics adapters, have some two megabytes. */
const largestInf = 8 * 1024 * 1024;

/**
 * The packages of others in Windows' folder of such files in which one of these words stands; null where not all of them could
 * be read. Understanding every one of them would take seconds. Source: Microsoft, driver docs, "How Windows Copies INF Files":
 * they are kept there as `oem<n>.inf`.
 */
export function packageInfs(words: readonly string[]): readonly PackageInf[] | null {
  const names = packageInfNames();
  if (names === null) return null;
  const infs: PackageInf[] = [];
  for (const name of names) {
    const text = textOfInf(name);
    if (text === null) return null;
    const lower = text.toLowerCase();
    if (words.some((word) => lower.includes(word.toLowerCase())))
      infs.push({ name, facts: parseInf(text) });
  }
  return infs;
}

/** Under which names Windows keeps those of others; null where they could not be listed. */
export function packageInfNames(): readonly string[] | null {
  const { entries, gap } = listFolder(folderOfInfs());
  if (gap !== null) return null;
  return entries
    .filter(({ kind, name }) => kind === 'file' && /^oem\d+\.inf$/i.test(name))
    .map(({ name }) => name);
}

/** The package of that name; null where there is none, undefined where it could not be read. */
export function packageInf(name: string): PackageInf | null | undefined {
  const names = packageInfNames();
  if (names === null) return undefined;
  if (!names.some((each) => each.toLowerCase() === name.toLowerCase())) return null;
  const text = textOfInf(name);
  return text === null ? undefined : { name, facts: parseInf(text) };
}

function folderOfInfs(): string {
  return `${dirname(systemFolder())}\\INF`;
}

function textOfInf(name: string): string | null {
  const file = readBounded(`${folderOfInfs()}\\${name}`, largestInf);
  return file.read ? decodeText(file.content) : null;
}
