import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication, Page } from '@playwright/test';
import { callNames, eventNames } from '../../../src/shared/contract/contract.ts';
import type { Change } from './app-copy.ts';

/** One measure that keeps the window harmless: how it shows that it holds, and how it is taken out. */
export interface Protection {
  readonly name: string;
  readonly holds: (app: ElectronApplication, page: Page) => Promise<boolean>;
  /** In the built files. */
  readonly without: readonly Change[];
}

// Long enough for a page or a window to appear where none may appear.
const settle = 500;

export const protections: readonly Protection[] = [
  {
    name: 'the content-security policy lets in no inline script',
    holds: async (_app, page) => !(await inlineScriptRuns(page)),
    without: [
      { pattern: /"content-security-policy": policy\(nonce\),/, text: '' },
      { pattern: /http-equiv="?Content-Security-Policy"?/i, text: 'name="nothing"' },
    ],
  },
  {
    name: 'the policy lets text become script only through what we wrote',
    holds: async (_app, page) =>
      await page.evaluate(() => {
        try {
          document.createElement('div').innerHTML = '<b></b>';
          return false;
        } catch {
          return true;
        }
      }),
    without: [{ pattern: /"require-trusted-types-for 'script'",/, text: '' }],
  },
  {
    name: 'styles need the nonce of this load',
    holds: async (_app, page) =>
      await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'html { outline-width: 7px }';
        document.head.append(style);
        return getComputedStyle(document.documentElement).outlineWidth !== '7px';
      }),
    without: [
      { pattern: /`style-src 'self' 'nonce-\$\{nonce\}'`/, text: `"style-src 'unsafe-inline'"` },
      { pattern: /style-src 'self' 'nonce-[^']*'/, text: "style-src 'unsafe-inline'" },
    ],
  },
  {
    name: 'the page does not leave',
    holds: async (app, page) => {
      await page.evaluate(() => location.assign('index.html?elsewhere'));
      await page.waitForTimeout(settle);
      return (await addresses(app)).every((address) => !address.includes('elsewhere'));
    },
    without: [{ pattern: /contents\.on\("will-(?:frame-)?navigate"/, text: 'void (0, "nothing"' }],
  },
  {
    name: 'no other window opens',
    holds: async (app, page) => {
      await page.evaluate(() => void window.open('index.html'));
      await page.waitForTimeout(settle);
      return (await addresses(app)).length === 1;
    },
    without: [{ pattern: /action: "deny"/, text: 'action: "allow"' }],
  },
  {
    name: 'an address that is not on our list is not opened in the browser either',
    holds: async (app, page) => {
      const opened = await opens(app, async () => {
        await page.evaluate(() => void window.open('https://example.com/'));
        await page.waitForTimeout(settle);
      });
      return opened.length === 0;
    },
    without: [{ pattern: /if \(isKnownLink\(url\)\)/, text: 'if (true)' }],
  },
  {
    name: 'a permission that the page asks for is refused',
    holds: async (_app, page) =>
      (await page.evaluate(() => Notification.requestPermission())) === 'denied',
    without: [
      { pattern: /decide\(false\)/, text: 'decide(true)' },
      {
        pattern: /setPermissionCheckHandler\(\(\) => false\)/,
        text: 'setPermissionCheckHandler(() => true)',
      },
    ],
  },
  {
    name: 'a permission that the page looks up is refused',
    holds: async (_app, page) =>
      (await page.evaluate(
        async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
      )) === 'denied',
    without: [
      {
        pattern: /setPermissionCheckHandler\(\(\) => false\)/,
        text: 'setPermissionCheckHandler(() => true)',
      },
    ],
  },
  {
    name: 'nothing is loaded from the network',
    holds: async (app) => !(await reachesNetwork(app)),
    // No address is found either; that this is so by itself is for `window-care.spec.ts`.
    without: [
      { pattern: /cancel: !url\.startsWith\([^)]*\)/, text: 'cancel: false' },
      { pattern: /\["host-resolver-rules", "MAP \* ~NOTFOUND"\],/, text: '' },
    ],
  },
  {
    name: 'only the page of the guide is answered',
    holds: async (app, page) => {
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html?other'),
      );
      await page.waitForFunction(() => window.cutover !== undefined);
      return !(await page.evaluate(() => window.cutover.snapshot())).ok;
    },
    without: [{ pattern: /return url === page \|\|/, text: 'return true ||' }],
  },
  {
    name: 'input is checked before it is used',
    holds: async (_app, page) => {
      const reply = await page.evaluate(() => window.cutover.setLanguage({} as never));
      return !reply.ok && reply.problem.id === 'wrongInput';
    },
    without: [
      {
        pattern: /contract\[name\]\.input\.safeParse\(input\)/,
        text: '{ success: true, data: input }',
      },
    ],
  },
  {
    name: 'the page has the calls of the contract and nothing else of ours',
    holds: async (_app, page) => {
      const offered = await page.evaluate(() => Object.keys(window.cutover).toSorted());
      return JSON.stringify(offered) === JSON.stringify([...callNames, 'on'].toSorted());
    },
    without: [
      { pattern: /exposeInMainWorld\("cutover", \{/, text: '$& send: electron.ipcRenderer.send,' },
    ],
  },
  {
    name: 'the page listens to the events of the contract and to nothing else',
    holds: async (_app, page) =>
      (
        await page.evaluate(
          (names) =>
            [...names, 'other'].map((name) => {
              try {
                window.cutover.on(name as 'changed', () => {})();
                return name;
              } catch {
                return null;
              }
            }),
          [...eventNames],
        )
      )
        .filter((name) => name !== null)
        .join() === eventNames.join(),
    without: [{ pattern: /if \(!\[[^\]]*\]\.includes\(name\)\) throw/, text: 'if (false) throw' }],
  },
];

