import { message } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { readWholeFile } from '../ffi/raw-file.ts';
import { win32 } from '../ffi/win32-error.ts';
import { windowsGap } from '../system/windows-gap.ts';

/** What a file holds; where it could not be read, why, and null where there is none. */
export type BoundedRead =
  | { readonly read: true; readonly content: Buffer }
  | { readonly read: false; readonly gap: Gap | null };

const absent: readonly number[] = [win32.fileNotFound, win32.pathNotFound];

/** Reads a whole file that others may have written: never more than `most` bytes of it, and nothing that is no file. */
export function readBounded(path: string, most: number): BoundedRead {
  const file = readWholeFile(path, most);
  if ('content' in file) return { read: true, content: file.content };
  if ('tooLong' in file) return { read: false, gap: tooLong(path) };
  return { read: false, gap: absent.includes(file.error) ? null : windowsGap(path, file.error) };
}

/** A file that is longer than what it should be ever is. */
export function tooLong(subject: string): Gap {
  const detail = message('gap.fileTooLong');
  return { subject, reason: 'truncated', detail, needsAdministrator: false };
}
