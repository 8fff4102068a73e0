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
} from '../support/kept-app.ts';

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
  /** No other instance is in the way there. */
  readonly userData: string;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export const exampleFolder = process.env['STANDIN_EXAMPLE'] ?? join(import.meta.dirname, 'example');

/** Each test has an app of its own. */
export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = appFolderOfItsOwn();
    await use(folder);
    removeAppFolder(folder);
  },
  app: async ({ userData }, use) => {
    const app = await launchExample(userData);
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.locator('html[data-ready]').waitFor();
    await use(page);
  },
});

/** The tests of one `describe` share an app: they only look. */
export const sharing = test.extend<{ readonly running: RunningApp }, { readonly kept: KeptApp }>({
  kept: [keptApp[0], keptApp[1]],
  running: async ({ kept }, use, info) => await use(await kept.of(groupOf(info), launchExample)),
  userData: async ({ running }, use) => await use(running.folder),
  app: async ({ running }, use) => await use(running.app),
});

async function launchExample(userData: string): Promise<ElectronApplication> {
  return await _electron.launch({ args: [exampleFolder, `--user-data-dir=${userData}`] });
}

export { expect } from '@playwright/test';
