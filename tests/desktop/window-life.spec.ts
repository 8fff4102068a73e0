import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { GuideSnapshot, RunView } from '../../src/shared/contract/guide.ts';
import { closeAnswers, type CloseAnswer } from '../../src/main/desktop/close-question.ts';
import { changedApp } from './support/app-copy.ts';
import { appFolder, expect, test } from './support/guide-app.ts';
import { practiceTime } from './support/practice-time.ts';

// Practice computers take their time here: a removal has to go on while something happens to the window.
test.use({ appArgs: [] });
test.setTimeout(90_000);

test('a second start brings the window that is open to the front and ends', async ({
  app,
  page,
  folder,
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { code } = await startAgain(folder);
  expect({ code, windows: app.windows().length }).toEqual({ code: 0, windows: 1 });
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    )
    .toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('taken out, it is missed: a second start ends', async ({ folder }) => {
  const built = changedApp('second-start', [
    { pattern: /if \(!app\.requestSingleInstanceLock\(\)\)/, text: 'if (false)' },
  ]);
  const app = await launch(folder, built);
  await app.firstWindow();
  try {
    expect((await startAgain(folder, built)).code).toBe(null);
  } finally {
    await app.close();
  }
});

test('closing the window in the middle of a removal asks, and staying stays', async ({
  app,
  page,
}) => {
  await beginRemoval(page);
  await practiceTime(app, 'stands');
  const questions = await answerClosing(app, 'stay');
  await closeWindow(app);
  await expect.poll(questions).toBe(1);
  expect((await snapshot(page)).run.state).toBe('running');
  await cancelled(app, page);
});

test('Windows is told to wait while something is removed, and only then', async ({ app, page }) => {
  const idle = await holdsSessionEnd(app);
  await beginRemoval(page);
  await practiceTime(app, 'stands');
  expect([idle, await holdsSessionEnd(app)]).toEqual([false, true]);
  await cancelled(app, page);
});

test('taken out, it is missed: closing in the middle of a removal asks', async ({ folder }) => {
  const built = changedApp('no-question', [
    { pattern: /if \(!guide\.isRemoving\) return;\s+event\.preventDefault\(\);/, text: 'return;' },
  ]);
  const app = await launch(folder, built);
  try {
    const page = await openedPage(app);
    await beginRemoval(page);
    await practiceTime(app, 'stands');
    const closed = page.waitForEvent('close');
    await closeWindow(app);
    await closed;
    expect(app.windows()).toEqual([]);
  } finally {
    await end(app);
  }
});

test('a removal goes on without its window, and a window that is opened again shows it', async ({
  app,
  page,
  folder,
}) => {
  await beginRemoval(page);
  await practiceTime(app, 'stands');
  await answerClosing(app, 'goOn');
  const closed = page.waitForEvent('close');
  await closeWindow(app);
  await closed;
  const opened = app.waitForEvent('window');
  await startAgain(folder);
  const again = await opened;
  await again.getByRole('heading', { level: 1 }).waitFor();
  expect(await snapshot(again)).toMatchObject({ page: 'remove', run: { state: 'running' } });
  await cancelled(app, again);
});

test('a removal that ends without a window opens one, so that nobody misses how it ended', async ({
  app,
  page,
}) => {
  await beginRemoval(page);
  await practiceTime(app, 'stands');
  await answerClosing(app, 'goOn');
  const [closed, opened] = [page.waitForEvent('close'), app.waitForEvent('window')];
  await closeWindow(app);
  await closed;
  await practiceTime(app, 'flies');
  const again = await opened;
  await again.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(async () => (await snapshot(again)).run.state).toBe('ended');
});

test('cancelling from the question ends the removal where that is safe and keeps the window', async ({
  app,
  page,
}) => {
  await beginRemoval(page);
  await practiceTime(app, 'stands');
  await answerClosing(app, 'cancelRemoval');
  await closeWindow(app);
  await practiceTime(app, 'runs');
  await expect.poll(async () => outcomeOf((await snapshot(page)).run)).toBe('cancelled');
});

test('after a crash the window shows what was interrupted and goes on with it', async ({
  folder,
}) => {
  const first = await launch(folder, appFolder);
  await beginRemoval(await openedPage(first));
  await end(first);
  const second = await launch(folder, appFolder, ['--fast']);
  try {
    const page = await openedPage(second);
    const before = await snapshot(page);
    await page.evaluate(() => window.cutover.resumeRemoval());
    await expect.poll(async () => outcomeOf((await snapshot(page)).run)).toBe('restartNeeded');
    expect(before).toMatchObject({ page: 'remove', run: { state: 'interrupted' } });
  } finally {
    await second.close();
  }
});

test('a window opens in the language it was closed in', async ({ app, page, folder }) => {
  await page.evaluate(() => window.cutover.setLanguage('ru'));
  await page.locator('html[lang="ru"]').waitFor();
  await app.close();
  const second = await launch(folder, appFolder);
  try {
    const opened = await openedPage(second);
    const heading = opened.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Безопасный отказ от Kaspersky');
  } finally {
    await second.close();
  }
});

test.describe('a window that hangs', () => {
  test.use({ appArgs: ['--fast'] });

  test('does not hold the engine up', async ({ app, page, folder }) => {
    await page.evaluate(() => window.cutover.scan());
    await page.evaluate(() => window.cutover.setOwner('administrator'));
    const dialog = page.waitForEvent('dialog');
    // A dialogue of the page holds all of it up until it is answered.
    const hanging = page.evaluate(async () => {
      const begun = await window.cutover.startRemoval();
      alert('hang');
      return begun.ok;
    });
    const hold = await dialog;
    const report = join(folder, 'data', 'practice', 'family-pc', 'runs');
    await expect.poll(() => hasReport(app, report)).toBe(true);
    await hold.accept();
    expect(await hanging).toBe(true);
    await expect.poll(async () => outcomeOf((await snapshot(page)).run)).toBe('restartNeeded');
  });
});

async function launch(
  folder: string,
  built: string,
  more: readonly string[] = [],
): Promise<ElectronApplication> {
  return await _electron.launch({ args: [...argsFor(folder, built), ...more] });
}

function argsFor(folder: string, built: string): string[] {
  return [
    built,
    `--user-data-dir=${join(folder, 'user')}`,
    `--data-folder=${join(folder, 'data')}`,
  ];
}

async function openedPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The exit code of another start in the same folders; null when it does not end by itself. */
async function startAgain(folder: string, built = appFolder): Promise<{ code: number | null }> {
  const program = createRequire(import.meta.url)('electron') as unknown as string;
  const child = spawn(program, argsFor(folder, built), { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return { code };
}

async function snapshot(page: Page): Promise<GuideSnapshot> {
  const reply = await page.evaluate(() => window.cutover.snapshot());
  if (!reply.ok) throw new Error(reply.problem.id);
  return reply.value;
}

function outcomeOf(run: RunView): string | null {
  return run.state === 'ended' ? run.record.outcome : null;
}

/** Comes back once an uninstaller is at work. */
async function beginRemoval(page: Page): Promise<void> {
  await page.evaluate(() => window.cutover.chooseMachine('practice-home'));
  await page.evaluate(() => window.cutover.scan());
  await page.evaluate(() => window.cutover.startRemoval());
  await expect
    .poll(async () => {
      const { run } = await snapshot(page);
      return run.state === 'running' && run.steps.some(({ fraction }) => (fraction ?? 0) > 0);
    })
    .toBe(true);
}

async function cancelled(app: ElectronApplication, page: Page): Promise<void> {
  await page.evaluate(() => window.cutover.cancelRemoval());
  await practiceTime(app, 'runs');
  await expect.poll(async () => (await snapshot(page)).run.state).toBe('ended');
}

/** Puts the answer in the place of the dialogue; returns how often it was asked for. */
async function answerClosing(app: ElectronApplication, answer: CloseAnswer) {
  await app.evaluate(({ dialog }, response) => {
    const asked = { count: 0 };
    Object.assign(globalThis, { closeQuestions: asked });
    dialog.showMessageBox = async () => {
      asked.count++;
      return { response, checkboxChecked: false };
    };
  }, closeAnswers.indexOf(answer));
  return async () =>
    await app.evaluate(
      () => (globalThis as unknown as { closeQuestions: { count: number } }).closeQuestions.count,
    );
}

/** As when Windows is about to end the session of the person. */
async function holdsSessionEnd(app: ElectronApplication): Promise<boolean> {
  return await app.evaluate(({ BrowserWindow }) => {
    let held = false;
    const event = { preventDefault: () => (held = true) };
    BrowserWindow.getAllWindows()[0]?.emit('query-session-end', event);
    return held;
  });
}

async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

async function hasReport(app: ElectronApplication, runs: string): Promise<boolean> {
  return await app.evaluate((_module, folder) => {
    const { existsSync, readdirSync } = process.getBuiltinModule('node:fs');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.some((name) => existsSync(`${folder}/${name}/report.json`));
  }, runs);
}

/**
 * An app without windows that still removes does not quit by being asked. On Windows Playwright starts a shell that starts
 * Electron, so it is asked for its own number.
 */
async function end(app: ElectronApplication): Promise<void> {
  const exited = once(app.process(), 'exit');
  process.kill(await app.evaluate(() => process.pid), 'SIGKILL');
  await exited;
}
