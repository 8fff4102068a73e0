import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, sharing, test } from './support/guide-app.ts';

sharing.describe('after a removal', () => {
  sharing(
    'the report is saved where the person wants it, with what the technician noted',
    async ({ app, page, folder }) => {
      await removed(page);
      await page.evaluate(() =>
        window.cutover.setTechnicianFields({ ticket: 'T-17', technician: 'Jo', customer: 'Ann' }),
      );
      const path = join(folder, 'report.html');
      await choosing(app, path);
      const reply = await page.evaluate(() => window.cutover.saveReport('html'));
      const html = readFileSync(path, 'utf8');
      expect({
        reply,
        ticket: html.includes('Ticket: T-17 · Technician: Jo · Customer: Ann'),
      }).toEqual({
        reply: { ok: true, value: { savedTo: path } },
        ticket: true,
      });
    },
  );

  sharing(
    'the report is saved in the language of the window, with what the engine says',
    async ({ app, page, folder }) => {
      await removed(page);
      await page.evaluate(() => window.cutover.setLanguage('de'));
      const path = join(folder, 'bericht.html');
      await choosing(app, path);
      await page.evaluate(() => window.cutover.saveReport('html'));
      const html = readFileSync(path, 'utf8');
      const heading = /<h1>([^<]*)</.exec(html)?.[1];
      const headings = [...html.matchAll(/<h2>([^<]*)</g)].map(([, words]) => words);
      expect({
        german: html.includes('<html lang="de">'),
        heading,
        first: headings.slice(0, 3),
        engine: html.includes('Entfernt, so weit es jetzt geht'),
      }).toEqual({
        german: true,
        heading: 'Fast fertig: Ein Neustart schließt es ab',
        first: [
          'Was als Nächstes zu tun ist',
          'Dieser Computer jetzt',
          'Kaspersky-Produkte, vorher und nachher',
        ],
        engine: true,
      });
    },
  );

  sharing(
    'nothing is saved when the person breaks off, and nothing is a failure',
    async ({ app, page }) => {
      await removed(page);
      await choosing(app, null);
      const reply = await page.evaluate(() => window.cutover.saveReport('json'));
      expect(reply).toEqual({ ok: true, value: { savedTo: null } });
    },
  );

  sharing(
    'a place that cannot be written to is told, with the reason',
    async ({ app, page, folder }) => {
      await removed(page);
      await choosing(app, join(folder, 'missing', 'report.json'));
      const reply = await page.evaluate(() => window.cutover.saveReport('json'));
      expect(reply).toEqual({
        ok: false,
        problem: {
          id: 'fileNotWritten',
          file: 'report.json',
          detail: expect.stringContaining('ENOENT'),
        },
      });
    },
  );

  sharing(
    'a support bundle is saved only after it was shown, and as it was shown',
    async ({ app, page, folder }) => {
      await removed(page);
      const path = join(folder, 'bundle.zip');
      await choosing(app, path);
      const early = await page.evaluate(() => window.cutover.saveBundle());
      const shown = await page.evaluate(() => window.cutover.previewBundle());
      const saved = await page.evaluate(() => window.cutover.saveBundle());
      const archive = readFileSync(path);
      const names = shown.ok ? shown.value.map(({ name }) => name) : [];
      expect({
        early: early.ok,
        saved,
        signature: archive.toString('latin1', 0, 2),
        missing: names.filter((name) => !archive.includes(name)),
        some: names.includes('journal.jsonl'),
        named: shown.ok && shown.value.some(({ text }) => text.includes('MARTA-LAPTOP')),
      }).toEqual({
        early: false,
        saved: { ok: true, value: { savedTo: path } },
        signature: 'PK',
        missing: [],
        some: true,
        named: false,
      });
    },
  );

  sharing(
    'the report is printed from a window that nobody sees and that is gone afterwards',
    async ({ app, page }) => {
      await removed(page);
      const reply = await page.evaluate(() => window.cutover.printReport());
      expect(reply).toEqual({ ok: true, value: null });
      await expect.poll(() => app.windows().length).toBe(1);
    },
  );

  sharing(
    'without a printer the report is offered as a file, and who does not want that is told why',
    async ({ app, page, folder }) => {
      await removed(page);
      const replies: unknown[] = [];
      for (const path of [join(folder, 'report.pdf'), null]) {
        await app.evaluate(({ app: electron }) =>
          electron.once('web-contents-created', (_event, contents) => {
            contents.print = (_options, onEnd) => onEnd?.(false, 'The printer is off');
          }),
        );
        await choosing(app, path);
        replies.push(await page.evaluate(() => window.cutover.printReport()));
      }
      expect(replies).toEqual([
        { ok: true, value: null },
        { ok: false, problem: { id: 'notPrinted', detail: 'The printer is off' } },
      ]);
      expect(readFileSync(join(folder, 'report.pdf'), 'latin1')).toMatch(/^%PDF-/);
      await expect.poll(() => app.windows().length).toBe(1);
    },
  );

  sharing('the summary is copied in the language of the window', async ({ app, page }) => {
    await removed(page);
    await page.evaluate(() => window.cutover.setLanguage('de'));
    await page.evaluate(() => window.cutover.copySummary());
    const copied = await app.evaluate(async ({ clipboard }) => await clipboard.readText());
    expect(copied).toMatch(/^Übung\. Entfernt; Neustart nötig\. .+ Code [A-Z0-9]{4}\.$/);
  });

  sharing('the summary is copied', async ({ app, page }) => {
    await removed(page);
    await page.evaluate(() => window.cutover.copySummary());
    const copied = await app.evaluate(async ({ clipboard }) => await clipboard.readText());
    expect(copied).toMatch(/^Practice\. Removed; restart needed\. .+ Code [A-Z0-9]{4}\.$/);
  });
});

