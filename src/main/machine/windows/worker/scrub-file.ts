import { open, readFile } from 'node:fs/promises';
import { waitingPatiently } from '../../../disk/patiently.ts';
import { spellingsOf } from '../../../../shared/windows/redact-text.ts';

/**
 * Overwrites every spelling of every secret in a file, in place and in the encodings that logs are written in, so
 * that the rest of the file stays as it is. Returns how many places there were. Throws when the file exists
 * and cannot be cleaned; a file that does not exist holds nothing.
 */
export async function scrubFile(path: string, secrets: readonly string[]): Promise<number> {
  const content = await waitingPatiently(async () => await readFile(path)).catch(nothingThere);
  if (content === null) return 0;
  const places = spellingsOf(secrets).flatMap((spelling) =>
    encodingsFor(spelling).flatMap((encoding) => placesOf(content, spelling, encoding)),
  );
  if (places.length > 0) await overwrite(path, places);
  return places.length;
}

type Encoding = 'utf8' | 'utf16le' | 'latin1';

/** In Latin 1 every other letter would become some byte that means something else. */
function encodingsFor(spelling: string): readonly Encoding[] {
  const fitsLatin1 = Buffer.from(spelling, 'latin1').toString('latin1') === spelling;
  return fitsLatin1 ? ['utf8', 'utf16le', 'latin1'] : ['utf8', 'utf16le'];
}

interface Place {
  readonly offset: number;
  readonly stars: Buffer;
}

/** Overwrites what it finds in `content` too, so that no place is found twice. */
function placesOf(content: Buffer, spelling: string, encoding: Encoding): Place[] {
  const pattern = Buffer.from(spelling, encoding);
  const stars = starsLike(pattern, encoding);
  const places: Place[] = [];
  for (let at = content.indexOf(pattern); at >= 0; at = content.indexOf(pattern, at + 1)) {
    stars.copy(content, at);
    places.push({ offset: at, stars });
  }
  return places;
}

/** As many bytes as the secret took, still valid text in its encoding. */
function starsLike(pattern: Buffer, encoding: Encoding): Buffer {
  return Buffer.alloc(pattern.length, encoding === 'utf16le' ? '*\0' : '*');
}

async function overwrite(path: string, places: readonly Place[]): Promise<void> {
  const file = await waitingPatiently(async () => await open(path, 'r+'));
  try {
    for (const { offset, stars } of places) await file.write(stars, 0, stars.length, offset);
    await file.sync();
  } finally {
    await file.close();
  }
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
