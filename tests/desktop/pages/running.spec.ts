import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/guide-app.ts';
import { practiceTime } from '../support/practice-time.ts';

// At the speed of practice: something has to go on while somebody looks and cancels.
test.use({ appArgs: [] });
test.setTimeout(120_000);

test('a check shows what is being read, and can be stopped and begun again', async ({
  app,
  guide,
  page,
}) => {
  await practiceTime(app, 'stands');
  await page.getByRole('radio', { name: 'A family computer' }).check();
  await guide.press('Check the practice computer');
  await expect(page.getByText(/^Reading: User profiles \(1 of \d+\)$/)).toBeVisible();
  await guide.press('Stop');
  // Back to where they were.
  await expect(guide.heading('Move off Kaspersky, safely')).toBeVisible();
  await practiceTime(app, 'flies');
  await guide.press('Check the practice computer');
  await expect(guide.button('Check again')).toBeVisible();
});

test('a removal shows what it does, can be cancelled, and goes on later', async ({
  app,
  guide,
  page,
}) => {
  await guide.check('A home computer with everything');
  await guide.goToRemove();
  await practiceTime(app, 'stands');
  await guide.remove();
  await expect(guide.heading('Getting ready …')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Getting ready' })).toHaveCount(1);
  await practiceTime(app, 'runs');
  await expect(guide.heading('Removing …')).toBeVisible();
  const bar = page.getByRole('progressbar', { name: /^Progress of the whole removal/ });
  await expect(bar).toHaveAttribute('aria-valuenow', /0\.\d+/);
  await practiceTime(app, 'stands');
  await expect(page.getByRole('status').filter({ hasText: 'Removing Kaspersky' })).toHaveCount(1);
  await guide.press('Cancel');
  await practiceTime(app, 'runs');
  await expect(guide.heading('You stopped the removal')).toBeVisible();
  await notices(app);
  await practiceTime(app, 'flies');
  await guide.press('Try again');
  await expect(guide.button('Go on to the restart')).toBeVisible();
  await expect
    .poll(async () => await notices(app))
    .toEqual(['Practice: Almost done: a restart finishes it. Click here to see the result.']);
});

/** What was said of an end since it was asked for first, to a person who is at something else. */
async function notices(app: ElectronApplication): Promise<readonly string[]> {
  return await app.evaluate(({ BrowserWindow, Notification }) => {
    const world = globalThis as typeof globalThis & { notices?: string[] };
    if (world.notices === undefined) {
      const told: string[] = (world.notices = []);
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        told.push(this.body);
      };
      const [window] = BrowserWindow.getAllWindows();
      if (window !== undefined) window.isFocused = () => false;
    }
    return world.notices;
  });
}

test('the live region speaks rarely', async ({ guide, page }) => {
  await guide.check('A family computer');
  await guide.turnPage();
  await guide.tickOff();
  await guide.sayManagedByUs();
  await guide.turnPage();
  await guide.turnPage();
  await page.evaluate(() => {
    const said: string[] = [];
    const region = document.querySelector('[role="status"][aria-live="polite"]');
    if (region === null) throw new Error('There is no live region.');
    const hear = () => {
      // Nothing is said where it is emptied.
      if (region.textContent) said.push(region.textContent);
    };
    new MutationObserver(hear).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { said });
  });
  await guide.remove();
  await expect(guide.button('Go on to the restart')).toBeVisible({ timeout: 90_000 });
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.length).toBeGreaterThan(3);
  // A few phases, four quarters for each of two products, the end.
  expect(said.length).toBeLessThan(16);
});
