import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { ExitCodeName } from '../../../../shared/domain/run/exit-codes.ts';
import { changeablePart } from '../../../disk/changeable-part.ts';
import { threadPool } from '../com/thread-pool.ts';
import { user32 } from '../ffi/user32.ts';
import { childEnvironment } from '../system/child-environment.ts';
import { currentUser } from '../system/elevation.ts';
import { securedFolder } from './data-folder.ts';
import { windowsAccess } from './windows-access.ts';

/** `refused`: it was not started. `ended`: it was, and ended at once with this code. */
export type OpenedWindow =
  | { readonly state: 'open' }
  | { readonly state: 'refused'; readonly exit: ExitCodeName }
  | { readonly state: 'ended'; readonly code: number };

/** Whatever refuses to come up says so within this time. */
const watchedMs = 2000;

/**
 * Opens the window beside the console program `own`, in a world that Windows tells of and nobody else. Electron and Node read
 * variables before the first line of any program of theirs: where they write a log, and from which folder they take compiled
 * code. Whoever elevates such a program directly hands it what every program of the person may have written into `HKCU`; the
 * console program is deaf to them (decision 018), so it goes in between.
 */
export async function openWindow(
  args: readonly string[],
  own: string = process.execPath,
): Promise<OpenedWindow> {
  const program = join(dirname(dirname(own)), 'Cutover.exe');
  if (changeablePart(program, 'tree', windowsAccess()) !== null)
    return { state: 'refused', exit: 'unsafePlace' };
  const temporary = securedFolder('window', currentUser() ?? 'unknown', 'temporary');
  if (!temporary.ok) return { state: 'refused', exit: 'cannotWrite' };
  return await started(program, args, {
    ...childEnvironment(temporary.value.path),
    ...threadPool,
  });
}

async function started(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<OpenedWindow> {
  return await new Promise((resolve) => {
    const options = { env, cwd: dirname(program), detached: true, stdio: 'ignore' } as const;
    const child = spawn(program, args, options);
    const timer = setTimeout(() => resolve({ state: 'open' }), watchedMs);
    const end = (result: OpenedWindow) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.once('error', () => end({ state: 'refused', exit: 'defect' }));
    child.once('exit', (code) => end({ state: 'ended', code: code ?? 1 }));
    child.once('spawn', () => {
      // What may come to the front hands that on; else the window could open behind the one that asked for it.
      user32().AllowSetForegroundWindow(child.pid ?? 0);
      child.unref();
    });
  });
}
