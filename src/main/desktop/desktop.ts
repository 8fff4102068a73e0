import { join } from 'node:path';
import { app, dialog, Menu, type BrowserWindow } from 'electron';
import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import { exitCodeFor } from '../../shared/domain/run/exit-codes.ts';
import { changeablePlace, thisPlatform, windowFolder } from '../machine/open-machine.ts';
import { notifyEnd } from './attention/notify-end.ts';
import { showProgress } from './attention/show-progress.ts';
import { breakDown, endWith } from './break-down.ts';
import { careForWindow } from './care-for-window.ts';
import { consoleProgram } from './console-program.ts';
import { closeAnswers, closeQuestion, hangingQuestion } from './close-question.ts';
import type { Guide } from './guide/guide.ts';
import { hardenEarly, hardenSession } from './harden.ts';
import { loadPage, openWindow } from './open-window.ts';
import { beKnown } from './program-id.ts';
import { lostWindow } from './start-failure.ts';
import { startRefusal, type StartRefusal } from './start-refusal.ts';
import { systemWords, tell, wordsFor } from './tell.ts';
import { windowMenu } from './window-menu.ts';

/** `out/`, where main, preload and page lie beside each other. */
const outFolder = join(import.meta.dirname, '..');

/**
 * Starts the window, or brings the one that is open to the front. Comes back before anything of Chromium runs: Electron
 * becomes ready only after its main module has been evaluated.
 */
export async function startDesktop(args: readonly string[]): Promise<void> {
  process.on('uncaughtException', (error) => void breakDown(error));
  process.on('unhandledRejection', (error) => void breakDown(error));
  try {
    await startWindow(args);
  } catch (error) {
    await breakDown(error);
  }
}

async function startWindow(args: readonly string[]): Promise<void> {
  beKnown();
  const refusal = app.isPackaged ? await startRefusal(args, startPlace) : null;
  if (refusal !== null) {
    await tellRefusal(refusal);
    app.exit(exitCodeFor(refusal.exit, thisPlatform));
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  hardenEarly();
  app
    .whenReady()
    .then(async () => await start(args), breakDown)
    .catch(breakDown);
}

const startPlace = {
  environment: process.env,
  changeablePlace: async () => await changeablePlace('tree'),
  windowFolder,
  keepUserData: (folder: string) => app.setPath('userData', folder),
};

async function tellRefusal({ says }: StartRefusal): Promise<void> {
  const words = await systemWords();
  await tell(words.t('desktop.startFailure.title'), words.render(says));
}

/** The window comes up while the guide is still being loaded; its page is loaded once somebody answers it. */
async function start(args: readonly string[]): Promise<void> {
  let window: BrowserWindow | null = null;
  let report = '';
  hardenSession({ folder: join(outFolder, 'renderer'), report: () => report });
  let isChanging = () => false;
  const open = () => {
    const opened = openWindow(outFolder);
    opened.once('closed', () => (window = null));
    careForWindow(opened, {
      giveUp: (detail) => void giveUp(opened, isChanging(), detail),
      askToReload,
    });
    window = opened;
    return opened;
  };
  endWithoutGraphics(() => isChanging());
  const first = open();
  const { openGuide } = await import('./open-guide.ts');
  const { guide, server } = await openGuide({
    args,
    window: () => window,
    setReport: (html) => (report = html),
  });
  isChanging = () => guide.isChanging;
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
  let { language, run } = guide.snapshot;
  guide.onChange((snapshot) => {
    server.changed(snapshot);
    if (window !== null) showProgress(window, run, snapshot.run, () => void sayEnd(snapshot, show));
    ({ run } = snapshot);
    if (snapshot.language !== language) showMenu((language = snapshot.language));
    // Whoever closed the window while the computer was being changed gets to see how it ended.
    if (window === null && wasChanging && !guide.isChanging) show();
    wasChanging = guide.isChanging;
  });
}

async function sayEnd(snapshot: GuideSnapshot, show: () => void): Promise<void> {
  notifyEnd(snapshot, await wordsFor(snapshot.language), show);
}

/** Graphics that are gone so often do not come back, and Chromium ends the program at the sixth time without a word. */
const mostGraphicsLost = 3;

function endWithoutGraphics(isChanging: () => boolean): void {
  let lost = 0;
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return;
    lost += 1;
    if (lost >= mostGraphicsLost && !isChanging()) void ended(`GPU: ${reason} (${exitCode})`);
  });
}

/** What is being changed goes on without a window, and one is opened again at its end. */
async function giveUp(window: BrowserWindow, isChanging: boolean, detail: string): Promise<void> {
  if (!isChanging) return await ended(detail);
  if (!window.isDestroyed()) window.destroy();
  const { title, content } = lostWindow(await systemWords(), consoleCommand(), detail);
  await tell(title, content);
}

async function ended(detail: string): Promise<void> {
  await endWith((words) => lostWindow(words, consoleCommand(), detail));
}

/** How to go on without a window. */
function consoleCommand(): string {
  if (!app.isPackaged) return 'npm start -- resume';
  return `"${consoleProgram()}" resume`;
}

async function askToReload(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, hangingQuestion(await systemWords()));
  return response === 1;
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
  // Windows asks once before it ends the session, and tells the person which program it waits for.
  window.on('query-session-end', (event) => {
    if (guide.isRemoving) event.preventDefault();
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
