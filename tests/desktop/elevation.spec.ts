import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { axeViolations } from './support/axe.ts';
import { changedApp } from './support/app-copy.ts';
import { expect, test } from './support/guide-app.ts';
import { GuideWindow } from './support/guide-window.ts';

/** As on Windows without the rights of an administrator, where the person says no when they are asked for them. */
const refused = changedApp('not-elevated', [
  { pattern: /unavailable: notHere === "notWindows"/, text: 'unavailable: false' },
  { pattern: /readOnly: notHere === null \? null : \{ id: notHere \}/, text: notElevated() },
  { pattern: /system === null \? null : await system\.startElevated\(request\)/, text: asked() },
]);

function notElevated(): string {
  return 'readOnly: { id: "notAdministrator" }';
}

/** Keeps what was to be started; the answer is the one of the test. */
function asked(): string {
  return '(globalThis.asked = request, globalThis.answer ?? { state: "declined" })';
}

test('nobody is asked for more rights before they want to change something; a no is no dead end', async ({
  folder,
}) => {
  const app = await _electron.launch({
    args: [refused, ...folders(folder), '--fast', '--technician'],
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  });
  try {
    const page = await app.firstWindow();
    const guide = new GuideWindow(page);
    await guide.heading(/./).waitFor();
    await expect(page.getByRole('complementary', { name: 'Looking only' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    const request = () =>
      app.evaluate(() => (globalThis as unknown as { asked?: { args: string[] } }).asked);
    expect(await request()).toBe(undefined);

    await guide.press('Go on as administrator');
    await expect(page.getByText('Windows was told not to give')).toBeVisible();
    expect(await request()).toMatchObject({
      args: [refused, ...folders(folder), '--fast', '--technician', '--elevated'],
    });
    expect(await closedMoves(page)).toEqual({ check: null, startRemoval: 'notAdministrator' });

    await page.getByRole('radio', { name: 'A home computer with everything' }).check();
    await expect(page.getByRole('complementary', { name: 'Looking only' })).toBeHidden();
    await guide.press('Check the practice computer');
    await expect(guide.button('Check again')).toBeVisible();
  } finally {
    await app.close();
  }
});

test('the window ends once another one was started as administrator', async ({ folder }) => {
  const app = await _electron.launch({ args: [refused, ...folders(folder), '--fast'] });
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await app.evaluate(() => Object.assign(globalThis, { answer: { state: 'started' } }));
  const ended = app.waitForEvent('close');
  // Its answer may be lost with the window.
  await page.evaluate(() => void window.cutover.elevate());
  await ended;
});

function folders(folder: string): readonly string[] {
  return [`--user-data-dir=${join(folder, 'user')}`, `--data-folder=${join(folder, 'data')}`];
}

async function closedMoves(page: Page) {
  const reply = await page.evaluate(() => window.cutover.snapshot());
  if (!reply.ok) throw new Error(reply.problem.id);
  const { check, startRemoval } = reply.value.moves;
  return { check, startRemoval: startRemoval?.id };
}
