import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/guide-app.ts';

test('a page that breaks leaves the window standing and can be shown again', async ({
  guide,
  page,
}) => {
  await page.evaluate(() => {
    const real = Intl.PluralRules;
    Object.assign(window, { mend: () => Object.assign(Intl, { PluralRules: real }) });
    Object.defineProperty(Intl, 'PluralRules', { value: null, writable: true, configurable: true });
  });
  await page.getByRole('radio', { name: 'A home computer with everything' }).check();
  await guide.press('Check the practice computer');
  await expect(guide.heading('This page could not be shown')).toBeFocused();
  await expect(page.getByText('Intl.PluralRules is not a constructor')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await guide.press('Show the page again');
  await expect(guide.button('Check again')).toBeVisible();
});
