import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { appFolder, expect } from './guide-app.ts';

/** How a page is looked at: by people with different settings of their system. */
const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'contrast', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

const folder = join(appFolder, 'out', 'screenshots');

/** Keeps what the page looks like now, for a person to look at. */
export async function photograph(page: Page, stop: string, look: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${stop}-${look}.png`) });
}

/** A picture of a state of the page in each look, and what is not accessible there. Other colours leave the rest as it was. */
export async function violationsInEveryLook(page: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, media } of looks) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await endOfTransitions(page);
    await photograph(page, state, name);
    const violations = await axeViolations(page, name === 'light' ? 'all' : 'colours');
    found.push(...violations.map((violation) => `${state}, ${name}: ${violation}`));
  }
  return found;
}

/** Also the shortest change of colours takes a frame, which is neither to be seen on a picture nor to be judged. */
async function endOfTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(transitions.map(async ({ finished }) => await finished));
  });
}

/** Sees to it that the page really has that many CSS pixels. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const size = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
  expect(size).toEqual([width, height]);
}

/** Texts that are wider than the box that clips them, and the page when it scrolls sideways. */
export async function cutOff(page: Page): Promise<readonly string[]> {
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
    // A bar is drawn wider than its frame, and holds no text.
    const texts = clips.map((element) => (element.textContent ?? '').trim().slice(0, 60));
    return [...sideways, ...texts.filter((text) => text !== '')];
  });
}

/** Texts of the window itself that are not in brackets. What comes from the machine says so with `lang`. */
export async function notPseudo(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      const isMachines = parent?.closest('[lang="en"], [translate="no"], option, style, script');
      const isWord = /\p{L}{2}/u.test(text);
      const isLengthOfTime = /^\d+ (?:min|sec)\b/.test(text);
      if (isWord && !isMachines && !isLengthOfTime && !/^\[.*\]$/s.test(text)) texts.push(text);
    }
    return texts;
  });
}
