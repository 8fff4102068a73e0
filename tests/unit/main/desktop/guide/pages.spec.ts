import { describe, expect, test } from 'vitest';
import type { GuideSnapshot } from '../../../../../src/shared/contract/guide.ts';
import type { RunOutcome } from '../../../../../src/shared/domain/run/run-outcomes.ts';
import {
  aHazard,
  aPlan,
  aRecord,
  aScan,
  aSnapshot,
  aStep,
} from '../../../../support/snapshot-builder.ts';

function open(snapshot: GuideSnapshot): string[] {
  return snapshot.pages.flatMap(({ page, closed }) =>
    closed === null && page !== snapshot.page ? [page] : [],
  );
}

const removal = aPlan({ steps: [aStep('av')] });

function after(outcome: RunOutcome, restartNeeded = false): GuideSnapshot {
  const record = aRecord({ outcome, plan: removal });
  return aSnapshot({
    page: 'remove',
    scan: aScan([]),
    plan: aPlan(),
    run: { state: 'ended', record, steps: [], restartNeeded },
  });
}

describe('the steps of the guide', () => {
  test('lead to the check and no further before the computer was looked at', () => {
    expect(open(aSnapshot())).toEqual(['check']);
  });

  test('open up to the removal when nothing stands in the way', () => {
    const snapshot = aSnapshot({ page: 'check', scan: aScan([]), plan: removal });
    expect(open(snapshot)).toEqual(['welcome', 'prepare', 'protection', 'remove']);
  });

  test('leave out what there is nothing to prepare for, and show it where something speaks against going on', () => {
    const pages = (hazards: readonly string[]) =>
      open(
        aSnapshot({
          page: 'check',
          scan: aScan([]),
          plan: aPlan({ hazards: hazards.map((id) => aHazard(id, 'warning')) }),
        }),
      );
    expect([pages([]), pages(['pending-restart'])]).toEqual([
      ['welcome', 'protection', 'remove'],
      ['welcome', 'prepare', 'protection', 'remove'],
    ]);
  });

  test('keep the removal closed while something has to be done first', () => {
    const plan = aPlan({ hazards: [aHazard('password-vault', 'todo')] });
    const snapshot = aSnapshot({ page: 'check', scan: aScan([]), plan });
    expect(open(snapshot)).toEqual(['welcome', 'prepare', 'protection']);
  });

  test('are all closed while something is being removed', () => {
    const run = {
      state: 'running',
      runId: 'run',
      phase: 'removing',
      startedAt: '',
      cancelling: false,
      steps: [],
    } as const;
    expect(open(aSnapshot({ page: 'remove', scan: aScan([]), plan: aPlan(), run }))).toEqual([]);
  });

  test('let nobody change answers after a removal that went well, and leave the restart out', () => {
    const { pages } = after('cleanAndProtected');
    expect(pages.map(({ page, closed }) => [page, closed?.id ?? 'open'])).toEqual([
      ['welcome', 'open'],
      ['check', 'removalOver'],
      ['prepare', 'removalOver'],
      ['protection', 'removalOver'],
      ['remove', 'open'],
      ['proof', 'open'],
      ['report', 'open'],
    ]);
  });

  test('let a person go back after a wrong password', () => {
    expect(open(after('passwordWrong'))).toEqual([
      'welcome',
      'check',
      'prepare',
      'protection',
      'proof',
      'report',
    ]);
  });

  test('offer the restart only when one is needed', () => {
    expect(open(after('restartNeeded', true))).toEqual(['welcome', 'restart', 'proof', 'report']);
  });

  test('offer the restart where it may help a removal that failed', () => {
    const offered = (['timedOut', 'uninstallerFailed', 'stillPresent', 'installerBusy'] as const)
      .map((outcome) => open(after(outcome)))
      .every((pages) => pages.includes('restart'));
    expect([offered, open(after('cancelled')).includes('restart')]).toEqual([true, false]);
  });

  test('claim neither a removal that failed nor a restart that is still to come', () => {
    const done = (snapshot: GuideSnapshot) =>
      aSnapshot({ ...snapshot, page: 'report' }).pages.flatMap(({ page, done: isDone }) =>
        isDone ? [page] : [],
      );
    const begin = ['welcome', 'check', 'prepare', 'protection'];
    expect([
      done(after('timedOut')),
      done(after('restartNeeded', true)),
      done(after('cleanAndProtected')),
    ]).toEqual([
      [...begin, 'proof'],
      [...begin, 'remove', 'proof'],
      [...begin, 'remove', 'proof'],
    ]);
  });

  test('lead back to a removal that was interrupted', () => {
    const run = {
      state: 'interrupted',
      runId: 'run',
      startedAt: null,
      restarted: false,
      steps: [],
    } as const;
    expect(open(aSnapshot({ run }))).toEqual(['remove']);
  });
});
