import { createHash } from 'node:crypto';

/**
 * Where a thing is put: the same for the same thing, so that a run that was killed finds it again, and without its name,
 * which may be as long as a name can be.
 */
export function placeInQuarantine(folder: string, thing: string): string {
  const name = createHash('sha256').update(thing.toLowerCase()).digest('hex').slice(0, 16);
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}
