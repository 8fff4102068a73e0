import type { GuideWindow } from './guide-window.ts';
import { cutOff, notPseudo, photograph, resize, violationsInEveryLook } from './page-looks.ts';

/**
 * Looks at the page as it is now with the eyes of everybody: light, dark and forced colours, the smallest window,
 * 200% zoom, and the pseudo language. Takes pictures, and returns what is wrong.
 */
export async function troubles(guide: GuideWindow, stop: string): Promise<readonly string[]> {
  const { page } = guide;
  // A page that has just been turned to is empty for a moment.
  await guide.heading(/./).waitFor();
  const found = await violationsInEveryLook(page, stop);
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await resize(page, 900, 600);
  await photograph(page, stop, 'small');
  found.push(...(await cutOff(page)).map((text) => `${stop}, small: ${text}`));
  await guide.setLanguage('en-XA');
  await photograph(page, stop, 'pseudo');
  found.push(...(await cutOff(page)).map((text) => `${stop}, pseudo: ${text}`));
  found.push(...(await notPseudo(page)).map((text) => `${stop}, not translated: ${text}`));
  await resize(page, 450, 300);
  found.push(...(await cutOff(page)).map((text) => `${stop}, pseudo and zoomed: ${text}`));
  await guide.setLanguage('en');
  await photograph(page, stop, 'zoomed');
  found.push(...(await cutOff(page)).map((text) => `${stop}, zoomed: ${text}`));
  await page.setViewportSize(size);
  return found;
}
