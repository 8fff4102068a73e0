/* oxlint-disable eslint/no-empty-pattern -- Playwright reads the fixtures' names from this pattern */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base } from './example-app.ts';

/** A site on this machine that answers with the headers it was sent. */
const test = base.extend<{ site: string }>({
  site: async ({}, use) => {
    const server = createServer((request, response) => {
      const isRedirect = request.url === '/redirect';
      response.writeHead(isRedirect ? 302 : 200, { 'content-type': 'text/html', location: '/end' });
      response.end(`<h1>${request.url} ${String(request.headers['x-mark'] ?? 'unmarked')}</h1>`);
    });
    await use(await listen(server));
    server.closeAllConnections();
    server.close();
  },
});

test.beforeEach(async ({ app, page }) => {
  await expect(page).toHaveTitle('Example');
  await app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null));
});

test('a listener may send a request elsewhere', async ({ app, page, site }) => {
  await app.evaluate(({ BrowserWindow, session }, url) => {
    session.defaultSession.webRequest.onBeforeRequest(
      { urls: ['http://*/first'] },
      (_details, decide) => decide({ redirectURL: `${url}/second` }),
    );
    return BrowserWindow.getAllWindows()[0]?.loadURL(`${url}/first`);
  }, site);
  await expect(page.getByRole('heading')).toHaveText('/second unmarked');
});

test('a listener may change the headers of a request', async ({ app, page, site }) => {
  await app.evaluate(({ BrowserWindow, session }, url) => {
    session.defaultSession.webRequest.onBeforeSendHeaders(({ requestHeaders }, decide) =>
      decide({ requestHeaders: { ...requestHeaders, 'X-Mark': 'marked' } }),
    );
    return BrowserWindow.getAllWindows()[0]?.loadURL(`${url}/page`);
  }, site);
  await expect(page.getByRole('heading')).toHaveText('/page marked');
});

test('a policy that a listener adds to a reply is enforced', async ({ app, page, site }) => {
  await app.evaluate(({ BrowserWindow, session }, url) => {
    session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, decide) =>
      decide({
        responseHeaders: { ...responseHeaders, 'Content-Security-Policy': ["img-src 'none'"] },
      }),
    );
    return BrowserWindow.getAllWindows()[0]?.loadURL(`${url}/page`);
  }, site);
  // The app may have loaded the page before Playwright has heard of it.
  await expect(page.getByRole('heading')).toHaveText('/page unmarked');
  const violated = await page.evaluate(() => {
    const image = new Image();
    const violation = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      ),
    );
    image.src = '/x.png';
    return Promise.race([violation, new Promise((resolve) => setTimeout(resolve, 500))]);
  });
  expect(violated).toBe('img-src');
});

test('the app hears of a redirect and may stop it', async ({ app, page, site }) => {
  expect(await page.title()).toBe('Example');
  const outcome = await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = BrowserWindow.getAllWindows()[0];
    const heard = new Promise((resolve) =>
      window?.webContents.once('will-redirect', (event, target) => {
        event.preventDefault();
        resolve(target);
      }),
    );
    await window?.loadURL(`${url}/redirect`).catch(() => {});
    return heard;
  }, site);
  expect(outcome).toBe(`${site}/end`);
});

test('a page from a file runs its module scripts', async ({ app, page, userData }) => {
  writeFileSync(join(userData, 'page.html'), '<script type="module" src="page.js"></script>');
  writeFileSync(join(userData, 'page.js'), "document.body.innerHTML = '<h1>From a file</h1>';");
  await app.evaluate(
    ({ BrowserWindow }, file) => BrowserWindow.getAllWindows()[0]?.loadFile(file, { hash: 'part' }),
    join(userData, 'page.html'),
  );
  await expect(page.getByRole('heading')).toHaveText('From a file');
  const window = await app.browserWindow(page);
  expect(await window.evaluate((it) => it.webContents.getURL())).toBe(
    `file://${userData}/page.html#part`,
  );
});

test('an address that nobody serves is reported', async ({ app, page }) => {
  expect(await page.title()).toBe('Example');
  const server = createServer();
  const address = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const code = await app.evaluate(
    ({ BrowserWindow }, url) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL(url)
        .catch((error: unknown) => (error as { code: string }).code),
    address,
  );
  expect(code).toBe('ERR_CONNECTION_REFUSED');
});

for (const way of ['link', 'script', 'stubborn link'] as const) {
  test(`a window that the app allows opens with the same preload (${way})`, async ({
    app,
    page,
  }) => {
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(({ url }) =>
        url === 'app://bundle/second.html' ? { action: 'allow' } : { action: 'deny' },
      ),
    );
    await page.evaluate((how) => {
      const link = document.querySelector<HTMLElement>('a[target]');
      // Hidden from the document's listeners, so that Chromium itself opens the page.
      if (how === 'stubborn link')
        link?.addEventListener('click', (event) => event.stopPropagation());
      if (how === 'script') window.open('second.html');
      else link?.click();
    }, way);
    await expect.poll(() => app.windows().length).toBe(2);
    const second = app.windows().find((other) => other !== page)!;
    await second.getByRole('heading', { name: 'Second' }).waitFor();
    expect(await second.evaluate(() => window.example.add(1, 1))).toBe(2);
  });
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
