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
  const folder = `${dirname(systemFolder())}\\INF`;
  const { entries, gap } = listFolder(folder);
  if (gap !== null) return null;
  const names = entries.filter(({ kind, name }) => kind === 'file' && /^oem\d+\.inf$/i.test(name));
  const infs: PackageInf[] = [];
  for (const { name } of names) {
    const file = readBounded(`${folder}\\${name}`, largestInf);
    if (!file.read) return null;
    const text = decodeText(file.content);
    const lower = text.toLowerCase();
    if (words.some((word) => lower.includes(word.toLowerCase())))
      infs.push({ name, facts: parseInf(text) });
  }
  return infs;
}
