// Not its Node version, whose worker threads are not needed and whose `require` meets that of the bundle.
import { zipSync } from 'fflate/browser';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** The earliest that an archive can hold, in the time of wherever this runs: the same bytes for the same texts. */
const mtime = new Date(1980, 0, 1);

/** Packs texts with different names into a ZIP archive, names in UTF-8. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files = entries.map(({ name, text }) => [name, Buffer.from(text, 'utf8')] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime }));
}
