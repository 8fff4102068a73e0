import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const library = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules, or those alone whose answer another colour scheme can change. */
type Rules = 'all' | 'colours';

/** What axe objects to on the page as it is now, as `rule: element`. */
export async function axeViolations(page: Page, rules: Rules = 'all'): Promise<readonly string[]> {
  // Once for a page: it is half a megabyte of script.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(library);
  return await page.evaluate(async (which) => {
    // Fluent's focus sentinels.
    const outside = { exclude: [['[data-tabster-dummy]']] };
    const runOnly = which === 'all' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] };
    const results = await window.axe?.run(outside, { resultTypes: ['violations'], ...runOnly });
    if (results === undefined) throw new Error('axe is not on the page.');
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  }, rules);
}
