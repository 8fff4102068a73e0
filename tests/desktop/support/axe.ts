import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe objects to on the page as it is now, as `rule: element`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Legacy mode: real Electron cannot open the second page axe wants. The dummies are Fluent's focus sentinels.
  const results = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('[data-tabster-dummy]')
    .analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}
