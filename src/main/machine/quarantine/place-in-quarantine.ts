import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { waitingMark } from '../../disk/waiting-mark.ts';

/**
 * Where a thing is put: the same for the same thing, so that a run that was killed finds it again, and without its name,
 * which may be as long as a name can be.
 */
export function placeInQuarantine(folder: string, thing: string): string {
  const name = createHash('sha256').update(thing.toLowerCase()).digest('hex').slice(0, 16);
  return `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}

/** Notes that something comes to a place with the next start of Windows, so that there is something to bring back. */
export function markWaiting(place: string): void {
  writeFileSync(waitingMark(place), '');
}

export function forgetWaiting(place: string): void {
  rmSync(waitingMark(place), { force: true });
}

export function isWaiting(place: string): boolean {
  return existsSync(waitingMark(place));
}
