import type { ElectronApplication } from '@playwright/test';
import type { GuideWindow } from './guide-window.ts';
import { practiceTime } from './practice-time.ts';

/** Every page of the guide and every state of a page that a person can stop at. */
export type Stop =
  | 'welcome'
  | 'check'
  | 'check-evidence'
  | 'prepare'
  | 'protection'
  | 'remove-ready'
  | 'remove-confirm'
  | 'remove-running'
  | 'remove-ended'
  | 'restart'
  | 'proof'
  | 'quarantine'
  | 'quarantine-delete'
  | 'report';

type Visit = (stop: Stop) => Promise<void>;

interface Traveller {
  readonly app: ElectronApplication;
  readonly guide: GuideWindow;
}

/** Goes through the whole guide on the family's practice computer and calls at every stop. */
export async function pageTour({ app, guide }: Traveller, visit: Visit): Promise<void> {
  await visit('welcome');
  await toRemoval(guide, visit);
  await throughRemoval({ app, guide }, visit);
  await guide.press('See the proof');
  await guide.page.getByRole('table', { name: 'Before and after' }).waitFor();
  await visit('proof');
  await throughQuarantine(guide, visit);
  await guide.press('To the report');
  await guide.heading('Your report').waitFor();
  await visit('report');
}

async function throughQuarantine(guide: GuideWindow, visit: Visit): Promise<void> {
  await guide.press('See it, or put it back');
  await guide.page.getByRole('button', { name: /items/ }).first().click();
  await visit('quarantine');
  await guide.press('Delete for good');
  await guide.page.getByRole('alertdialog').waitFor();
  await visit('quarantine-delete');
  await guide.press('Keep it');
  await guide.turnBack();
}

async function toRemoval(guide: GuideWindow, visit: Visit): Promise<void> {
  await guide.check('A family computer');
  await visit('check');
  await guide.press('How do we know about Kaspersky?');
  await visit('check-evidence');
  await guide.turnPage();
  await guide.heading('Before we start').waitFor();
  await visit('prepare');
  await guide.tickOff();
  await guide.sayManagedByUs();
  await guide.turnPage();
  await guide.heading('Your next antivirus').waitFor();
  await visit('protection');
  await guide.turnPage();
  await guide.heading('Ready to remove').waitFor();
  await visit('remove-ready');
}

async function throughRemoval({ app, guide }: Traveller, visit: Visit): Promise<void> {
  await guide.press('Remove now');
  await guide.page.getByRole('alertdialog').waitFor();
  await visit('remove-confirm');
  await guide.confirmRemoval();
  // At full speed it is over before anybody could look.
  const removing = guide.heading('Removing …');
  const ended = guide.button('Go on to the restart');
  await removing.or(ended).first().waitFor();
  await practiceTime(app, 'stands');
  if (await removing.isVisible()) await visit('remove-running');
  await practiceTime(app, 'flies');
  await ended.waitFor();
  await visit('remove-ended');
  await ended.click();
  await guide.heading('Restart to finish').waitFor();
  await visit('restart');
  await guide.press('Restart the practice computer');
  await guide.button('See the proof').waitFor();
}
