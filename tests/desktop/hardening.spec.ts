import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { links } from '../../src/main/desktop/links.ts';
import { changedApp } from './support/app-copy.ts';
import { expect, sharing, test } from './support/guide-app.ts';
import { opens, protections, windowSettings, type Protection } from './support/protections.ts';

const all = [...protections, ...windowSettings];

for (const protection of all) {
  sharing(protection.name, async ({ app, page }) => {
    expect(await protection.holds(app, page)).toBe(true);
  });
}

for (const [index, protection] of all.entries()) {
  test(`taken out, it is missed: ${protection.name}`, async ({ folder }) => {
    const weakened = changedApp(`protection-${index}`, protection.without);
    expect(await holdsIn(weakened, protection, folder)).toBe(false);
  });
}

test('a link of ours opens in the browser, by its name or by its address', async ({
  app,
  page,
}) => {
  const opened = await opens(app, async () => {
    await page.evaluate((address) => void window.open(address), links.defender);
    await page.evaluate(() => window.cutover.openLink('kaspersky'));
  });
  await expect.poll(() => opened.toSorted()).toEqual([links.defender, links.kaspersky].toSorted());
});

/** A page that does not come up at all holds nothing. */
async function holdsIn(built: string, { holds }: Protection, folder: string): Promise<boolean> {
  const args = [
    built,
    `--user-data-dir=${join(folder, 'user')}`,
    `--data-folder=${join(folder, 'data')}`,
    '--fast',
  ];
  const app = await _electron.launch({ args, timeout: 20_000 }).catch(() => null);
  if (app === null) return false;
  let hasEnded = false;
  const ended = new Promise<void>((resolve) =>
    app.once('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  try {
    const page = await openedPage(app);
    return page !== null && (await holds(app, page));
  } finally {
    // One that has ended by itself may not answer any more.
    if (!hasEnded) await Promise.race([app.close(), ended]);
  }
}

async function openedPage(app: ElectronApplication) {
  const page = await app.firstWindow({ timeout: 10_000 }).catch(() => null);
  const isUp = await page
    ?.getByRole('heading', { level: 1 })
    .waitFor({ timeout: 10_000 })
    .then(() => true)
    .catch(() => false);
  return isUp ? page : null;
}