sharing.describe('before there is anything', () => {
  sharing(
    'nothing is exported, printed or saved before there is something',
    async ({ app, page }) => {
      await choosing(app, null);
      const replies = await page.evaluate(async () => [
        await window.cutover.exportInventory(),
        await window.cutover.saveReport('html'),
        await window.cutover.printReport(),
        await window.cutover.previewBundle(),
      ]);
      expect(replies.map((reply) => !reply.ok && reply.problem.id)).toEqual([
        'lookFirst',
        'noReport',
        'noReport',
        'lookFirst',
      ]);
    },
  );

  const unfit = [
    ['is cut off', '{"format": "cutover-inv', 'fileNotWhole'],
    ['is of another version', '{"format": "cutover-inventory/99"}', 'notAnInventory'],
    ['is something else', 'Dear diary,\n', 'notAnInventory'],
    ['is empty', '', 'notAnInventory'],
  ] as const;

  for (const [what, content, id] of unfit) {
    sharing(`a file that ${what} is told and changes nothing`, async ({ app, page, folder }) => {
      const path = join(folder, 'file.json');
      writeFileSync(path, content);
      await choosing(app, path);
      const reply = await page.evaluate(() => window.cutover.importInventory());
      const now = await page.evaluate(() => window.cutover.snapshot());
      expect({ reply, machine: now.ok && now.value.machineId }).toMatchObject({
        reply: { ok: false, problem: { id, file: 'file.json' } },
        machine: 'practice-family-pc',
      });
    });
  }

  sharing('a file that is gone is told', async ({ app, page, folder }) => {
    await choosing(app, join(folder, 'gone.json'));
    const reply = await page.evaluate(() => window.cutover.importInventory());
    expect(reply).toEqual({
      ok: false,
      problem: {
        id: 'fileNotReadable',
        file: 'gone.json',
        detail: expect.stringContaining('ENOENT'),
      },
    });
  });
});

test('an inventory goes out of one window and into another', async ({ app, page, folder }) => {
  await page.evaluate(() => window.cutover.chooseMachine('practice-home'));
  await page.evaluate(() => window.cutover.scan());
  const path = join(folder, 'inventory.json');
  await choosing(app, path);
  await page.evaluate(() => window.cutover.exportInventory());
  const reply = await page.evaluate(() => window.cutover.importInventory());
  expect(reply.ok && reply.value).toMatchObject({
    page: 'check',
    practice: false,
    scan: { state: 'done', computerName: 'MARTA-LAPTOP' },
  });
});

test('a registry export of Windows is looked at like an inventory', async ({
  app,
  page,
  folder,
}) => {
  const path = join(folder, 'pc.reg');
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]',
    '"ComputerName"="OLGA-PC"',
    '',
  ];
  writeFileSync(path, Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'));
  await choosing(app, path);
  const reply = await page.evaluate(() => window.cutover.importInventory());
  expect(reply.ok && reply.value).toMatchObject({
    page: 'check',
    practice: false,
    scan: { state: 'done', computerName: 'OLGA-PC', findings: [] },
  });
});

/** Tests that share an app find it as the first of them left it, in English. */
async function removed(page: Page): Promise<void> {
  await page.evaluate(() => window.cutover.setLanguage('en'));
  const now = await page.evaluate(() => window.cutover.snapshot());
  if (now.ok && now.value.run.state === 'ended') return;
  await page.evaluate(() => window.cutover.chooseMachine('practice-home'));
  await page.evaluate(() => window.cutover.scan());
  await page.evaluate(() => window.cutover.startRemoval());
  await expect
    .poll(async () => {
      const reply = await page.evaluate(() => window.cutover.snapshot());
      return reply.ok && reply.value.run.state;
    })
    .toBe('ended');
}

/** Answers the dialogues of the system with a path; with nothing when the person breaks off. */
async function choosing(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen ?? '' });
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen === null ? [] : [chosen] });
  }, path);
}
