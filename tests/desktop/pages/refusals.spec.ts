import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { guidePages } from '../../../src/shared/contract/guide-pages.ts';
import { axeViolations } from '../support/axe.ts';
import { expect, sharing as test } from '../support/guide-app.ts';

test.use({ appArgs: ['--fast', '--technician'] });

const open = {
  ru: 'Открыть файл со сведениями о компьютере',
  de: 'Inventardatei öffnen',
} as const;

test('a broken file is explained in Russian, with the technical part marked as English', async ({
  app,
  folder,
  guide,
  page,
}) => {
  await guide.setLanguage('ru');
  await chooseFile(app, join(folder, 'pc.json'), '{"format": "cutover-inventory/99"}');
  await guide.press(open.ru);
  const bar = problemBar(page);
  await expect(bar).toContainText('Файл pc.json не содержит сведений о компьютере');
  expect({
    english: await bar.locator('[translate="no"]').allInnerTexts(),
    violations: await axeViolations(page),
  }).toEqual({ english: [expect.stringContaining('format')], violations: [] });
});

test('the words change with the language while they are shown, and go when they are closed', async ({
  app,
  folder,
  guide,
  page,
}) => {
  await guide.setLanguage('de');
  await chooseFile(app, join(folder, 'pc.json'), '{"format": "cut');
  await guide.press(open.de);
  const bar = problemBar(page);
  await expect(bar).toContainText('pc.json ist nicht vollständig');
  await guide.setLanguage('fr');
  await expect(bar).toContainText('pc.json est incomplet');
  await guide.press('Fermer ce message');
  await expect(bar).toHaveCount(0);
});

test('in the pseudo language a refusal is no English sentence', async ({
  app,
  folder,
  guide,
  page,
}) => {
  await guide.setLanguage('en-XA');
  await chooseFile(app, join(folder, 'pc.json'), 'Dear diary');
  await page.getByRole('button', { name: /^\[Øpêñ/ }).click();
  const words = problemBar(page).locator('span').filter({ hasText: 'pc.json' }).first();
  await expect(words).toHaveText(/^\[pc\.json ïš ñöt/);
});

test('why this computer cannot be chosen is said in the language of the window', async ({
  guide,
  page,
}) => {
  await guide.setLanguage('pt-BR');
  const here = page.getByRole('radio', { name: /^Este computador/ });
  const isUsable = await here.isEnabled();
  const why = isUsable ? /à sua frente/ : /^Este computador.*(não é um|administrador)/;
  await expect(page.getByRole('radio', { name: why })).toHaveCount(1);
});

test('no page is shown before there is something on it, however it is asked for', async ({
  guide,
  page,
}) => {
  const replies = await page.evaluate(
    async (pages) => await Promise.all(pages.map((name) => window.cutover.goTo(name))),
    guidePages,
  );
  const refused = replies.map((reply) => (reply.ok ? null : reply.problem.id));
  await page.evaluate(() => window.cutover.goTo('welcome'));
  const closed = page.getByRole('navigation').getByRole('button', { disabled: true });
  await expect(guide.heading(/./)).toBeVisible();
  expect({
    refused: Object.fromEntries(guidePages.map((name, at) => [name, refused[at]])),
  }).toEqual({
    refused: {
      welcome: null,
      check: null,
      prepare: 'lookFirst',
      protection: 'lookFirst',
      remove: 'lookFirst',
      restart: 'noRestartNeeded',
      proof: 'nothingToProve',
      report: 'noReport',
    },
  });
  // The rail and the guide give the same answer.
  await expect(closed).toHaveCount(refused.filter((id) => id !== null).length);
});

test('the menu follows the language of the window', async ({ app, guide }) => {
  const labels = async () =>
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  const english = await labels();
  await guide.setLanguage('ru');
  await expect.poll(labels).toEqual(['Правка', 'Вид', 'Окно']);
  expect(english).toEqual(['Edit', 'View', 'Window']);
});

function problemBar(page: Page): Locator {
  return page.locator('.fui-MessageBar').filter({ has: page.getByRole('button') });
}

/** Writes a file and answers the next dialogue of the system with it. */
async function chooseFile(app: ElectronApplication, path: string, content: string): Promise<void> {
  writeFileSync(path, content);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}
