import { isPlainPath } from '../../../../shared/windows/plain-path.ts';
import type { Variables } from '../../registry/expand-variables.ts';

/** The folders for programs by the names Windows gives them. */
const folderVariables = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432'] as const;

/**
 * Why an uninstaller must not be started where it lies; null when nothing speaks against it. Everybody may make a
 * `Program Files` of their own on another drive or a share, and what lies beside a program there runs with it; only in
 * those of this Windows nobody but administrators can write.
 */
export function refusePlace(program: string, variables: Variables): string | null {
  if (!isPlainPath(program)) return `The path ${program} is disguised, so it was not started.`;
  const folders = folderVariables.flatMap((name) => variables.get(name) ?? []);
  const isInside = folders.some(
    (folder) =>
      isPlainPath(folder) && program.toLowerCase().startsWith(`${folder.toLowerCase()}\\`),
  );
  return isInside
    ? null
    : `${program} does not lie below the Program Files of this Windows, where only administrators can write, so it was not started.`;
}
