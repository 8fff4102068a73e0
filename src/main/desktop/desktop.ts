import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu, type BrowserWindow } from 'electron';
import { closestRealLanguage } from '../../shared/domain/languages.ts';
import { exitCodeFor } from '../../shared/domain/run/exit-codes.ts';
import { loadTranslator } from '../../shared/words/load-translator.ts';
import type { Translator } from '../../shared/words/translator.ts';
import {
  changeablePlace,
  hasDesktop,
  thisPlatform,
  windowFolder,
} from '../machine/open-machine.ts';
import { closeAnswers, closeQuestion } from './close-question.ts';
import type { Guide } from './guide/guide.ts';
import { hardenEarly, hardenSession } from './harden.ts';
import { loadPage, openWindow } from './open-window.ts';
import { startFailure } from './start-failure.ts';
import { startRefusal, type StartRefusal } from './start-refusal.ts';
import { windowMenu } from './window-menu.ts';

/** `out/`, where main, preload and page lie beside each other. */
const outFolder = join(import.meta.dirname, '..');

/**
 * Starts the window, or brings the one that is open to the front. Comes back before anything of Chromium runs: Electron
 * becomes ready only after its main module has been evaluated.
 */
export async function startDesktop(args: readonly string[]): Promise<void> {
  const refusal = app.isPackaged ? await startRefusal(args, startPlace) : null;
  if (refusal !== null) {
    await tell(refusal);
    app.exit(exitCodeFor(refusal.exit, thisPlatform));
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  hardenEarly();
  const ready = app.whenReady().then(async () => await start(args));
  ready.catch(async (error: unknown) => {
    const [language = 'en'] = app.getPreferredSystemLanguages();
    const { title, content } = startFailure(await wordsFor(language), (error as Error).message);
    dialog.showErrorBox(title, content);
    app.exit(1);
  });
}

const startPlace = {
  changeablePlace: async () => await changeablePlace('tree'),
  windowFolder,
  keepUserData: (folder: string) => app.setPath('userData', folder),
};

/** Where nobody sees a window, nobody could close its error box either. */
async function tell({ says }: StartRefusal): Promise<void> {
  const [language = 'en'] = app.getPreferredSystemLanguages();
  const words = await wordsFor(language);
  const text = words.render(says);
  writeSync(standardError, `${text}\n`);
  if (await hasDesktop()) dialog.showErrorBox(words.t('desktop.startFailure.title'), text);
}

const standardError = 2;

/** The window comes up while the guide is still being loaded; its page is loaded once somebody answers it. */
async function start(args: readonly string[]): Promise<void> {
  let window: BrowserWindow | null = null;
  let report = '';
  hardenSession({ folder: join(outFolder, 'renderer'), report: () => report });
  const open = () => {
    const opened = openWindow(outFolder);
    opened.once('closed', () => (window = null));
    window = opened;
    return opened;
  };
  const first = open();
  const { openGuide } = await import('./open-guide.ts');
  const { guide, server } = await openGuide({
    args,
    window: () => window,
    setReport: (html) => (report = html),
  });
  showMenu(guide.snapshot.language);
  const begin = (opened: BrowserWindow) => {
    askBeforeClosing(opened, guide);
    loadPage(opened);
  };
  const show = () => (window === null ? begin(open()) : bringToFront(window));
  if (!first.isDestroyed()) begin(first);
  app.on('second-instance', show);
  app.on('window-all-closed', () => {
    if (!guide.isChanging) void guide.settle().then(() => window === null && app.quit());
  });
  let wasChanging = false;
  let { language } = guide.snapshot;
  guide.onChange((snapshot) => {
    server.changed(snapshot);
    if (snapshot.language !== language) showMenu((language = snapshot.language));
    // Whoever closed the window while the computer was being changed gets to see how it ended.
    if (window === null && wasChanging && !guide.isChanging) show();
    wasChanging = guide.isChanging;
  });
}

/** What the system itself shows has no pseudo language. */
function wordsFor(language: string): Promise<Translator> {
  return loadTranslator(closestRealLanguage(language));
}

function showMenu(language: string): void {
  void wordsFor(language).then((words) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(windowMenu(words))),
  );
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
  const question = closeQuestion(await wordsFor(guide.snapshot.language));
  const { response } = await dialog.showMessageBox(window, question);
  const answer = closeAnswers[response] ?? 'stay';
  if (answer === 'cancelRemoval') await guide.move('cancelRemoval');
  // Not `close`, which would ask again.
  if (answer === 'goOn') window.destroy();
}
