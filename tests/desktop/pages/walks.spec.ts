import { expect, test } from '../support/guide-app.ts';

test('the home computer ends clean and protected, with everything chosen', async ({
  guide,
  page,
}) => {
  await guide.check('A home computer with everything');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await guide.goToRemove();
  await guide.remove();
  await guide.restart();
  await guide.press('See the proof');
  await expect(guide.heading(/^Kaspersky is gone and this computer is protected$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  await guide.press('To the report');
  await expect(page.getByText(/Kaspersky is gone\. .*Code/)).toBeVisible();
});

test('what goes with the restart is no danger before it', async ({ guide, page }) => {
  await guide.check('A home computer with everything');
  await guide.goToRemove();
  await guide.remove();
  await guide.button('Go on to the restart').waitFor();
  await expect(page.getByText(/is still working in Windows/)).toHaveCount(0);
  await expect(page.getByText(/still trusts the certificate/)).toHaveCount(0);
});

test('an encrypted disk stops the guide before anything is removed', async ({ guide, page }) => {
  await guide.check('An office computer with an encrypted disk');
  await guide.turnPage();
  await expect(
    page.getByText('Kaspersky may have encrypted a disk of this computer'),
  ).toBeVisible();
  await guide.tickOff();
  await expect(guide.button('Continue')).toHaveAttribute('aria-disabled', 'true');
  await guide.button('Continue').click({ force: true });
  await expect(guide.heading('Before we start')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled();
});

test('a wrong password is said plainly, and the right one goes on from there', async ({
  guide,
  page,
}) => {
  await guide.check('A managed office computer');
  await guide.turnPage();
  await guide.sayManagedByUs();
  await guide.givePassword('Kaspersky password', 'guess');
  await guide.givePassword('Uninstall password of the Network Agent', 'guess');
  await guide.tickOff();
  await guide.turnPage();
  await guide.turnPage();
  await guide.remove();
  await expect(guide.heading('The password was refused')).toBeVisible();
  await guide.press('Back to “Before we start”');
  await guide.givePassword('Kaspersky password', 'practice');
  await guide.givePassword('Uninstall password of the Network Agent', 'practice');
  await guide.turnPage();
  await guide.turnPage();
  await guide.press('Try again');
  await guide.restart();
  await expect(guide.heading(/gone/)).toBeVisible();
  expect(await page.content()).not.toContain('guess');
});

test('a clean computer ends with a report that says so', async ({ guide, page }) => {
  await guide.check('A computer that never had Kaspersky');
  await expect(guide.heading('Nothing to remove')).toBeVisible();
  await guide.turnPage();
  await guide.turnPage();
  await guide.press('Look and write the report');
  await guide.press('See the proof');
  await expect(guide.heading('There was nothing to remove')).toBeVisible();
  await guide.press('To the report');
  await expect(page.getByText(/Nothing to remove\./)).toBeVisible();
});

test('a computer that an organization managed asks whose it is, and only two answers go on', async ({
  guide,
  page,
}) => {
  await guide.check('A family computer');
  await guide.turnPage();
  await guide.tickOff();
  const answer = (name: string) => page.getByRole('radio', { name });
  const held = guide.button('Continue');
  await expect(held).toHaveAttribute('aria-disabled', 'true');
  await answer('It belongs to my employer').check();
  await expect(page.getByText(/^Ask the IT department to remove Kaspersky/)).toBeVisible();
  await expect(held).toHaveAttribute('aria-disabled', 'true');
  await answer('This is my own computer; I no longer work there').check();
  await expect(page.getByText('Everything is done. You can go on.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'First of all' })).toHaveCount(0);
  await guide.turnPage();
  await guide.heading('Your next antivirus').waitFor();
});

test('what is certain carries no mark of how sure it is, in no language', async ({
  guide,
  page,
}) => {
  await guide.check('A home computer with everything');
  const card = page.getByRole('listitem').filter({ hasText: 'How do we know?' }).first();
  for (const [language, mark] of [
    ['de', /Sicher|Nachgewiesen/],
    ['es', /Seguro|Comprobado/],
    ['en', /Certain/],
  ] as const) {
    await guide.setLanguage(language);
    await expect(page.getByRole('main').getByText(mark)).toHaveCount(0);
  }
  await expect(card).toBeVisible();
});

test('after a removal that is over the computer can be checked again', async ({ guide, page }) => {
  await guide.check('A computer where a removal went wrong');
  await guide.turnPage();
  await guide.turnPage();
  const question = page.getByRole('checkbox', {
    name: 'Also clean up what Kaspersky leaves behind',
  });
  const steps = page.getByRole('main').getByRole('listitem');
  await expect(question).toBeChecked();
  const all = await steps.count();
  await question.uncheck();
  // What does harm is repaired either way.
  await expect.poll(async () => await steps.count()).toBeLessThan(all);
  await expect(page.getByText(/^Stop trusting the certificate/).first()).toBeVisible();
  await question.check();
  await expect(steps).toHaveCount(all);
  await guide.press('Clean up now');
  await guide.press('See the proof');
  await guide.press('To the report');
  await guide.press('Back to the beginning');
  await expect(page.getByText(/^Last removal: /)).toBeVisible();
  await guide.press('Show the result');
  await guide.heading('Kaspersky is gone and this computer is protected').waitFor();
  await page.getByRole('button', { name: 'Welcome' }).click();
  await guide.press('Check the practice computer again');
  await expect(guide.button('Check again')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Your next antivirus' })).toBeEnabled();
});

test('what was cleaned up can be put back, by keyboard too, and is deleted only after a question that names it', async ({
  guide,
  page,
}) => {
  await guide.check('A computer where a removal went wrong');
  await guide.turnPage();
  await guide.turnPage();
  await guide.press('Clean up now');
  await guide.press('See the proof');
  await guide.press('See it, or put it back');
  const putBack = page.getByRole('main').getByRole('button', { name: 'Put back' });
  await page.getByRole('checkbox', { name: /registry and in browsers/ }).uncheck();
  await putBack.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('listitem')).toHaveText([/^Folders, and what starts with Windows/]);
  await expect(dialog.getByRole('button', { name: 'Leave it as it is' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(putBack).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const main = page.getByRole('main');
  await expect(main.getByText('What you chose was put back.')).toBeVisible();
  await expect(main.getByRole('checkbox')).toHaveCount(2);
  await guide.press('Delete for good');
  await expect(dialog.getByRole('listitem').first()).toHaveText(/SOFTWARE.*Kaspersky/);
  await expect(dialog.getByText('This cannot be undone.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(main.getByText(/^Deleted for good: 2 items, /)).toBeVisible();
  await expect(guide.button('Delete for good')).toHaveCount(0);
  await main.getByRole('checkbox', { name: 'What did harm and was repaired' }).check();
  await guide.press('Put back');
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await expect(main.getByText('Nothing is kept here.')).toBeVisible();
  // Every button that was pressed is gone; what came of it is next.
  const result = page
    .locator('[tabindex="-1"]')
    .filter({ hasText: 'Something of Kaspersky’s does harm' });
  await expect(result.last()).toBeFocused();
});

test('UltraAV is told from Kaspersky and stays', async ({ guide, page }) => {
  await guide.check('A computer that was moved to UltraAV');
  await expect(
    page.getByText(/You may be using it now in place of Kaspersky/).first(),
  ).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /UltraAV/ })).toHaveCount(0);
});

test('what remains of a failed removal is shown as remains', async ({ guide, page }) => {
  await guide.check('A computer where a removal went wrong');
  await expect(page.getByText(/a trace of a product that is gone/).first()).toBeVisible();
});

test('what Cutover mends itself nobody is sent to do by hand', async ({ guide, page }) => {
  await guide.check('A computer where a removal went wrong');
  await expect(page.getByText(/Cutover repairs this when you continue here/).first()).toBeVisible();
  await expect(page.getByText(/certlm\.msc|sc delete/)).toHaveCount(0);
});

test('going back loses no answer', async ({ guide, page }) => {
  await guide.check('A home computer with everything');
  await page.getByRole('checkbox', { name: /VPN/ }).check();
  await guide.turnPage();
  await guide.tickOff();
  await guide.turnBack();
  await expect(page.getByRole('checkbox', { name: /VPN/ })).toBeChecked();
  await guide.turnPage();
  for (const box of await page.getByRole('checkbox', { name: /^Done: / }).all())
    await expect(box).toBeChecked();
});

test('practice is marked on every page', async ({ guide, page }) => {
  const mark = page.getByRole('complementary', { name: 'Practice' });
  await expect(mark).toBeVisible();
  await guide.check('A family computer');
  await expect(mark).toBeVisible();
  await guide.turnPage();
  await expect(mark).toBeVisible();
});

test('the focus goes to the heading of the page that opens', async ({ guide, page }) => {
  await guide.check('A home computer with everything');
  await guide.turnPage();
  await expect(guide.heading('Before we start')).toBeFocused();
  await guide.tickOff();
  await guide.turnPage();
  await guide.turnPage();
  await guide.remove();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // An app that is removing something asks before it closes, and this spec would wait for the answer.
  await guide.button('Go on to the restart').waitFor();
});

test('the guide can be walked by keyboard alone', async ({ guide, page }) => {
  await guide.heading(/./).focus();
  const tabTo = async (name: string | RegExp) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const target = page.getByRole('button', { name }).and(page.locator(':focus'));
      if ((await target.count()) === 1) return;
    }
    throw new Error(`${String(name)} cannot be reached with the Tab key.`);
  };
  await tabTo('Check the practice computer');
  await page.keyboard.press('Enter');
  await guide.button('Check again').waitFor();
  await tabTo('Continue');
  await page.keyboard.press('Enter');
  await expect(guide.heading('Before we start')).toBeFocused();
});

test('the language can be changed at any time and is kept by the page', async ({ guide, page }) => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(guide.heading('Sicher weg von Kaspersky')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Übungscomputer prüfen' }).click();
  await expect(guide.heading(/Kaspersky-Produkte wurden gefunden/)).toBeVisible();
});
