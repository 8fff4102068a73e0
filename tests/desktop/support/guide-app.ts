/* oxlint-disable eslint/no-empty-pattern -- Playwright reads the fixtures' names from this pattern */
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import {
  appFolderOfItsOwn,
  groupOf,
  keptApp,
  type KeptApp,
  removeAppFolder,
  type RunningApp,
} from '../../support/kept-app.ts';
import { GuideWindow } from './guide-window.ts';

interface Options {
  /** What the program is started with besides its folders. */
  readonly appArgs: readonly string[];
}

interface Fixtures {
  /** For data and for what belongs to the person; no other run is in the way there. */
  readonly folder: string;
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly guide: GuideWindow;
}

/** The built app; another folder is named to look at a build that lies elsewhere. */
export const appFolder = process.env['CUTOVER_APP'] ?? join(import.meta.dirname, '../../..');

/** Each test has an app of its own. */
export const test = base.extend<Options & Fixtures>({
  appArgs: [['--fast'], { option: true }],
  folder: async ({}, use) => {
    const folder = appFolderOfItsOwn();
    await use(folder);
    removeAppFolder(folder);
  },
  app: async ({ folder, appArgs }, use) => {
    const app = await launchGuide(folder, appArgs);
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    // The first window is reported before it has loaded anything.
    await page.getByRole('heading', { level: 1 }).waitFor();
    await use(page);
  },
  guide: async ({ page }, use) => {
    const guide = new GuideWindow(page);
    // The language of the system decides otherwise; the walks read English.
    await guide.setLanguage('en');
    await use(guide);
  },
});

/** The tests of one `describe` share an app: they only look, or begin with what they need. */
export const sharing = test.extend<{ readonly running: RunningApp }, { readonly kept: KeptApp }>({
  kept: [keptApp[0], keptApp[1]],
  running: async ({ kept, appArgs }, use, info) =>
    await use(await kept.of(groupOf(info), async (folder) => await launchGuide(folder, appArgs))),
  folder: async ({ running }, use) => await use(running.folder),
  app: async ({ running }, use) => await use(running.app),
  page: async ({ app, running: { address } }, use) => {
    const page = await app.firstWindow();
    if (page.url() !== address) await goHome(app, page, address);
    await use(page);
  },
});

async function launchGuide(
  folder: string,
  appArgs: readonly string[],
): Promise<ElectronApplication> {
  const args = [
    appFolder,
    `--user-data-dir=${join(folder, 'user')}`,
    `--data-folder=${join(folder, 'data')}`,
    ...appArgs,
  ];
  const env = { ...process.env, LANG: 'en_US.UTF-8' };
  // With the sandbox, which Playwright leaves out unless it is asked for; Chromium makes none for root.
  return await _electron.launch({ args, env, chromiumSandbox: process.getuid?.() !== 0 });
}

async function goHome(app: ElectronApplication, page: Page, address: string): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, home) => await BrowserWindow.getAllWindows()[0]?.loadURL(home),
    address,
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export { expect } from '@playwright/test';
