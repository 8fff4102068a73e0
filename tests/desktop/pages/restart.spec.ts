import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { changedApp } from '../support/app-copy.ts';
import { expect, test } from '../support/guide-app.ts';
import { GuideWindow } from '../support/guide-window.ts';
import { troubles } from '../support/unhappy-page.ts';

/** A practice computer that the window takes for this one. */
const asThisComputer = changedApp('as-this-computer', [
  { pattern: /practice: choice\.kind === "practice"/, text: 'practice: false' },
]);

test('whoever says so lets Windows restart now, and later is an answer too', async ({ folder }) => {
  test.setTimeout(90_000);
  const app = await _electron.launch({
    args: [
      asThisComputer,
      `--user-data-dir=${join(folder, 'user')}`,
      `--data-folder=${join(folder, 'data')}`,
      '--fast',
    ],
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  });
  try {
    const page = await app.firstWindow();
    const guide = new GuideWindow(page);
    await guide.heading(/./).waitFor();
    await page.evaluate(async () => {
      await window.cutover.chooseMachine('practice-home');
      await window.cutover.scan();
      await window.cutover.startRemoval();
    });
    await guide.press('Go on to the restart');
    expect(await troubles(guide, 'restart-now')).toEqual([]);
    await guide.press('Later');
    await guide.press('Show where it stands');
    await guide.press('Go on to the restart');
    await guide.press('Restart now');
    await guide.heading('Windows is about to restart').waitFor();
    await expect(page.getByText(/Cutover goes on by itself/)).toBeVisible();
    expect(await troubles(guide, 'restart-started')).toEqual([]);
  } finally {
    await app.close();
  }
});
