/* oxlint-disable eslint/no-empty-pattern -- Playwright reads the fixtures' names from this pattern */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

/** What the example's preload gives to its page. */
export interface ExampleApi {
  readonly platform: string;
  readonly nested: { readonly list: readonly number[] };
  readonly add: (a: number, b: number) => number;
  readonly twice: (run: (value: number) => number) => number;
  readonly echo: (value: unknown) => Promise<unknown>;
  readonly fail: () => Promise<never>;
  readonly sender: () => Promise<string>;
  readonly pick: () => Promise<unknown>;
  readonly sendSync: () => unknown;
  readonly count: (from: number) => Promise<number>;
}

declare global {
  interface Window {
    readonly example: ExampleApi;
  }
}

interface Fixtures {
  /** A user-data folder of this test's own, so that no other instance is in the way. */
  readonly userData: string;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const exampleFolder = process.env['STANDIN_EXAMPLE'] ?? join(import.meta.dirname, 'example');

export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'standin-user-data-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  app: async ({ userData }, use) => {
    const app = await _electron.launch({ args: [exampleFolder, `--user-data-dir=${userData}`] });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    // The first window is reported before it has loaded anything.
    await page.locator('html[data-ready]').waitFor();
    await use(page);
  },
});

export { expect } from '@playwright/test';
