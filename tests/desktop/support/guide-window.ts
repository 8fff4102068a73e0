import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../src/shared/contract/contract.ts';

declare global {
  interface Window {
    readonly cutover: Bridge;
  }
}

/** The guide as a person uses it: by headings, buttons and boxes, never by the structure of the page. */
export class GuideWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Goes on, and comes back on the next page: its button may be where this one's was. */
  async turnPage(): Promise<void> {
    const heading = this.heading(/./);
    const before = (await heading.textContent()) ?? '';
    await this.press('Continue');
    await expect(heading).not.toHaveText(before);
  }

  /** Begins anew, and comes back once that has begun: it may end on a page with the heading of this one. */
  async tryAgain(): Promise<void> {
    const before = await this.heading(/./).textContent();
    const left = this.page.waitForFunction(
      (heading) => document.querySelector('h1')?.textContent !== heading,
      before,
    );
    await this.press('Try again');
    await left;
  }

  /** Goes back, and comes back on the page before. */
  async turnBack(): Promise<void> {
    const heading = this.heading(/./);
    const before = (await heading.textContent()) ?? '';
    await this.page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(heading).not.toHaveText(before);
  }

  async setLanguage(language: string): Promise<void> {
    await this.page.evaluate((chosen) => window.cutover.setLanguage(chosen), language);
    await this.page.locator(`html[lang="${language}"]`).waitFor();
  }

  async technicianMode(): Promise<void> {
    await this.page.getByRole('switch', { name: 'Technician mode' }).check();
  }

  /** Chooses a practice computer and looks at it. */
  async check(computer: string): Promise<void> {
    await this.page.getByRole('radio', { name: computer }).check();
    await this.press('Check the practice computer');
    await this.page.getByRole('button', { name: 'Check again' }).waitFor();
  }

  /** Chooses these of the products that were found, and no others. */
  async chooseOnly(...names: readonly string[]): Promise<void> {
    const boxes = this.page.getByRole('checkbox');
    for (const box of await boxes.all()) {
      const wanted = names.includes((await box.getAttribute('aria-label')) ?? '');
      if ((await box.isChecked()) !== wanted) await box.click();
      await expect(box).toBeChecked({ checked: wanted });
    }
  }

  /** Ticks off everything that is to be done first. */
  async tickOff(): Promise<void> {
    const boxes = this.page.getByRole('checkbox', { name: /^Done: / });
    await this.heading('Before we start').waitFor();
    for (const box of await boxes.all()) await box.check();
  }

  async givePassword(field: string, password: string): Promise<void> {
    await this.page.getByLabel(field, { exact: true }).fill(password);
    await this.page.getByLabel(field, { exact: true }).press('Enter');
    await this.page.getByText('A password was given').first().waitFor();
  }

  /** From the list of what was found to the question before the removal. */
  async goToRemove(): Promise<void> {
    await this.turnPage();
    await this.tickOff();
    await this.turnPage();
    await this.heading('Your next antivirus').waitFor();
    await this.turnPage();
    await this.heading('Ready to remove').waitFor();
  }

  async remove(): Promise<void> {
    await this.press('Remove now');
    await this.confirmRemoval();
  }

  async confirmRemoval(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Remove now' }).click();
  }

  /** The only stop that a person can lift by a word. */
  async sayManagedByUs(): Promise<void> {
    await this.page.getByRole('radio', { name: 'I am the administrator' }).check();
  }

  /** From the end of the removal over the restart of the practice computer to the check afterwards. */
  async restart(): Promise<void> {
    await this.press('Go on to the restart');
    await this.press('Restart the practice computer');
    await this.button('See the proof').waitFor();
  }
}
