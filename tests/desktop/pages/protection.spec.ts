import type { Page } from '@playwright/test';
import { expect, test } from '../support/guide-app.ts';
import type { GuideWindow } from '../support/guide-window.ts';
import {
  cutOff,
  notPseudo,
  photograph,
  resize,
  violationsInEveryLook,
} from '../support/page-looks.ts';
import { practiceTime } from '../support/practice-time.ts';

test.setTimeout(120_000);

/** Pictures of a state, and what axe says about it, in each look. */
async function examine(page: Page, state: string): Promise<void> {
  const violations = await violationsInEveryLook(page, state);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  expect(violations).toEqual([]);
}

const enableDefender = /^If nothing protects this PC afterwards/;
const requireReplacement = /^Do not begin unless something will protect/;

/** To “Your next antivirus” on the computer on which Microsoft Defender was switched off. */
async function toProtection(guide: GuideWindow): Promise<void> {
  await guide.check('A computer that nothing protects');
  await guide.turnPage();
  await guide.tickOff();
  await guide.turnPage();
  await guide.heading('Your next antivirus').waitFor();
}

async function removeFromHere(guide: GuideWindow): Promise<void> {
  await guide.turnPage();
  await guide.heading('Ready to remove').waitFor();
  await guide.remove();
  await guide.press('See the proof');
}

test('with the consent the removal ends protected', async ({ guide, page }) => {
  await toProtection(guide);
  await expect(page.getByRole('checkbox', { name: enableDefender })).not.toBeChecked();
  await expect(
    page.getByRole('heading', { name: 'What keeps Microsoft Defender off' }),
  ).toBeVisible();
  await examine(page, 'protection-nothing');
  await page.getByRole('checkbox', { name: enableDefender }).check();
  await expect(
    page.getByRole('heading', { name: 'Cutover switches Microsoft Defender on' }),
  ).toBeVisible();
  await examine(page, 'protection-consent');
  await guide.turnBack();
  await guide.turnPage();
  await expect(page.getByRole('checkbox', { name: enableDefender })).toBeChecked();
  await removeFromHere(guide);
  await expect(page.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'What was done for Microsoft Defender' }),
  ).toBeVisible();
  await examine(page, 'proof-consented');
});

test('without the consent the proof says why, and its button brings Microsoft Defender back', async ({
  guide,
  page,
}) => {
  await toProtection(guide);
  await removeFromHere(guide);
  await expect(guide.heading('This computer is not protected now')).toBeVisible();
  await expect(page.getByText('Windows is not allowed to start its services.')).toBeVisible();
  await expect(page.getByText(/Kaspersky was last seen protecting it at/)).toBeVisible();
  await examine(page, 'proof-unprotected');
  await guide.press('Check the protection again');
  await expect(page.getByText(/^Looked at again: /)).toBeVisible();
  await expect(guide.heading('This computer is not protected now')).toBeVisible();
  await guide.button('Switch Microsoft Defender back on').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  await expect(
    page.locator(':focus').getByText('Microsoft Defender was switched back on'),
  ).toBeVisible();
  await expect(guide.heading('This computer is not protected now')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: /was switched back on/ })).toHaveCount(1);
  await expect(page.getByText(/Unprotected for .* at most while switching/)).toBeVisible();
  await examine(page, 'proof-brought-back');
  await guide.press('To the report');
  await expect(page.getByText(/Protected\./)).toBeVisible();
});

