import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRunRecord } from '../../../../src/main/engine/record/run-folder.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { htmlReport } from '../../../../src/main/report/html/html-report.ts';
import { jsonReport } from '../../../../src/main/report/json-report.ts';
import { textReport } from '../../../../src/main/report/text-report.ts';
import { fateOf, fateTones } from '../../../../src/shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../../src/shared/domain/run/record.ts';
import { engineRun } from '../desktop/guide/engine-run.ts';
import { answerEverything, chooseAll, guideOf, until, valueOf } from '../desktop/guide/guide-of.ts';

/** The rows of the table of products, as a reader of the page sees them. */
function rowsOfPage(record: RunRecord): string[][] {
  const page = htmlReport(record).replaceAll(/\s+/g, ' ');
  const tables = page.split('<table>').map((part) => part.split('</table>')[0] ?? '');
  const table = tables.find((part) => part.includes('<th scope="col">Before</th>')) ?? '';
  return table
    .split('<tr>')
    .filter((row) => row.includes('scope="row"'))
    .map((row) => [
      plain(/<th scope="row">(.*?)<\/th>/.exec(row)?.[1]),
      /<td class="(\w+)"/.exec(row)?.[1] ?? '',
    ]);
}

const plain = (markup = '') =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .trim()
    .replaceAll(/\s+/g, ' ');

/** What the page of the proof shows: name, version and the badge. */
const rowsOfWindow = (record: RunRecord) =>
  record.products.map((product) => [
    [product.name, product.version].filter(Boolean).join(' '),
    fateTones[fateOf(product, record)],
  ]);

describe.each(practiceComputers.map(({ id }) => id))('a removal on %s', (computer) => {
  it('is told alike by window, report, text and JSON, and by the record on the disk', async () => {
    const { record, runPath } = await caseAfter(computer);
    const onDisk = readRunRecord(runPath);
    const text = textReport(record);
    const lines =
      text.slice(text.indexOf('Kaspersky products, before')).split('\n\n')[0]?.split('\n') ?? [];
    expect({
      page: rowsOfPage(record),
      text: lines.slice(2).map((line) => line.slice(2, line.lastIndexOf(':'))),
      json: (JSON.parse(jsonReport(record)) as RunRecord).products,
      disk: onDisk?.products,
    }).toEqual({
      page: rowsOfWindow(record),
      text: rowsOfWindow(record).map(([name]) => name),
      json: record.products,
      disk: record.products,
    });
  });

  it('names every finding of afterwards once, and every one of before', async () => {
    const { record } = await caseAfter(computer);
    const { products, findingsBefore, findingsAfter } = record;
    expect({
      after: products.flatMap(({ findingIds }) => findingIds).toSorted(),
      before: products.map(({ id }) => id).slice(0, findingsBefore.length),
      fromNowhere: products.filter(({ before }) => before === 'none'),
    }).toEqual({
      after: findingsAfter.map(({ id }) => id).toSorted(),
      before: findingsBefore.map(({ id }) => id),
      fromNowhere: [],
    });
  });
});

it('on the home computer the password manager is one row, and the root certificate is gone', async () => {
  const { record } = await caseAfter('home', true);
  const rows = record.products.filter(({ id }) => /password-manager|certificate/.test(id));
  expect(rows.map(({ id, before, after }) => [id.split('@')[0], before, after])).toEqual([
    ['kaspersky-password-manager', 'installed', 'leftover'],
  ]);
});

it('a report of before the matching was kept is matched when it is read', async () => {
  const { record, runPath } = await caseAfter('home');
  const { products: _left, ...older } = record;
  writeFileSync(join(runPath, 'report.json'), JSON.stringify(older));
  expect(readRunRecord(runPath)?.products).toEqual(record.products);
});

/** What a removal in the window leaves behind, after the restart it asks for; where none may begin, what the engine says. */
async function caseAfter(computer: string, everything = false) {
  const { guide } = await guideOf();
  valueOf(await guide.move('chooseMachine', `practice-${computer}`));
  valueOf(await guide.move('scan'));
  if (everything) await chooseAll(guide);
  await answerEverything(guide);
  if (!guide.snapshot.readiness.ready) return await engineRun(computer, guide.snapshot);
  valueOf(await guide.move('startRemoval'));
  const { run } = await until(guide, (snapshot) => snapshot.run.state !== 'running');
  if (run.state === 'ended' && run.restartNeeded) {
    valueOf(await guide.move('restartPractice'));
    valueOf(await guide.move('resumeRemoval'));
    await until(guide, (snapshot) => snapshot.run.state !== 'running');
  }
  const { record, runPath } = guide.caseInHand();
  if (record === null || runPath === null) throw new Error(`Nothing was done on ${computer}.`);
  return { record, runPath };
}
