import { describe, expect, test } from 'vitest';
import { foundProducts, withChoice } from '../../../../src/renderer/pages/check/found-products.ts';
import { preparation } from '../../../../src/renderer/pages/prepare/preparation.ts';
import { beforeAfter, leftovers } from '../../../../src/renderer/pages/proof/before-after.ts';
import { expectedProtection } from '../../../../src/renderer/pages/protection/expected-protection.ts';
import { announcement, runProgress } from '../../../../src/renderer/parts/run-progress.ts';
import type { RunView, StepView } from '../../../../src/shared/contract/guide.ts';
import {
  aFinding,
  aHazard,
  aPlan,
  aRecord,
  aScan,
  aSnapshot,
  aStep,
  aStepView,
} from '../../../support/snapshot-builder.ts';

describe('what was found', () => {
  test('is sorted by what a person can do about it', () => {
    const kept = { name: '', explanation: '' };
    const snapshot = aSnapshot({
      scan: aScan([
        aFinding({ id: 'av' }),
        aFinding({ id: 'vpn', family: 'vpn' }),
        aFinding({ id: 'rest', state: 'leftover' }),
        aFinding({ id: 'maybe', confidence: 'hint' }),
      ]),
      chosen: ['av'],
      plan: aPlan({
        steps: [aStep('av')],
        kept: [
          { ...kept, findingId: 'vpn', reason: 'notChosen' },
          { ...kept, findingId: 'rest', reason: 'leftover' },
          { ...kept, findingId: 'maybe', reason: 'notChosen' },
        ],
      }),
    });
    const { main, extras, staying } = foundProducts(snapshot);
    const short = (list: typeof main) =>
      list.map(({ finding, chosen, stays }) => [finding.id, chosen, stays]);
    expect([short(main), short(extras), short(staying)]).toEqual([
      [['av', true, null]],
      [['vpn', false, null]],
      [
        ['rest', false, 'leftover'],
        ['maybe', false, 'notProven'],
      ],
    ]);
  });

  test('is chosen and given up one by one', () => {
    expect([
      withChoice(['av'], 'vpn', true),
      withChoice(['av', 'vpn'], 'vpn', false),
      withChoice(['av'], 'av', true),
    ]).toEqual([['av', 'vpn'], ['av'], ['av']]);
  });
});

describe('the preparation', () => {
  const hazards = [aHazard('password', 'todo'), aHazard('password-vault', 'todo')];

  test('counts what is left and names the passwords that may be asked for', () => {
    const plan = aPlan({ hazards, steps: [aStep('av', ['kaspersky']), aStep('b', ['kaspersky'])] });
    const { left, ready, secrets } = preparation(aSnapshot({ plan }));
    expect({ left, ready, secrets }).toEqual({ left: 2, ready: false, secrets: ['kaspersky'] });
  });

  test('takes a password that was given as done', () => {
    const snapshot = aSnapshot({
      plan: aPlan({ hazards }),
      acknowledged: ['password-vault'],
      passwordsGiven: ['kaspersky'],
    });
    expect(preparation(snapshot).ready).toBe(true);
  });

  test('is never ready while something forbids the removal, or before there is a plan', () => {
    const plan = aPlan({ hazards: [aHazard('disk-encryption', 'stop')] });
    expect([
      preparation(aSnapshot({ plan })).ready,
      preparation(aSnapshot({ plan: null })).ready,
    ]).toEqual([false, false]);
  });
});

test('what protects afterwards is read from the hazards, else from what protects now', () => {
  const withHazard = (id: string) =>
    expectedProtection(aSnapshot({ plan: aPlan({ hazards: [aHazard(id, 'info')] }) }));
  const scan = aScan([]);
  const good = { ...scan, protection: { verdict: 'protected' } } as typeof scan;
  const consented = aSnapshot({
    plan: aPlan({ hazards: [aHazard('no-replacement', 'warning')] }),
    protectionChoice: { requireReplacement: false, enableDefender: true },
  });
  expect([
    withHazard('defender-returns'),
    withHazard('no-replacement'),
    expectedProtection(consented),
    expectedProtection(aSnapshot({ scan: good, plan: aPlan() })),
    expectedProtection(aSnapshot({ scan, plan: aPlan() })),
  ]).toEqual(['defenderReturns', 'nothing', 'broughtBack', 'already', 'unchanged']);
});

test('the stop that a person makes themselves holds the removal, not the preparation', () => {
  const plan = aPlan({ hazards: [aHazard('no-replacement', 'stop')] });
  const { stops, prepared, heldByChoice, ready } = preparation(aSnapshot({ plan }));
  expect({ stops, prepared, heldByChoice, ready }).toEqual({
    stops: [],
    prepared: true,
    heldByChoice: true,
    ready: false,
  });
});

describe('the progress of a run', () => {
  test('counts ended steps and the known part of the running one', () => {
    const steps = [
      aStepView('a', 'ended'),
      aStepView('b', 'running', 0.5),
      aStepView('c', 'waiting'),
      aStepView('d', 'waiting'),
    ];
    const { ended, total, fraction } = runProgress(steps);
    expect({ ended, total, fraction }).toEqual({ ended: 1, total: 4, fraction: 0.375 });
  });

  test('is announced by quarters only', () => {
    const said = [0.01, 0.24, 0.26, 0.49, 0.99].map((fraction) =>
      announcement(running([aStepView('Kaspersky', 'running', fraction)])),
    );
    expect(said.map((each) => (each.kind === 'step' ? each.quarter : each.kind))).toEqual([
      0, 0, 25, 25, 75,
    ]);
  });
});

test('what a run does for the protection is announced', () => {
  const said = (['awaitingProtection', 'bringingBack'] as const).map((phase) =>
    announcement({ ...running([]), phase } as RunView),
  );
  expect(said).toEqual([
    { kind: 'phase', phase: 'awaitingProtection' },
    { kind: 'phase', phase: 'bringingBack' },
  ]);
});

describe('before and after', () => {
  const kept = { name: '', explanation: '' };
  const record = aRecord({
    findingsBefore: [
      aFinding({ id: 'gone' }),
      aFinding({ id: 'rest' }),
      aFinding({ id: 'still' }),
      aFinding({ id: 'vpn' }),
      aFinding({ id: 'old', state: 'leftover' }),
    ],
    findingsAfter: [
      aFinding({ id: 'rest', state: 'leftover' }),
      aFinding({ id: 'still' }),
      aFinding({ id: 'vpn' }),
      aFinding({ id: 'old', state: 'leftover' }),
    ],
    plan: aPlan({
      kept: [
        { ...kept, findingId: 'vpn', reason: 'notChosen' },
        { ...kept, findingId: 'old', reason: 'leftover' },
      ],
    }),
  });

  test('say of every product what became of it', () => {
    expect(beforeAfter(record).map(({ id, after }) => [id, after])).toEqual([
      ['gone', 'gone'],
      ['rest', 'leftover'],
      ['still', 'still'],
      ['vpn', 'kept'],
      ['old', 'leftover'],
    ]);
  });

  test('list everything that remains', () => {
    expect(leftovers(record).map(({ id }) => id)).toEqual(['rest', 'old']);
  });
});

function running(steps: readonly StepView[]): RunView {
  return {
    state: 'running',
    runId: 'run',
    phase: 'removing',
    startedAt: '',
    cancelling: false,
    steps,
  };
}
