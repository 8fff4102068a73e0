import { describe, expect, it } from 'vitest';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import { isOnRequest, sectionNames } from '../../../../../src/shared/domain/sections.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { guideOf, removeOn, until, valueOf } from './guide-of.ts';

/** What a look at the computer can change. */
const shown = ({ page, scan, run, chosen, plan, reactivation }: GuideSnapshot) => ({
  page,
  scan,
  run,
  chosen,
  plan,
  reactivation,
});

describe('looking at the computer', () => {
  it('says which section is being read, and how far it has come', async () => {
    const { guide } = await guideOf();
    const seen: unknown[] = [];
    guide.onChange(({ scan }) => {
      if (scan.state === 'running') seen.push(scan.progress);
    });
    valueOf(await guide.move('scan'));
    const total = sectionNames.filter((name) => !isOnRequest(name)).length;
    expect([seen[0], seen[1], seen.at(-1)]).toEqual([
      null,
      { section: sectionNames[0], done: 0, total },
      { section: expect.any(String), done: total - 1, total },
    ]);
  });

  it('turns to the check with the first sign of it', async () => {
    const { guide } = await guideOf();
    const seen: unknown[] = [];
    guide.onChange(({ page, scan }) => seen.push([page, scan.state]));
    valueOf(await guide.move('check'));
    expect([seen[0], seen.at(-1)]).toEqual([
      ['check', 'running'],
      ['check', 'done'],
    ]);
  });

  it('when it is stopped leaves a person where they were', async () => {
    const { guide } = await guideOf(temporaryFolder(), false);
    const before = shown(guide.snapshot);
    const looking = guide.move('check');
    await until(guide, ({ scan }) => scan.state === 'running' && scan.progress !== null);
    valueOf(await guide.move('stopScan'));
    const after = valueOf(await looking);
    expect([shown(after), after.moves.scan, after.moves.stopScan]).toEqual([
      before,
      null,
      { id: 'notLooking' },
    ]);
  });

  it('when it is stopped keeps what is known, and the record of the last removal', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'half-removed');
    const before = shown(guide.snapshot);
    const looking = guide.move('check');
    valueOf(await guide.move('stopScan'));
    const after = valueOf(await looking);
    expect([shown(after), after.pages]).toEqual([before, guide.snapshot.pages]);
    expect(before.run.state).toBe('ended');
  });

  it('knows of the run that waits for a restart, like every command', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    valueOf(await guide.move('recheckProtection'));
    const { run, state } = await until(guide, ({ recheck }) => recheck.state === 'done');
    const record = run.state === 'ended' ? run.record : null;
    expect(record?.state?.verdict).toBe('restartNeeded');
    expect([state?.verdict, state?.restart]).toEqual([
      record?.state?.verdict,
      record?.state?.restart,
    ]);
  });
});
