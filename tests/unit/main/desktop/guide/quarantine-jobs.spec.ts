import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../../../src/main/desktop/guide/guide.ts';
import { guideMachines } from '../../../../../src/main/desktop/guide/guide-machine.ts';
import { quarantineHint } from '../../../../../src/main/desktop/guide/quarantine-jobs.ts';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { guideOf, removeOn, until, valueOf } from './guide-of.ts';

/** A computer on which only traces are left. */
const computer = 'half-removed';

const rested = ({ quarantine: { look, work } }: GuideSnapshot) =>
  look.state !== 'running' && work.state !== 'puttingBack' && work.state !== 'deleting';

const runsOf = ({ quarantine: { look } }: GuideSnapshot) =>
  look.state === 'done' ? look.runs : [];

const partsOf = (snapshot: GuideSnapshot) =>
  runsOf(snapshot).flatMap(({ parts }) => parts.map(({ part }) => part));

/** What was cleaned up, as a person sees it who opens the page. */
async function opened(guide: Guide): Promise<GuideSnapshot> {
  valueOf(await guide.move('openQuarantine'));
  return await until(guide, rested);
}

async function cleanedUp() {
  const { guide, folder } = await guideOf();
  const over = await removeOn(guide, computer);
  const shown = await opened(guide);
  const runId = runsOf(shown)[0]?.runId ?? '';
  const kept = join(folder, 'practice', computer, 'runs', runId, 'quarantine');
  return { guide, over, shown, runId, kept };
}

const keys = ({ scan, state }: GuideSnapshot) =>
  JSON.stringify([scan.state === 'done' ? scan.findings.map(({ id }) => id) : [], state?.verdict]);

