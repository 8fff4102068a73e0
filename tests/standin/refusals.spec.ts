import { expect, test } from './example-app.ts';

const refused = {
  'nodeIntegration: false': { nodeIntegration: true },
  'contextIsolation: true': { contextIsolation: false },
  'sandbox: true': { sandbox: false },
  'webSecurity: true': { webSecurity: false },
  'webviewTag: false': { webviewTag: true },
};

test('a window with weakened settings is refused', async ({ app }) => {
  const messages = await app.evaluate(({ BrowserWindow }, all) => {
    const outcomes = Object.entries(all).map(([setting, webPreferences]) => {
      try {
        return [setting, String(new BrowserWindow({ webPreferences }).id)];
      } catch (error) {
        return [setting, (error as Error).message];
      }
    });
    return Object.fromEntries(outcomes) as Record<string, string>;
  }, refused);
  const expected = Object.keys(refused).map((setting) => [
    setting,
    `The Electron stand-in runs only windows with ${setting}.`,
  ]);
  expect(messages).toEqual(Object.fromEntries(expected));
});

test('a window with a setting that is not covered is refused', async ({ app }) => {
  const message = await app.evaluate(({ BrowserWindow }) => {
    try {
      return String(new BrowserWindow({ webPreferences: { partition: 'other' } }).id);
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toBe('The Electron stand-in does not cover webPreferences.partition.');
});

test('a preload that is an ES module is refused, and its window closes', async ({
  app,
  page,
  userData,
}) => {
  expect(await page.title()).toBe('Example');
  const outcome = await app.evaluate(async ({ BrowserWindow }, folder) => {
    const { writeFileSync } = process.getBuiltinModule('node:fs');
    const preload = `${folder}/preload.js`;
    writeFileSync(preload, "import { ipcRenderer } from 'electron';\n");
    const window = new BrowserWindow({ webPreferences: { preload } });
    const closed = new Promise((resolve) => window.once('closed', () => resolve('closed')));
    const loaded = window.loadURL('app://bundle/index.html').catch((error: Error) => error.message);
    return [await loaded, await closed];
  }, userData);
  expect(outcome).toEqual([
    expect.stringMatching(/^A sandboxed window loads only a CommonJS preload/),
    'closed',
  ]);
});

test('a synchronous call from the page is refused', async ({ page }) => {
  const message = await page.evaluate(() => {
    try {
      return String(window.example.sendSync());
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toBe('The Electron stand-in does not cover ipcRenderer.sendSync.');
});

test('a scheme that is not registered as standard and secure is refused', async ({ app }) => {
  const message = await app.evaluate(({ protocol }) => {
    try {
      return String(protocol.handle('other', () => new Response('')));
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toContain('only when it is registered as standard and secure');
});
