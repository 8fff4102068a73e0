import { app, type BrowserWindow } from 'electron';
import type { Reply } from '../../shared/contract/contract.ts';
import { startElevated } from '../machine/open-machine.ts';
import { elevatedStart } from './console-program.ts';
import { elevatedFlag } from './desktop-arguments.ts';

/**
 * Starts the window once more as administrator, with the arguments that this one has, and ends this one. What is started
 * keeps its data elsewhere, so it does not take this one for itself, and checks arguments and place anew.
 */
export async function elevate(
  args: readonly string[],
  window: BrowserWindow | null,
): Promise<Reply<null>> {
  const wanted = [...args.filter((arg) => arg !== elevatedFlag), elevatedFlag];
  const started = await startElevated({
    ...elevatedStart(wanted, app.isPackaged),
    owner: window === null ? null : handleOf(window),
  });
  if (started?.state === 'started') {
    // The page gets its answer first.
    setImmediate(() => app.quit());
    return { ok: true, value: null };
  }
  if (started?.state === 'declined') return { ok: false, problem: { id: 'elevationDeclined' } };
  return { ok: false, problem: { id: 'elevationFailed', detail: started?.why ?? null } };
}

/** An HWND, as Electron hands it out. */
function handleOf(window: BrowserWindow): bigint {
  return window.getNativeWindowHandle().readBigUInt64LE(0);
}
