import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/guide-app.ts';

test.use({ appArgs: ['--fast', '--technician'] });

test('a technician sees evidence, commands and exit codes, and the ticket lands in the report', async ({
  app,
  folder,
  guide,
  page,
}) => {
  await guide.check('A home computer with everything');
  await expect(page.getByText(/^proof: .*KLIF/).first()).toBeVisible();
  await guide.goToRemove();
  await guide.remove();
  await expect(page.getByText('Exit code').first()).toBeVisible();
  await expect(page.getByText(/^Windows Installer: /).first()).toBeVisible();
  await guide.restart();
  await guide.press('See the proof');
  await guide.press('To the report');
  await expect(page.getByText('Contoso Practice Notebook 14')).toBeVisible();
  await page.getByLabel('Ticket number').fill('T-4711');
  await page.getByLabel('Technician', { exact: true }).fill('Ada');
  await page.getByLabel('Customer').fill('Contoso');
  await page.getByLabel('Customer').blur();
  const path = join(folder, 'report.html');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await guide.press('Save the report');
  await expect(page.getByText(`Saved: ${path}`)).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('T-4711');
});

test('the support bundle is shown before it is saved', async ({ guide, page }) => {
  await guide.check('A computer that never had Kaspersky');
  await guide.turnPage();
  await guide.turnPage();
  await guide.press('Look and write the report');
  await guide.press('See the proof');
  await guide.press('To the report');
  await guide.press('Show what is in it');
  const dialog = page.getByRole('dialog', { name: 'Support bundle' });
  await expect(dialog.getByRole('combobox', { name: 'File' })).toBeVisible();
  await expect(dialog.getByRole('textbox')).not.toBeEmpty();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(guide.button('Show what is in it')).toBeFocused();
});
