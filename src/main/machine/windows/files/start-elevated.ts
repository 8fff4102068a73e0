import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { message, quoted, type Message } from '../../../../shared/domain/message.ts';
import { quotedArguments } from '../../../../shared/windows/command-line.ts';
import { changeablePart } from '../../../disk/changeable-part.ts';
import { exitCodeOf } from '../ffi/process-control.ts';
import { startByShell } from '../ffi/shell-execute.ts';
import { kernel32 } from '../ffi/kernel32.ts';
import type { Pointer } from '../ffi/library.ts';
import { describeWin32Error, win32 } from '../ffi/win32-error.ts';
import { windowsAccess } from './windows-access.ts';

/** What is to be started once more with the rights of an administrator. */
export interface ElevationRequest {
  /** Full path. */
  readonly program: string;
  readonly args: readonly string[];
  /** The program whose place decides, where the one that is started only starts it; nothing of it is to be seen then. */
  readonly starts?: string;
  /** The window that the question of the system belongs to, as the system names it; null where there is none. */
  readonly owner: bigint | null;
}

/** What came of it. */
export type ElevatedStart =
  | { readonly state: 'started' }
  /** The person did not want to. */
  | { readonly state: 'declined' }
  | { readonly state: 'failed'; readonly why: Message };

/** A program that is refused its start says so by itself within this time. */
const watchedMs = 5000;
const turnMs = 100;

/**
 * Starts this program once more with the rights of an administrator, for which Windows asks the person. What is started
 * checks its place and its arguments anew; the place is looked at here too, so that nobody is asked for something that is
 * refused afterwards. No variable of ours goes along: the service of Windows that starts it makes a new environment, out of
 * what every program of the person may have written; see `open-window.ts`.
 */
export async function startElevated({
  program,
  args,
  starts,
  owner,
}: ElevationRequest): Promise<ElevatedStart> {
  const path = changeablePart(starts ?? program, 'tree', windowsAccess('administrators'));
  if (path !== null) return { state: 'failed', why: message('program.unsafePlace', { path }) };
  const started = startByShell({
    verb: 'runas',
    program,
    parameters: quotedArguments(args),
    folder: dirname(program),
    hidden: starts !== undefined,
    owner,
  });
  if (!started.ok)
    return started.error === win32.cancelled
      ? { state: 'declined' }
      : { state: 'failed', why: quoted(describeWin32Error(started.error)) };
  return await watched(started.process);
}

async function watched(process: Pointer): Promise<ElevatedStart> {
  if (process === null) return { state: 'started' };
  try {
    for (let waited = 0; waited < watchedMs; waited += turnMs) {
      const code = exitCodeOf(process);
      // It brought a window to the front that was open already.
      if (code === 0) return { state: 'started' };
      if (code !== null)
        return { state: 'failed', why: message('desktop.elevation.ended', { code: String(code) }) };
      await sleep(turnMs);
    }
    return { state: 'started' };
  } finally {
    kernel32().CloseHandle(process);
  }
}