/** A page that these weaken does not come up as it should, in Electron or in what takes its place. */
export const windowSettings: readonly Protection[] = [
  {
    name: 'the page runs in a world of its own',
    holds: isIsolated,
    without: [{ pattern: /contextIsolation: true/, text: 'contextIsolation: false' }],
  },
  {
    name: 'the page has no Node',
    holds: isIsolated,
    without: [
      { pattern: /nodeIntegration: false/, text: 'nodeIntegration: true' },
      { pattern: /contextIsolation: true/, text: 'contextIsolation: false' },
      { pattern: /sandbox: true/, text: 'sandbox: false' },
      { pattern: /app\.enableSandbox\(\);/, text: '' },
    ],
  },
  {
    name: 'the page is in the sandbox',
    holds: isSandboxed,
    without: [
      { pattern: /sandbox: true/, text: 'sandbox: false' },
      { pattern: /app\.enableSandbox\(\);/, text: '' },
    ],
  },
];

async function isIsolated(_app: ElectronApplication, page: Page): Promise<boolean> {
  const seen = await page.evaluate(() => ({
    bridge: typeof window.cutover,
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }));
  return seen.bridge === 'object' && seen.node.length === 0;
}

/** The stand-in opens no other window, so what it does not tell is settled by the window being there. */
async function isSandboxed(app: ElectronApplication): Promise<boolean> {
  return await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as
      | { getLastWebPreferences?: () => { sandbox?: boolean } | null }
      | undefined;
    if (contents === undefined) return false;
    return contents.getLastWebPreferences?.()?.sandbox ?? true;
  });
}

async function inlineScriptRuns(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.inlineScriptRan = true';
    } catch {
      return false;
    }
    document.body.append(script);
    return 'inlineScriptRan' in globalThis;
  });
}

async function addresses(app: ElectronApplication): Promise<string[]> {
  return await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );
}

/** What is handed to the person's browser meanwhile. */
export async function opens(
  app: ElectronApplication,
  act: () => Promise<void>,
): Promise<readonly string[]> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedInBrowser: opened });
    shell.openExternal = async (address) => void opened.push(address);
  });
  await act();
  return await app.evaluate(
    () => (globalThis as unknown as { openedInBrowser: string[] }).openedInBrowser,
  );
}

async function reachesNetwork(app: ElectronApplication): Promise<boolean> {
  let isReached = false;
  const server = createServer((_request, response) => {
    isReached = true;
    response.end('<h1>Foreign</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await app.evaluate(
      async ({ BrowserWindow }, url) =>
        await BrowserWindow.getAllWindows()[0]
          ?.loadURL(url)
          .catch(() => {}),
      address,
    );
    return isReached;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
