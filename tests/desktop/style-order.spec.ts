import { expect, test } from './support/guide-app.ts';

test('our style sheet is there before the page is, and stands behind what Fluent writes', async ({
  page,
}) => {
  const order = await page.evaluate(() => {
    const sheets = [...document.styleSheets].map(({ ownerNode }) => ownerNode as Element);
    const ours = sheets.findIndex((sheet) => sheet.matches('link[rel="stylesheet"]'));
    const fluents = sheets.flatMap((sheet, index) =>
      sheet.matches('style[data-make-styles-bucket]') ? [index] : [],
    );
    return { ours, last: Math.max(...fluents), fluents: fluents.length };
  });
  expect(order.fluents).toBeGreaterThan(5);
  expect(order.ours).toBeGreaterThan(order.last);
  // A browser draws nothing while a sheet in the head is on its way.
  const links = page.locator('head link[rel="stylesheet"]:not([media]):not([disabled])');
  await expect(links).toHaveCount(1);
});

test('what a page says of one of Fluent’s controls wins over the control', async ({ page }) => {
  const steps = page.locator('.fui-NavItem');
  await expect(steps.first()).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(page.locator('.fui-Nav')).toHaveCSS('row-gap', '2px');
});

test('our style sheet names only what the theme defines', async ({ page }) => {
  const { named, unknown } = await page.evaluate(() => {
    const ours = [...document.styleSheets].find(
      ({ ownerNode }) => ownerNode instanceof HTMLLinkElement,
    );
    const text = [...(ours?.cssRules ?? [])].map(({ cssText }) => cssText).join('');
    const names = [...new Set(text.match(/--\w+/g))];
    const theme = getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body);
    return {
      named: names.length,
      unknown: names.filter((name) => theme.getPropertyValue(name) === ''),
    };
  });
  expect(named).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
});
