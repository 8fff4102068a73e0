import { expect, test } from '../support/guide-app.ts';
import type { GuideWindow } from '../support/guide-window.ts';
import { practiceTime } from '../support/practice-time.ts';
import { opens } from '../support/protections.ts';
import { troubles } from '../support/unhappy-page.ts';

test.setTimeout(150_000);

const stubborn = 'A computer whose uninstallers fail';

test('an uninstaller that fails is told in plain words, and a restart helps it', async ({
  guide,
  page,
}) => {
  await removeOnly(guide, stubborn, 'Kaspersky');
  await expect(guide.heading('An uninstaller failed')).toBeVisible();
  await expect(page.getByText(/gave up before it was done/)).toBeVisible();
  // Numbers and installer messages are for technicians.
  await expect(page.getByText(/1603|Error 1921/)).toHaveCount(0);
  const wrong = [...(await troubles(guide, 'unhappy-failed'))];
  await guide.tryAgain();
  await expect(guide.heading('An uninstaller failed')).toBeVisible();
  await guide.press('Go on to the restart');
  await expect(guide.heading('Restart, then try again')).toBeVisible();
  wrong.push(...(await troubles(guide, 'unhappy-restart')));
  await guide.press('Restart the practice computer');
  await expect(guide.heading('Almost done: a restart finishes it')).toBeVisible();
  await guide.restart();
  await expect(
    guide.heading(/^Kaspersky is gone except .+, and this computer is protected$/),
  ).toBeVisible();
  expect(wrong).toEqual([]);
});

test('technicians see what a failed uninstaller said', async ({ guide, page }) => {
  await guide.technicianMode();
  await removeOnly(guide, stubborn, 'Kaspersky');
  await expect(page.getByText('1603', { exact: true })).toBeVisible();
  await expect(page.getByText(/Error 1921\. Service/)).toBeVisible();
  expect(await troubles(guide, 'unhappy-failed-technician')).toEqual([]);
});

test('an uninstaller that hangs is given up, and proof and report say that the product stays', async ({
  guide,
  page,
}) => {
  await removeOnly(guide, stubborn, 'Kaspersky VPN');
  await expect(guide.heading('An uninstaller did not end in time')).toBeVisible();
  const wrong = [...(await troubles(guide, 'unhappy-timed-out'))];
  await guide.press('See the proof');
  await expect(page.getByRole('row', { name: /Kaspersky VPN/ })).toContainText('Still there');
  wrong.push(...(await troubles(guide, 'unhappy-proof')));
  await guide.press('To the report');
  await expect(page.getByText(/Not removed: uninstaller took too long\./)).toBeVisible();
  wrong.push(...(await troubles(guide, 'unhappy-report')));
  expect(wrong).toEqual([]);
});

