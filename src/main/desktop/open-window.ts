import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type WebContents } from 'electron';
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
  zoomByWheel(window.webContents);
  return window;
}

/** Electron tells of the wheel with Ctrl and leaves what becomes of it to the program. */
function zoomByWheel(contents: WebContents): void {
  contents.on('zoom-changed', (_event, direction) => {
    const step = direction === 'in' ? zoomStep : -zoomStep;
    const level = contents.getZoomLevel() + step;
    contents.setZoomLevel(Math.min(largestZoom, Math.max(-largestZoom, level)));
  });
}

/** In levels, each of which is a fifth larger than the one before. */
const zoomStep = 0.5;
const largestZoom = 5;

/** Loads the guide's page. */
export function loadPage(window: BrowserWindow): void {
  // A page that was broken off by closing the window is not worth a word.
  window.loadURL(pageAddress).catch(() => {});
}