test('“do not begin unless” holds the removal and says so in words', async ({ guide, page }) => {
  await toProtection(guide);
  const box = page.getByRole('checkbox', { name: requireReplacement });
  await box.check();
  await expect(page.getByText('Cutover will not start yet.')).toBeVisible();
  await expect(guide.button('Continue')).toHaveAttribute('aria-disabled', 'true');
  await guide.button('Continue').click({ force: true });
  await expect(guide.heading('Your next antivirus')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled();
  await examine(page, 'protection-held');
  await guide.turnBack();
  await guide.turnPage();
  await box.uncheck();
  // What goes away with it moves the button.
  await expect(page.getByText('Cutover will not start yet.')).toHaveCount(0);
  await guide.turnPage();
  await expect(guide.heading('Ready to remove')).toBeVisible();
});

test('the live check says what it has shown, before and after', async ({ guide, page }) => {
  await toProtection(guide);
  await guide.press('Run the live check');
  await expect(
    page.getByRole('heading', { name: 'The antivirus reacted to both samples' }),
  ).toBeVisible();
  await expect(page.getByText('Recognized')).toHaveCount(2);
  await examine(page, 'protection-live');
  await removeFromHere(guide);
  await expect(page.getByText('The antivirus reacted to both samples')).toHaveCount(0);
  await guide.press('Run the live check');
  await expect(
    page.getByRole('heading', { name: 'No reaction; that proves nothing' }),
  ).toBeVisible();
  await examine(page, 'proof-live');
});

test('a clean computer offers only what makes sense', async ({ guide, page }) => {
  await guide.check('A computer that never had Kaspersky');
  await guide.turnPage();
  await guide.heading('Your next antivirus').waitFor();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(guide.button('Switch Microsoft Defender back on')).toHaveCount(0);
  await expect(guide.button('Run the live check')).toBeVisible();
});

test.describe('for a technician', () => {
  test.use({ appArgs: ['--fast', '--technician'] });

  test('the sources, the raw answers and how to take it back are shown', async ({
    guide,
    page,
  }) => {
    await toProtection(guide);
    await removeFromHere(guide);
    await expect(page.getByText(/^Windows Security.*: /).first()).toBeVisible();
    await guide.press('Run the live check');
    await expect(page.getByText('The AMSI test sample was not recognized.')).toBeVisible();
    await guide.press('Switch Microsoft Defender back on');
    await expect(page.getByText(/^The way back: cutover restore \S+$/).first()).toBeVisible();
    await examine(page, 'proof-technician-brought-back');
  });
});

test.describe('at the speed of practice', () => {
  test.use({ appArgs: [] });

  test('the removal says that it brings Microsoft Defender back', async ({ app, guide, page }) => {
    await toProtection(guide);
    await page.getByRole('checkbox', { name: enableDefender }).check();
    await guide.turnPage();
    await guide.remove();
    await expect(guide.heading('Switching Microsoft Defender back on …')).toBeVisible({
      timeout: 60_000,
    });
    await practiceTime(app, 'stands');
    await photograph(page, 'remove-bringing-back', 'light');
    await practiceTime(app, 'flies');
    await expect(guide.button('See the proof')).toBeVisible();
  });

  test('progress is shown while the button works, in words and as a bar', async ({
    app,
    guide,
    page,
  }) => {
    await toProtection(guide);
    await guide.turnPage();
    await practiceTime(app, 'flies');
    await guide.remove();
    await guide.press('See the proof');
    await practiceTime(app, 'stands');
    await guide.press('Run the live check');
    await expect(page.getByRole('progressbar', { name: /The samples/ })).toBeVisible();
    await examine(page, 'proof-live-running');
    await practiceTime(app, 'flies');
    await expect(guide.button('Run it again')).toBeVisible();
    await practiceTime(app, 'runs');
    await guide.press('Switch Microsoft Defender back on');
    await expect(page.getByText(/^Step \d of \d: /).first()).toBeVisible();
    await practiceTime(app, 'stands');
    await photograph(page, 'proof-bringing-back', 'light');
    await practiceTime(app, 'flies');
    await expect(page.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  });

  test('whoever closes the window meanwhile finds Microsoft Defender brought back', async ({
    app,
    guide,
    page,
  }) => {
    await toProtection(guide);
    await guide.turnPage();
    await practiceTime(app, 'flies');
    await guide.remove();
    await guide.press('See the proof');
    await practiceTime(app, 'runs');
    await guide.press('Switch Microsoft Defender back on');
    await page
      .getByText(/^Step \d of \d: /)
      .first()
      .waitFor();
    await practiceTime(app, 'stands');
    const [closed, opened] = [page.waitForEvent('close'), app.waitForEvent('window')];
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
    await practiceTime(app, 'flies');
    const again = await opened;
    await expect(again.getByRole('heading', { name: 'Protected', exact: true })).toBeVisible();
  });
});

test.describe('in small windows', () => {
  const sizes = [
    { name: 'small', width: 900, height: 600 },
    { name: 'zoomed', width: 450, height: 300 },
  ];

  test('nothing is cut off in German, and nothing is left in English', async ({ guide, page }) => {
    const found: string[] = [];
    const look = async (state: string) => {
      for (const { name, width, height } of sizes) {
        await resize(page, width, height);
        await guide.setLanguage('de');
        await photograph(page, state, `de-${name}`);
        found.push(...(await cutOff(page)).map((text) => `${state}, ${name}: ${text}`));
        await guide.setLanguage('en-XA');
        found.push(...(await notPseudo(page)).map((text) => `${state}, not translated: ${text}`));
      }
      await guide.setLanguage('en');
      await resize(page, 1000, 700);
    };
    await toProtection(guide);
    await guide.press('Run the live check');
    await guide.button('Run it again').waitFor();
    await page.getByRole('checkbox', { name: requireReplacement }).check();
    await look('protection-held');
    await page.getByRole('checkbox', { name: requireReplacement }).uncheck();
    await removeFromHere(guide);
    await look('proof-unprotected');
    await guide.press('Switch Microsoft Defender back on');
    await page.getByRole('heading', { name: 'Protected', exact: true }).waitFor();
    await look('proof-brought-back');
    expect(found).toEqual([]);
  });
});