test('a product that stays although its uninstaller was content leads to the vendor’s own tool', async ({
  app,
  guide,
  page,
}) => {
  await removeOnly(guide, stubborn, 'Kaspersky Password Manager');
  await expect(guide.heading('Something is still there')).toBeVisible();
  await guide.press('Go on to the restart');
  await guide.press('Restart the practice computer');
  await expect(guide.heading('Something is still there')).toBeVisible();
  const opened = await opens(app, async () => {
    await guide.press('Open Kaspersky’s help page');
    await page.waitForTimeout(500);
  });
  expect(opened).toEqual([expect.stringMatching(/^https:\/\/support\.kaspersky\.com\//)]);
  await guide.press('See the proof');
  const row = page.getByRole('row', { name: /Kaspersky Password Manager/ });
  await expect(row).toContainText('Still there');
  await guide.press('To the report');
  await expect(page.getByText(/Kaspersky is still there\./)).toBeVisible();
});

test('several failures at once are told one by one', async ({ guide, page }) => {
  await removeOnly(guide, stubborn, 'Kaspersky', 'Kaspersky VPN', 'Kaspersky Password Manager');
  await expect(guide.heading('An uninstaller did not end in time')).toBeVisible();
  for (const outcome of ['Did not end in time', 'Failed', 'Still there'])
    await expect(page.getByText(outcome, { exact: true })).toBeVisible();
  expect(await troubles(guide, 'unhappy-several')).toEqual([]);
});

test('what a restart did not finish is still there afterwards, and says so to the end', async ({
  guide,
  page,
}) => {
  await removeOnly(guide, 'A computer that a restart does not finish', 'Kaspersky');
  await guide.press('Go on to the restart');
  await guide.press('Restart the practice computer');
  await expect(guide.heading('Something is still there')).toBeVisible();
  const wrong = [...(await troubles(guide, 'unhappy-after-restart'))];
  await guide.press('See the proof');
  await expect(page.getByRole('heading', { name: 'Protected', exact: true })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Kaspersky 21/ })).toContainText('Still there');
  wrong.push(...(await troubles(guide, 'unhappy-after-restart-proof')));
  await guide.press('To the report');
  await expect(page.getByText(/Kaspersky is still there\./)).toBeVisible();
  expect(wrong).toEqual([]);
});

test('whoever goes on without the restart is told that it is still to come', async ({
  guide,
  page,
}) => {
  await removeOnly(guide, 'A home computer with everything', 'Kaspersky');
  await guide.press('Go on to the restart');
  await guide.press('Go on without a restart');
  await expect(guide.heading('Almost done: a restart finishes it')).toBeVisible();
  await expect(page.getByText(/Windows still has to restart/)).toBeVisible();
  expect(await troubles(guide, 'unhappy-restart-refused')).toEqual([]);
  await guide.restart();
  await expect(
    guide.heading(/^Kaspersky is gone except .+, and this computer is protected$/),
  ).toBeVisible();
});

test('a computer that nothing protects afterwards is told so, however clean the removal', async ({
  guide,
  page,
}) => {
  await removeOnly(guide, 'A computer that nothing protects', 'Kaspersky');
  await expect(guide.heading('This computer is not protected now')).toBeVisible();
  const wrong = [...(await troubles(guide, 'unhappy-not-protected'))];
  await guide.press('See the proof');
  await guide.button('To the report').waitFor();
  wrong.push(...(await troubles(guide, 'unhappy-not-protected-proof')));
  await guide.press('To the report');
  await expect(page.getByText(/Kaspersky is gone\. Antivirus is off\./)).toBeVisible();
  expect(wrong).toEqual([]);
});

test('a password that is missing or wrong looks as good as it reads', async ({ guide }) => {
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
  expect(await troubles(guide, 'unhappy-password')).toEqual([]);
});

test.describe('at the speed of practice', () => {
  test.use({ appArgs: [] });

  test('an uninstaller that hangs says what it waits for, and can be cancelled', async ({
    app,
    guide,
    page,
  }) => {
    await removeOnly(guide, stubborn, 'Kaspersky VPN');
    await expect(page.getByText('ksdeui.exe')).toBeVisible();
    await practiceTime(app, 'stands');
    const wrong = [...(await troubles(guide, 'unhappy-hanging'))];
    await expect(guide.heading('Removing …')).toBeVisible();
    await guide.press('Cancel');
    await practiceTime(app, 'runs');
    await expect(guide.heading('You stopped the removal')).toBeVisible();
    wrong.push(...(await troubles(guide, 'unhappy-cancelled')));
    await guide.tryAgain();
    await expect(page.getByText('ksdeui.exe')).toBeVisible();
    await practiceTime(app, 'flies');
    await expect(guide.heading('An uninstaller did not end in time')).toBeVisible();
    expect(wrong).toEqual([]);
  });
});

/** From the list of what was found to the end of the removal of these and no others. */
async function removeOnly(guide: GuideWindow, computer: string, ...products: readonly string[]) {
  await guide.check(computer);
  await guide.chooseOnly(...products);
  await guide.goToRemove();
  await guide.remove();
}
