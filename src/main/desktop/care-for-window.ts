import type { BrowserWindow, WebContents } from 'electron';
import { pageAddress } from './page-files.ts';

export interface WindowCare {
  /** The page does not stay up. */
  readonly giveUp: (detail: string) => void;
  /** The page does not answer; whether it is to be loaded anew. */
  readonly askToReload: (window: BrowserWindow) => Promise<boolean>;
}

/** Longer than a slow disk and a virus scanner take; a person who sees nothing starts the program again. */
const shownAtLatestMs = 4000;
const mostReloads = 2;

/** `ERR_ABORTED`: something else is loaded instead, or the window was closed. */
const aborted = -3;

/**
 * A window comes up whatever becomes of its page: what was drawn or not, it is shown after a while. All state is with the
 * main process, so a page that crashed or did not load is loaded anew; one that never stays up is given up.
 */
export function careForWindow(window: BrowserWindow, { giveUp, askToReload }: WindowCare): void {
  const { webContents } = window;
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const timer = setTimeout(show, shownAtLatestMs);
  window.once('closed', () => clearTimeout(timer));
  window.once('ready-to-show', show);
  let reloads = 0;
  const again = (detail: string) => {
    show();
    if (reloads >= mostReloads) giveUp(detail);
    else {
      reloads += 1;
      reload(webContents);
    }
  };
  webContents.on('did-fail-load', (_event, code, text, address, isMainFrame) => {
    if (isMainFrame && code !== aborted && address === pageAddress) again(`${text} (${code})`);
  });
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') again(`${reason} (${exitCode})`);
  });
  let isAsking = false;
  window.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    void askToReload(window)
      .then((wanted) => wanted && reload(webContents))
      .finally(() => (isAsking = false));
  });
}

function reload(webContents: WebContents): void {
  if (webContents.isDestroyed()) return;
  // What does not load is told by `did-fail-load`.
  webContents.loadURL(pageAddress).catch(() => {});
}
