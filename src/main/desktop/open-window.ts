import { join } from 'node:path';
import { BrowserWindow, Menu, nativeTheme } from 'electron';
import { pageAddress } from './page-files.ts';

/** Opens the window with the guide's page; it is shown once there is something to see. */
export function openWindow(outFolder: string): BrowserWindow {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
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
  // A page that was broken off by closing the window is not worth a word.
  window.loadURL(pageAddress).catch(() => {});
  return window;
}

/** Hidden until Alt is pressed; it is here for its keys, above all those that change the zoom. */
const menu: Electron.MenuItemConstructorOptions[] = [
  { role: 'editMenu' },
  {
    role: 'viewMenu',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
  { role: 'windowMenu' },
];
