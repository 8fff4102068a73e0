import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { appFolder, expect, test } from '../support/guide-app.ts';
import { GuideWindow } from '../support/guide-window.ts';
import { troubles } from '../support/unhappy-page.ts';

test.setTimeout(120_000);

test('a removal that was killed in the middle is shown as far as it came, and goes on', async ({
  folder,
}) => {
  const first = await open(folder, []);
  await beginRemoval(first.guide);
  await first.guide.page.getByText('Removing protection components').waitFor();
  await kill(first.app);
  const { app, guide } = await open(folder, ['--fast']);
  const { page } = guide;
  await expect(guide.heading('A removal was interrupted')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Was being removed' })).toContainText(
    'Kaspersky',
  );
  const wrong = await troubles(guide, 'unhappy-interrupted');
  await guide.press('Continue');
  await guide.restart();
  await guide.press('See the proof');
  await guide.press('To the report');
  await expect(page.getByText(/The chosen products are gone\./)).toBeVisible();
  await app.close();
  expect(wrong).toEqual([]);
});

test('a restart that was put off is still asked for when the window is opened again', async ({
  folder,
}) => {
  const first = await open(folder, ['--fast']);
  await beginRemoval(first.guide);
  await first.guide.press('Go on to the restart');
  await expect(first.guide.heading('Restart to finish')).toBeVisible();
  await first.app.close();
  const { app, guide } = await open(folder, ['--fast']);
  await expect(guide.heading('Restart to finish')).toBeVisible();
  const wrong = await troubles(guide, 'unhappy-restart-put-off');
  await guide.press('Restart the practice computer');
  await expect(
    guide.heading(/^Kaspersky is gone except .+, and this computer is protected$/),
  ).toBeVisible();
  await app.close();
  expect(wrong).toEqual([]);
});

test('a removal that failed is shown again when the window is opened again, and goes on after a restart', async ({
  folder,
}) => {
  const first = await open(folder, ['--fast']);
  await first.guide.check('A computer whose uninstallers fail');
  await first.guide.goToRemove();
  await first.guide.remove();
  await expect(first.guide.heading('An uninstaller failed')).toBeVisible();
  await first.app.close();
  const { app, guide } = await open(folder, ['--fast']);
  await expect(guide.heading('An uninstaller failed')).toBeVisible();
  await guide.press('Go on to the restart');
  await guide.press('Restart the practice computer');
  await expect(guide.heading('Almost done: a restart finishes it')).toBeVisible();
  await app.close();
});

test('while another run is active, none begins, and afterwards one does', async ({ folder }) => {
  const { app, guide } = await open(folder, ['--fast']);
  await guide.check('A family computer');
  await guide.turnPage();
  await guide.tickOff();
  await guide.sayManagedByUs();
  await guide.turnPage();
  await guide.turnPage();
  const other = await commandLine(folder, 'remove', '--managed-by-us', '--unattended');
  await guide.remove();
  await expect(guide.heading('The removal could not begin')).toBeVisible();
  const wrong = await troubles(guide, 'unhappy-refused');
  await end(other);
  await guide.press('Try again');
  await expect(guide.button('Go on to the restart')).toBeVisible();
  await app.close();
  expect(wrong).toEqual([]);
});

test('a removal that another run holds up is the one that goes on afterwards', async ({
  folder,
}) => {
  const first = await open(folder, []);
  await beginRemoval(first.guide);
  await first.guide.page.getByText('Removing protection components').waitFor();
  await kill(first.app);
  const { app, guide } = await open(folder, ['--fast']);
  await expect(guide.heading('A removal was interrupted')).toBeVisible();
  const other = await commandLine(folder, 'resume');
  await guide.press('Continue');
  await expect(guide.heading('The removal could not go on')).toBeVisible();
  await end(other);
  await guide.press('Try again');
  await expect(guide.button('Go on to the restart')).toBeVisible();
  expect(readdirSync(runsIn(folder))).toHaveLength(1);
  await app.close();
});

interface Opened {
  readonly app: ElectronApplication;
  readonly guide: GuideWindow;
}

async function open(folder: string, more: readonly string[]): Promise<Opened> {
  const folders = [
    `--user-data-dir=${join(folder, 'user')}`,
    `--data-folder=${join(folder, 'data')}`,
  ];
  const args = [appFolder, ...folders, ...more];
  const app = await _electron.launch({ args, env: { ...process.env, LANG: 'en_US.UTF-8' } });
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const guide = new GuideWindow(page);
  await guide.setLanguage('en');
  return { app, guide };
}

/** From the first page to a removal that has begun. */
async function beginRemoval(guide: GuideWindow): Promise<void> {
  await guide.check('A family computer');
  await guide.turnPage();
  await guide.tickOff();
  await guide.sayManagedByUs();
  await guide.turnPage();
  await guide.turnPage();
  await guide.remove();
}

async function kill(app: ElectronApplication): Promise<void> {
  const exited = once(app.process(), 'exit');
  // On Windows Playwright starts a shell that starts Electron.
  process.kill(await app.evaluate(() => process.pid), 'SIGKILL');
  await exited;
}

/** A run of the command line on the same practice computer; comes back once an uninstaller is at work. */
async function commandLine(folder: string, ...command: readonly string[]): Promise<ChildProcess> {
  const program = join(appFolder, 'out', 'main', 'console.js');
  const place = ['--practice', 'family-pc', '--data-folder', join(folder, 'data')];
  const child = spawn(process.execPath, [program, ...command, ...place]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said, { timeout: 30_000 }).toContain('Stopping Kaspersky');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

function runsIn(folder: string): string {
  return join(folder, 'data', 'practice', 'family-pc', 'runs');
}
