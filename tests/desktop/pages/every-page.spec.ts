import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { appFolder, expect, test } from '../support/guide-app.ts';
import { pageTour, type Stop } from '../support/page-tour.ts';

// At the speed of practice, so that the removal can be seen while it runs.
test.use({ appArgs: [] });
test.setTimeout(180_000);

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'contrast', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

const folder = join(appFolder, 'out', 'screenshots');

async function photograph(page: Page, stop: Stop, look: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${stop}-${look}.png`) });
}

test('every page is accessible in light, dark and forced colours, and is photographed', async ({
  guide,
  page,
}) => {
  const violations: string[] = [];
  const stops: Stop[] = [];
  await pageTour(guide, async (stop) => {
    stops.push(stop);
    // Pictures first: a removal that runs does not wait for axe.
    for (const { name, media } of looks) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      await photograph(page, stop, name);
    }
    for (const { name, media } of looks) {
      await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
      const found = await axeViolations(page);
      violations.push(...found.map((violation) => `${stop}, ${name}: ${violation}`));
    }
  });
  expect({ violations, stops: stops.length }).toEqual({ violations: [], stops: 12 });
});

test('technicians see more on every page, as accessible', async ({ guide, page }) => {
  await guide.technicianMode();
  const violations: string[] = [];
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await pageTour(guide, async (stop) => {
    await photograph(page, stop, 'technician');
    violations.push(...(await axeViolations(page)).map((violation) => `${stop}: ${violation}`));
  });
  expect(violations).toEqual([]);
});

test.describe('in the smallest window', () => {
  test.use({ appArgs: ['--fast'] });

  test('every page fits and is photographed', async ({ guide, page }) => {
    await resize(page, 900, 600);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const cut: string[] = [];
    await pageTour(guide, async (stop) => {
      await photograph(page, stop, 'small');
      cut.push(...(await cutOff(page)).map((text) => `${stop}: ${text}`));
    });
    expect(cut).toEqual([]);
  });

  test('in the pseudo language nothing is cut off or left in English', async ({ guide, page }) => {
    await resize(page, 900, 600);
    const found: string[] = [];
    await pageTour(guide, async (stop) => {
      await guide.setLanguage('en-XA');
      if (stop !== 'remove-confirm') await photograph(page, stop, 'pseudo');
      found.push(...(await cutOff(page)).map((text) => `${stop}, cut off: ${text}`));
      found.push(...(await notPseudo(page)).map((text) => `${stop}, not translated: ${text}`));
      await guide.setLanguage('en');
    });
    expect(found).toEqual([]);
  });

  test('at 200% zoom every page can be read without scrolling sideways', async ({
    guide,
    page,
  }) => {
    // A zoom of 200% leaves a page half of the pixels in each direction.
    await resize(page, 450, 300);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const cut: string[] = [];
    await pageTour(guide, async (stop) => {
      await photograph(page, stop, 'zoomed');
      cut.push(...(await cutOff(page)).map((text) => `${stop}: ${text}`));
    });
    expect(cut).toEqual([]);
  });
});

/** Sees to it that the page really has that many CSS pixels. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const size = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
  expect(size).toEqual([width, height]);
}

/** Texts that are wider than the box that clips them, and the page when it scrolls sideways. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement;
    const sideways = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : [];
    const clips = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element);
      const shows = overflowX === 'visible' || clipPath !== 'none';
      // A chosen option and a typed text may be longer than their field.
      const isField = ['SELECT', 'INPUT', 'TEXTAREA', 'OPTION'].includes(element.tagName);
      return !shows && !isField && element.scrollWidth > element.clientWidth + 1;
    });
    return [...sideways, ...clips.map((element) => (element.textContent ?? '').slice(0, 60))];
  });
}

/** Texts of the window itself that are not in brackets. What comes from the machine says so with `lang`. */
async function notPseudo(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      const isMachines = parent?.closest('[lang="en"], [translate="no"], option, style, script');
      const isWord = /\p{L}{2}/u.test(text);
      if (isWord && !isMachines && !/^\[.*\]$/s.test(text)) texts.push(text);
    }
    return texts;
  });
}
