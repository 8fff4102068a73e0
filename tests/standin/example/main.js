import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, net, protocol, session } from 'electron';

const here = import.meta.dirname;
const page = 'app://bundle/index.html';
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => guard(contents));

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) =>
    mainWindow()?.webContents.send('second', argv.at(-1)),
  );
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start() {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !/^(app|devtools):/.test(url) });
  });
  protocol.handle('app', serve);
  answer('echo', (value) => value);
  answer('fail', () => {
    throw new TypeError('boom');
  });
  answer('sender', (_value, event) => event.senderFrame.url);
  answer('pick', () => dialog.showOpenDialog(mainWindow(), { properties: ['openFile'] }));
  ipcMain.on('count', (event, from) => {
    if (isOurPage(event.senderFrame)) event.reply('counted', from + 1);
  });
  openWindow();
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: {
      preload: join(here, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(page).catch(() => {});
}

function guard(contents) {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  if (host !== 'bundle') return new Response('', { status: 404 });
  const file = await net.fetch(pathToFileURL(join(here, 'page', pathname)).href);
  const headers = new Headers(file.headers);
  headers.set('content-security-policy', policy);
  return new Response(file.body, { status: file.status, headers });
}

function answer(channel, run) {
  ipcMain.handle(channel, (event, value) => {
    if (!isOurPage(event.senderFrame)) throw new Error(`${channel} is not for this page.`);
    return run(value, event);
  });
}

function isOurPage(frame) {
  return frame?.url === page;
}

function mainWindow() {
  return BrowserWindow.getAllWindows()[0];
}
