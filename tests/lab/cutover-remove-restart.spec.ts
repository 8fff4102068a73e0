import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../src/shared/words/english.ts';
import {
  journalOf,
  outcomes,
  type Ran,
  ranOn,
  refusedOn,
  removeOn,
  runsOn,
} from './support/cutover-run.ts';
import { no32Bit } from './support/lab-spec.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';

const office = 'Kaspersky Small Office Security';
const locked =
  'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Small Office Security 21.3\\kllocked.sys';

describe.skipIf(no32Bit)('removing a product that needs a restart', () => {
  let on: Prepared;
  let removed: Ran;
  let resumed: Ran;
  beforeAll(async () => {
    on = await prepared({ products: ['restart'] });
    removed = await removeOn(on.machine);
  });
  afterAll(() => on?.machine.destroy());

  test('it says so with 3010, and does not restart by itself', () => {
    expect([removed.exitCode, removed.record.outcome, outcomes(removed)]).toEqual([
      3010,
      'restartNeeded',
      [[office, 'restartNeeded', 3010]],
    ]);
    expect([english.sentences(removed.record.summary), on.machine.exists(locked)]).toEqual([
      expect.stringContaining('cutover resume'),
      true,
    ]);
  });

  test('after the restart the same run goes on to its end', async () => {
    await on.machine.reboot();
    resumed = await ranOn(on.machine, ['resume']);
    expect([resumed.exitCode, resumed.record.outcome, outcomes(resumed)]).toEqual([
      0,
      'cleanAndProtected',
      [[office, 'removed', 3010]],
    ]);
    const { runId, starts } = resumed.record;
    expect([await runsOn(on.machine), starts]).toEqual([[removed.record.runId], 2]);
    expect([runId, await journalOf(on.machine, resumed.folder)]).toEqual([
      removed.record.runId,
      expect.arrayContaining(['runStarted', 'stepEnded', 'runResumed', 'runFinished']),
    ]);
  });

  test('nothing of the product is left, and nothing else changed', async () => {
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: [] });
    expect(unnamed(resumed.record, effect.remaining)).toEqual([]);
  });

  test('a run that came to its end is not resumed', async () => {
    expect(await refusedOn(on.machine, ['resume'])).toEqual({
      exitCode: 2016,
      message: expect.stringContaining('No run is waiting to be continued'),
    });
  });
});
