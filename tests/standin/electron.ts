/** What `import … from 'electron'` gives to an app that runs on the stand-in. A name that is not here fails to import. */
import { createRequire } from 'node:module';
import { app } from './main/app.ts';
import { BrowserWindow } from './main/browser-window.ts';
import { clipboard, dialog, screen, shell } from './main/desktop.ts';
import { ipcMain } from './main/ipc-main.ts';
import { Menu, MenuItem } from './main/menu.ts';
import { nativeTheme } from './main/native-theme.ts';
import { net } from './main/net.ts';
import { Notification } from './main/notification.ts';
import { protocol } from './main/protocol.ts';
import { recordedCalls } from './main/recorded-calls.ts';
import { session } from './main/session.ts';
import type { WebContents } from './main/web-contents.ts';

const webContents = {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id: number) => BrowserWindow.fromId(id)?.webContents,
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    BrowserWindow.fromTargetId(targetId)?.webContents,
};

Object.assign(process.versions, { electron: installedVersion() });
Object.assign(process, { type: 'browser' });

function installedVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('electron/package.json') as { version: string }).version;
}

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  protocol,
  recordedCalls,
  screen,
  session,
  shell,
  webContents,
};
export default {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  protocol,
  recordedCalls,
  screen,
  session,
  shell,
  webContents,
};
