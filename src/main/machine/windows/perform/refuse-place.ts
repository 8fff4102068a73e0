import { message, type Message } from '../../../../shared/domain/message.ts';
import { isPlainPath } from '../../../../shared/windows/plain-path.ts';
import type { Variables } from '../../registry/expand-variables.ts';

/** The folders for programs by the names Windows gives them. */
const folderVariables = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432'] as const;

/**
 * Why an uninstaller must not be started where it lies; null when nothing speaks against it. Everybody may make a
 * `Program Files` of their own on another drive or a share, and what lies beside a program there runs with it; only in
 * those of this Windows nobody but administrators can write.
 */
export function refusePlace(program: string, variables: Variables): Message | null {
  if (!isPlainPath(program)) return message('refused.disguised', { program });
  const folders = folderVariables.flatMap((name) => variables.get(name) ?? []);
  const isInside = folders.some(
    (folder) =>
      isPlainPath(folder) && program.toLowerCase().startsWith(`${folder.toLowerCase()}\\`),
  );
  return isInside ? null : message('refused.outsidePrograms', { program });
}
