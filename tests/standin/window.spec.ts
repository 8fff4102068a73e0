import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, sharing, test } from './example-app.ts';

sharing('a button reaches the main process and back', async ({ page }) => {
  await page.getByLabel('Text').fill('Grüße 日本');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toHaveText('Grüße 日本');
});

sharing('the window has the title of its page and the size it was given', async ({ app, page }) => {
  const window = await app.browserWindow(page);
  await expect.poll(() => window.evaluate((it) => it.getTitle())).toBe('Example');
  const state = await window.evaluate((it) => ({
    isVisible: it.isVisible(),
    size: it.getSize(),
    url: it.webContents.getURL(),
  }));
  expect(state).toEqual({ isVisible: true, size: [900, 640], url: 'app://bundle/index.html' });
});

sharing('the app knows its name, version and user-data folder', async ({ app, userData }) => {
  const facts = await app.evaluate((electron) => ({
    name: electron.app.getName(),
    version: electron.app.getVersion(),
    userData: electron.app.getPath('userData'),
    isPackaged: electron.app.isPackaged,
  }));
  expect(facts).toEqual({
    name: 'standin-example',
    version: '1.2.3',
    userData,
    isPackaged: false,
  });
});

test('a dialog is answered by what the test puts in its place', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/x/y'] });
  });
  expect(await page.evaluate(() => window.example.pick())).toEqual({
    canceled: false,
    filePaths: ['/x/y'],
  });
});

sharing('the theme of the app decides the colour scheme of the page', async ({ app, page }) => {
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(isDark).toBe(true);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(isDark).toBe(false);
});

sharing('an entry of the application menu can be clicked', async ({ app }) => {
  const clicked = await app.evaluate(({ Menu }) => {
    let clicks = 0;
    const entry = { id: 'entry', label: 'Entry', click: () => void clicks++ };
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [entry] }]));
    Menu.getApplicationMenu()?.getMenuItemById('entry')?.click();
    return clicks;
  });
  expect(clicked).toBe(1);
});

test('a reloaded page has a fresh bridge, and main reaches it', async ({ app, page }) => {
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  expect(await page.evaluate(() => window.example.echo('again'))).toBe('again');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('second', 'pushed'),
  );
  await expect(page.getByRole('status')).toHaveText('pushed');
});

test('a window refuses to close while the app says so', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('close', (event) => event.preventDefault());
    window?.close();
  });
  expect(await page.evaluate(() => window.example.echo('still here'))).toBe('still here');
  expect(app.windows()).toHaveLength(1);
});

test('closing the last window ends the app with code 0', async ({ app, page }) => {
  const child = app.process();
  const ended = app.waitForEvent('close');
  await page.close();
  await ended;
  expect(child.exitCode).toBe(0);
});

test('quitting asks before-quit, then will-quit, then quits', async ({ app, page, userData }) => {
  expect(await page.title()).toBe('Example');
  const file = join(userData, 'order.txt');
  await app.evaluate((electron, target) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    for (const name of ['quit', 'will-quit', 'before-quit']) {
      electron.app.on(name as 'quit', () => appendFileSync(target, `${name}\n`));
    }
  }, file);
  await app.close();
  expect(readFileSync(file, 'utf8')).toBe('before-quit\nwill-quit\nquit\n');
});
