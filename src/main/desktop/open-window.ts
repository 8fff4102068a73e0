import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { pageAddress } from './page-files.ts';

/** Makes the window, still without a page; it is shown once there is something to see. */
export function openWindow(outFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Cutover',
    width: 1100,
    height: 760,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#fafafa',
    webPreferences: {
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the guide's page. */
export function loadPage(window: BrowserWindow): void {
  // A page that was broken off by closing the window is not worth a word.
  window.loadURL(pageAddress).catch(() => {});
}
