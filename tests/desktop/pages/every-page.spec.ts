import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/guide-app.ts';
import {
  cutOff,
  notPseudo,
  photograph,
  resize,
  violationsInEveryLook,
} from '../support/page-looks.ts';
import { pageTour, type Stop } from '../support/page-tour.ts';

// At the speed of practice, so that the removal can be seen while it runs.
test.use({ appArgs: [] });
test.setTimeout(180_000);

test('every page is accessible in light, dark and forced colours, and is photographed', async ({
  app,
  guide,
  page,
}) => {
  const violations: string[] = [];
  const stops: Stop[] = [];
  await pageTour({ app, guide }, async (stop) => {
    stops.push(stop);
    violations.push(...(await violationsInEveryLook(page, stop)));
  });
  expect({ violations, stops: stops.length }).toEqual({ violations: [], stops: 14 });
});

test('technicians see more on every page, as accessible', async ({ app, guide, page }) => {
  await guide.technicianMode();
  const violations: string[] = [];
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await pageTour({ app, guide }, async (stop) => {
    await photograph(page, stop, 'technician');
    violations.push(...(await axeViolations(page)).map((violation) => `${stop}: ${violation}`));
  });
  expect(violations).toEqual([]);
});

test.describe('in the smallest window', () => {
  test.use({ appArgs: ['--fast'] });

  test('every page fits and is photographed', async ({ app, guide, page }) => {
    await resize(page, 900, 600);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const cut: string[] = [];
    await pageTour({ app, guide }, async (stop) => {
      await photograph(page, stop, 'small');
      cut.push(...(await cutOff(page)).map((text) => `${stop}: ${text}`));
    });
    expect(cut).toEqual([]);
  });

  test('in the pseudo language nothing is cut off or left in English', async ({
    app,
    guide,
    page,
  }) => {
    await resize(page, 900, 600);
    const found: string[] = [];
    await pageTour({ app, guide }, async (stop) => {
      await guide.setLanguage('en-XA');
      if (!stop.match(/confirm|delete/)) await photograph(page, stop, 'pseudo');
      found.push(...(await cutOff(page)).map((text) => `${stop}, cut off: ${text}`));
      found.push(...(await notPseudo(page)).map((text) => `${stop}, not translated: ${text}`));
      await guide.setLanguage('en');
    });
    expect(found).toEqual([]);
  });

  test('at 200% zoom every page can be read without scrolling sideways', async ({
    app,
    guide,
    page,
  }) => {
    // A zoom of 200% leaves a page half of the pixels in each direction.
    await resize(page, 450, 300);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const cut: string[] = [];
    await pageTour({ app, guide }, async (stop) => {
      await photograph(page, stop, 'zoomed');
      cut.push(...(await cutOff(page)).map((text) => `${stop}: ${text}`));
    });
    expect(cut).toEqual([]);
  });
});
