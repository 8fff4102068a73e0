import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { exampleFolder, expect, sharing, test } from './example-app.ts';

// Long enough for a window or a page to appear where none may appear.
const settle = 400;

sharing(
  'the content-security policy stops inline scripts and foreign addresses',
  async ({ page }) => {
    const seen = await page.evaluate(async () => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', (event) =>
        violated.add(event.effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineScriptRan = true';
      document.body.append(script);
      const image = new Image();
      image.src = 'https://foreign.invalid/x.png';
      document.body.append(image);
      await fetch('https://foreign.invalid/').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { ran: 'inlineScriptRan' in globalThis, violated: [...violated].toSorted() };
    });
    expect(seen).toEqual({
      ran: false,
      violated: ['connect-src', 'img-src', 'script-src-elem'],
    });
  },
);

sharing('the page cannot leave for another page', async ({ app, page }) => {
  await page.getByRole('link', { name: 'Away' }).click();
  await page.waitForTimeout(settle);
  expect(await windowUrls(app)).toEqual(['app://bundle/index.html']);
  await page.evaluate(() => location.assign('second.html'));
  await page.waitForTimeout(settle);
  expect(await windowUrls(app)).toEqual(['app://bundle/index.html']);
});

sharing('a script cannot open a window', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('second.html') === null)).toBe(true);
  await page.waitForTimeout(settle);
  expect(await windowUrls(app)).toEqual(['app://bundle/index.html']);
});

sharing('a link cannot open a window', async ({ app, page }) => {
  await page.getByRole('link', { name: 'New window' }).click();
  await page.waitForTimeout(settle);
  expect(await windowUrls(app)).toEqual(['app://bundle/index.html']);
  await expect.poll(() => app.windows().length).toBe(1);
});

sharing('a link that hides its click cannot open a window either', async ({ app, page }) => {
  await page.evaluate(() => {
    const link = document.querySelector<HTMLElement>('a[target]');
    link?.addEventListener('click', (event) => event.stopPropagation());
    link?.click();
  });
  await page.waitForTimeout(settle);
  expect(await windowUrls(app)).toEqual(['app://bundle/index.html']);
  await expect.poll(() => app.windows().length).toBe(1);
});

sharing('a permission that a page asks for is refused', async ({ page }) => {
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    geolocation: await new Promise((resolve) => {
      const failed = ({ code }: GeolocationPositionError) => resolve(code);
      navigator.geolocation.getCurrentPosition(() => resolve('allowed'), failed, { timeout: 500 });
    }),
  }));
  const permissionDenied = 1;
  expect(answers).toEqual({ notifications: 'denied', geolocation: permissionDenied });
});

sharing('a page that looks up its permissions finds them refused', async ({ page }) => {
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('a window loads nothing from the network', async ({ app, page }) => {
  expect(await page.title()).toBe('Example');
  const server = createServer((_request, response) => response.end('<h1>Foreign</h1>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const outcome = await app.evaluate(
      ({ BrowserWindow }, url) =>
        BrowserWindow.getAllWindows()[0]
          ?.loadURL(url)
          .then(
            () => 'loaded',
            (error: unknown) => (error as { code: string }).code,
          ),
      address,
    );
    expect(outcome).toBe('ERR_BLOCKED_BY_CLIENT');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('main answers no page but its own', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/second.html'),
  );
  await page.getByRole('heading', { name: 'Second' }).waitFor();
  const answer = await page.evaluate(() =>
    window.example.echo('secret').catch((error: unknown) => (error as Error).message),
  );
  expect(answer).toBe("Error invoking remote method 'echo': Error: echo is not for this page.");
});

sharing('a frame inside the page has no bridge', async ({ page }) => {
  const type = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof (frame.contentWindow as unknown as Record<string, unknown>)['example'];
  });
  expect(type).toBe('undefined');
});

test('a second start hands its arguments over and ends', async ({ page, userData }) => {
  const executable = createRequire(import.meta.url)('electron') as string;
  const args = ['--no-sandbox', exampleFolder, `--user-data-dir=${userData}`, '--open=this'];
  const second = spawn(executable, args, { stdio: 'ignore' });
  try {
    await expect(page.getByRole('status')).toHaveText('--open=this');
    await expect.poll(() => second.exitCode).toBe(0);
  } finally {
    second.kill('SIGKILL');
  }
});

function windowUrls(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
}
