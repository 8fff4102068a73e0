import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-app.ts';

/** Notes the heading of the page in every frame that is drawn, an empty text where there is none. */
async function watchHeadings(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { headingsSeen: seen });
    const look = () => {
      const heading = document.querySelector('h1')?.textContent ?? '';
      if (heading !== seen.at(-1)) seen.push(heading);
      requestAnimationFrame(look);
    };
    look();
  });
  return async () =>
    await page.evaluate(() => (window as unknown as { headingsSeen: string[] }).headingsSeen);
}

test('no page is empty when it is turned to for the first time', async ({ guide, page }) => {
  const laterPages = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await expect.poll(laterPages).toContainEqual(expect.stringContaining('later-pages'));
  const headings = await watchHeadings(page);
  await guide.check('A home computer with everything');
  await guide.goToRemove();
  await guide.remove();
  await guide.restart();
  await guide.press('See the proof');
  await guide.press('To the report');
  await guide.heading('Your report').waitFor();
  const seen = await headings();
  expect(seen).toContain('Before we start');
  expect(seen).not.toContain('');
  // Looking begins with the turning of the page.
  expect(seen).not.toContain('Check the computer');
});
