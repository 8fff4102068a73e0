import { openDataFolder, type OpenedFolder } from '../../../disk/data-folder.ts';
import { programDataFolder } from '../ffi/known-folder.ts';
import { windowsAccess } from './windows-access.ts';

/** `%ProgramData%\Cutover`, asked of Windows: its environment variable could have been set by anybody. */
export function usualDataFolder(): string {
  return `${programDataFolder() ?? 'C:\\ProgramData'}\\Cutover`;
}

/** A folder below the usual one for what belongs to no run, which only administrators can write in. */
export function securedFolder(...below: readonly string[]): OpenedFolder {
  const request = {
    place: usualDataFolder(),
    named: false,
    below,
    purpose: 'write',
  } as const;
  return openDataFolder(request, windowsAccess());
}
