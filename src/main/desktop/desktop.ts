import { join } from 'node:path';
import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { closeAnswers, closeQuestion } from './close-question.ts';
import { desktopArguments } from './desktop-arguments.ts';
import { openDoor } from './door.ts';
import { guideMachines } from './guide/guide-machine.ts';
import { Guide } from './guide/guide.ts';
import { handlersFor } from './handlers.ts';
import { hardenEarly, hardenSession } from './harden.ts';
import { openWindow } from './open-window.ts';
import { pageAddress } from './page-files.ts';
import { personFiles } from './person-files.ts';
import { printReport } from './print-report.ts';
import { readSettings, writeSettings } from './settings.ts';

/** `out/`, where main, preload and page lie beside each other. */
const outFolder = join(import.meta.dirname, '..');

/**
 * Starts the window, or brings the one that is open to the front. Comes back at once: Electron becomes ready
 * only after its main module has been evaluated.
 */
export function startDesktop(args: readonly string[]): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  hardenEarly();
  const ready = app.whenReady().then(async () => await start(args));
  ready.catch((error: unknown) => {
    dialog.showErrorBox('Cutover could not start', (error as Error).message);
    app.exit(1);
  });
}

async function start(args: readonly string[]): Promise<void> {
  const { technician, fast, dataFolder } = desktopArguments(args);
  const settingsPath = join(app.getPath('userData'), 'settings.json');
  const machines = await guideMachines({ fast, dataFolder });
  const guide = new Guide({
    machines,
    technicianMode: technician,
    language: readSettings(settingsPath).language ?? app.getPreferredSystemLanguages()[0] ?? 'en',
  });
  let window: BrowserWindow | null = null;
  let report = '';
  hardenSession({ folder: join(outFolder, 'renderer'), report: () => report });
  const door = openDoor({
    page: pageAddress,
    contents: () => window?.webContents ?? null,
    onDefect: (error) => console.error(error),
    handlers: handlersFor({
      guide,
      files: personFiles(() => window),
      copy: async (text) => await clipboard.writeText(text),
      print: async (html) => {
        report = html;
        return await printReport();
      },
      open: async (address) => await shell.openExternal(address),
      rememberLanguage: (language) => writeSettings(settingsPath, { language }),
    }),
  });
  const show = () => {
    if (window === null) {
      window = openWindow(outFolder);
      window.once('closed', () => (window = null));
      askBeforeClosing(window, guide);
    } else bringToFront(window);
  };
  show();
  app.on('second-instance', show);
  app.on('window-all-closed', () => {
    if (!guide.isRemoving) app.quit();
  });
  guide.onChange((snapshot) => {
    door.changed(snapshot);
    // Whoever closed the window in the middle of a removal gets to see how it ended.
    if (window === null && snapshot.run.state !== 'running') show();
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A removal that goes on is neither left alone nor cancelled without a word. */
function askBeforeClosing(window: BrowserWindow, guide: Guide): void {
  let isAsking = false;
  window.on('close', (event) => {
    if (!guide.isRemoving) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(window, guide).finally(() => (isAsking = false));
  });
}

async function ask(window: BrowserWindow, guide: Guide): Promise<void> {
  const { response } = await dialog.showMessageBox(window, closeQuestion(guide.snapshot.language));
  const answer = closeAnswers[response] ?? 'stay';
  if (answer === 'cancelRemoval') await guide.cancelRemoval();
  // Not `close`, which would ask again.
  if (answer === 'goOn') window.destroy();
}
