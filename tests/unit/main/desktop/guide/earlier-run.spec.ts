import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { earlierRun } from '../../../../../src/main/desktop/guide/earlier-run.ts';
import { guideMachines } from '../../../../../src/main/desktop/guide/guide-machine.ts';
import { guideOf, removeOn } from './guide-of.ts';

/** A removal on a practice computer that came to its end, and the computer as a window finds it later. */
async function later(computer: string, change: { readonly restartedAt?: Date } = {}) {
  const { guide, folder } = await guideOf();
  await removeOn(guide, computer);
  const machines = await guideMachines({ fast: true, dataFolder: folder });
  const place = machines.find(({ choice }) => choice.id === `practice-${computer}`);
  if (place === undefined) throw new Error(`There is no ${computer}.`);
  return { ...place, ...change };
}

/** Takes away what was written after the program would have been killed. */
function killAfter(runs: string, fact: RegExp): void {
  const [runId = ''] = readdirSync(join(runs, 'runs'));
  const journal = join(runs, 'runs', runId, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const last = lines.findIndex((line) => fact.test(line));
  writeFileSync(journal, `${lines.slice(0, last + 1).join('\n')}\n`);
  rmSync(join(runs, 'runs', runId, 'report.json'));
}

const tomorrow = new Date(Date.now() + 86_400_000);

describe('the run that a window finds when it is opened', () => {
  it.each([
    ['family-pc', 'restart', 'ended'],
    ['stubborn', 'remove', 'ended'],
    ['clean', undefined, undefined],
    ['defender-off', undefined, undefined],
  ])('of %s opens the page %s', async (computer, page, state) => {
    const found = earlierRun(await later(computer));
    expect([found?.page, found?.run.state]).toEqual([page, state]);
  });

  it.each(['family-pc', 'stubborn'])(
    'goes on after Windows was restarted (%s)',
    async (computer) => {
      const found = earlierRun(await later(computer, { restartedAt: tomorrow }));
      expect(found).toMatchObject({
        page: 'remove',
        run: { state: 'interrupted', restarted: true },
      });
    },
  );

  it('says how far it came when the program was killed', async () => {
    const place = await later('family-pc');
    killAfter(place.runs?.path ?? '', /stepStarted/);
    const found = earlierRun(place);
    const run = found?.run.state === 'interrupted' ? found.run : null;
    const steps = run?.steps.map(({ status, result }) => [status, result?.outcome ?? null]);
    expect([found?.page, run?.restarted, steps?.[0], steps?.at(-1)]).toEqual([
      'remove',
      false,
      ['running', null],
      ['waiting', null],
    ]);
  });

  it('is gone on with where somebody begins the same anew', async () => {
    const { guide, folder } = await guideOf();
    await removeOn(guide, 'clean');
    const runs = join(folder, 'practice', 'clean');
    killAfter(runs, /"planned"/);
    const { guide: opened } = await guideOf(folder);
    const { run } = await removeOn(opened, 'clean');
    expect([run.state === 'ended' && run.record.starts, readdirSync(join(runs, 'runs'))]).toEqual([
      2,
      [run.state === 'ended' && run.record.runId],
    ]);
  });
});
