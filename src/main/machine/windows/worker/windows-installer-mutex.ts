import { isMutexHeld } from '../ffi/mutex.ts';

/** Owned by Windows Installer while it changes the computer. Source: Microsoft, win32 docs, "_MSIExecute Mutex". */
const installerMutex = 'Global\\_MSIExecute';

/** True while any installation, ours or another one, is changing this computer. */
export function isWindowsInstallerBusy(): boolean {
  return isMutexHeld(installerMutex);
}
