/* oxlint-disable eslint/no-empty-pattern -- Playwright reads the fixtures' names from this pattern */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { GuideWindow } from './guide-window.ts';

interface Options {
  /** What the program is started with besides its folders. */
  readonly appArgs: readonly string[];
}

interface Fixtures {
  /** Data and user folders of this test's own, so that no other run is in the way. */
  readonly folder: string;
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly guide: GuideWindow;
}

/** The built app; another folder is named to look at a build that lies elsewhere. */
export const appFolder = process.env['CUTOVER_APP'] ?? join(import.meta.dirname, '../../..');

export const test = base.extend<Options & Fixtures>({
  appArgs: [['--fast'], { option: true }],
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cutover-desktop-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  app: async ({ folder, appArgs }, use) => {
    const args = [
      appFolder,
      `--user-data-dir=${join(folder, 'user')}`,
      `--data-folder=${join(folder, 'data')}`,
      ...appArgs,
    ];
    const app = await _electron.launch({ args, env: { ...process.env, LANG: 'en_US.UTF-8' } });
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

export { expect } from '@playwright/test';