describe('what was cleaned up', () => {
  it('is told of after a removal and shown by parts, with the room it takes', async () => {
    const { guide, folder } = await guideOf();
    const before = guide.snapshot.quarantine.hint;
    const over = await removeOn(guide, computer);
    const shown = await opened(guide);
    const [run] = runsOf(shown);
    expect([before, over.quarantine.hint, shown.page, partsOf(shown)]).toEqual([
      'nothing',
      'kept',
      'quarantine',
      ['files', 'settings', 'dangers'],
    ]);
    const place = join(folder, 'practice', computer, 'runs', run?.runId ?? '', 'quarantine');
    expect(run?.quarantined.length).toBe(readdirSync(place).length);
    expect(run?.quarantined.every(({ bytes }) => bytes > 0)).toBe(true);
  });

  it('leads back to where it was opened from, and takes no step of the way for another', async () => {
    const { guide, over } = await cleanedUp();
    const shown = guide.snapshot;
    const done = ({ pages }: GuideSnapshot) => pages.map((each) => each.done);
    expect([shown.quarantine.from, done(shown)]).toEqual([over.page, done(over)]);
    expect(valueOf(await guide.move('goTo', shown.quarantine.from)).page).toBe(over.page);
  });

  it('comes back in the parts that were chosen, and in no other', async () => {
    const { guide, runId } = await cleanedUp();
    const clean = keys(guide.snapshot);
    valueOf(await guide.move('putBack', { runId, parts: ['settings'] }));
    const { quarantine } = await until(guide, rested);
    const again = await opened(guide);
    expect(quarantine.work).toMatchObject({ state: 'putBack', record: { outcome: 'undone' } });
    expect([partsOf(again), keys(again) === clean]).toEqual([['files', 'dangers'], false]);
  });

  it('comes back whole, and nothing of it is kept any more', async () => {
    const { guide, runId } = await cleanedUp();
    const parts = ['files', 'settings', 'dangers'] as const;
    valueOf(await guide.move('putBack', { runId, parts: [...parts] }));
    const { quarantine } = await until(guide, rested);
    // The harm is back as well, and no success is told beside it.
    expect([quarantine.work, quarantine.hint]).toMatchObject([
      { state: 'putBack', record: { outcome: 'dangerFound' } },
      'nothing',
    ]);
  });

  it('is deleted for good when a person says so: what was kept, and nothing beside it', async () => {
    const { guide, runId, kept } = await cleanedUp();
    const beside = () => readdirSync(join(kept, '..')).filter((name) => name !== 'quarantine');
    const before = beside();
    valueOf(await guide.move('deleteForGood', runId));
    const after = await until(guide, rested);
    expect([after.quarantine.work.state, existsSync(kept)]).toEqual(['deleted', false]);
    expect(beside()).toEqual([...before, 'purge.json'].toSorted());
    // What was mended was never kept there.
    expect(partsOf(after)).toEqual(['dangers']);
    const again = await guide.move('deleteForGood', runId);
    expect(again).toEqual({ ok: false, problem: { id: 'notKeptThere' } });
  });

  it('stays whole where a link lies in it, and says so before and after', async () => {
    const { guide, runId, kept } = await cleanedUp();
    const innocent = temporaryFolder();
    mkdirSync(join(innocent, 'stays'));
    symlinkSync(innocent, join(kept, 'link'), 'junction');
    valueOf(await guide.move('deleteForGood', runId));
    const { quarantine } = await until(guide, rested);
    expect(quarantine.work).toMatchObject({
      state: 'failed',
      problem: { id: 'notDeletedForGood', detail: { id: 'purge.link' } },
    });
    expect(runsOf(guide.snapshot)[0]?.notDeletable?.id).toBe('purge.link');
    expect([readdirSync(innocent), readdirSync(kept).length > 1]).toEqual([['stays'], true]);
  });

  it('is nothing to begin with on a practice computer that was put back', async () => {
    const { guide } = await cleanedUp();
    valueOf(await guide.move('chooseMachine', `practice-${computer}`));
    const shown = await opened(guide);
    expect([shown.quarantine.hint, runsOf(shown)]).toEqual(['nothing', []]);
  });

  it('is not told of before its run is at its end, and then also in a window that was opened again', async () => {
    const { guide, folder } = await guideOf();
    const waiting = await removeOn(guide, 'family-pc');
    const { guide: again } = await guideOf(folder);
    const before = again.snapshot.quarantine.hint;
    valueOf(await again.move('restartPractice'));
    valueOf(await again.move('resumeRemoval'));
    await until(again, ({ run }) => run.state !== 'running');
    const shown = await opened(again);
    expect([waiting.quarantine.hint, before, runsOf(shown).length]).toEqual([
      'nothing',
      'nothing',
      1,
    ]);
  });

  it('holds everything else up while it is changed, and only that', async () => {
    const { guide, runId } = await cleanedUp();
    const { moves } = valueOf(await guide.move('putBack', { runId, parts: ['files'] }));
    const changing = guide.isChanging;
    const closed = [moves.scan, moves.startRemoval, moves.deleteForGood, moves.putBack];
    await until(guide, rested);
    expect([changing, guide.isChanging, closed, moves.goTo]).toEqual([
      true,
      false,
      closed.map(() => ({ id: 'quarantineUnderWay' })),
      null,
    ]);
  });

  it('is put back and deleted only as it was shown', async () => {
    const { guide, runId } = await cleanedUp();
    const refusals = [
      await guide.move('putBack', { runId, parts: ['files', 'defender'] }),
      await guide.move('putBack', { runId: '20261128-100000-none', parts: ['files'] }),
      await guide.move('deleteForGood', '../elsewhere'),
    ];
    expect(refusals).toEqual(refusals.map(() => ({ ok: false, problem: { id: 'notKeptThere' } })));
  });

  it('is hidden from who may not see it, and is not there where nothing was ever run', async () => {
    const folder = temporaryFolder();
    const [, place] = await guideMachines({ fast: true, dataFolder: folder });
    if (place === undefined || place.runs === null)
      throw new Error('There is no practice computer.');
    const readOnly = { id: 'notAdministrator' } as const;
    const hidden = { ...place.runs, doubt: () => ({ id: 'dataFolder.notOpened' }) };
    const since = new Date(0);
    const choice = { ...place.choice, readOnly };
    expect([
      quarantineHint({ ...place, choice, runs: hidden }, since),
      quarantineHint({ ...place, choice }, since),
      quarantineHint({ ...place, runs: null }, since),
    ]).toEqual(['hidden', 'nothing', 'nothing']);
  });
});
