import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** An app that runs, and the folder it was given. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly folder: string;
  /** Of the page it came up with. */
  readonly address: string;
}

type Launch = (folder: string) => Promise<ElectronApplication>;

export function appFolderOfItsOwn(): string {
  return mkdtempSync(join(tmpdir(), 'cutover-app-'));
}

export function removeAppFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Keeps the app of one group of tests running from test to test; the next group has it replaced by its own. */
export class KeptApp {
  #kept: { readonly group: string; readonly running: RunningApp } | undefined;

  async of(group: string, launch: Launch): Promise<RunningApp> {
    if (this.#kept?.group !== group) {
      await this.end();
      this.#kept = { group, running: await run(launch) };
    }
    return this.#kept.running;
  }

  async end(): Promise<void> {
    if (this.#kept === undefined) return;
    const { app, folder } = this.#kept.running;
    this.#kept = undefined;
    await app.close();
    removeAppFolder(folder);
  }
}

/** The fixture that keeps it for a worker, and what names the group of a test. */
export const keptApp = [
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the fixtures' names from this pattern
  async ({}, use: (kept: KeptApp) => Promise<void>) => {
    const kept = new KeptApp();
    await use(kept);
    await kept.end();
  },
  { scope: 'worker' },
] as const;

/** The tests of one `describe`, or of one file, are a group. */
export function groupOf({ titlePath }: { readonly titlePath: readonly string[] }): string {
  return titlePath.slice(0, -1).join(' › ');
}

async function run(launch: Launch): Promise<RunningApp> {
  const folder = appFolderOfItsOwn();
  const app = await launch(folder);
  const page = await app.firstWindow();
  // The first window is reported before it has loaded anything.
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app, folder, address: page.url() };
}
