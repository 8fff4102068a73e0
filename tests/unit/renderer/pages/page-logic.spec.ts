import { describe, expect, test } from 'vitest';
import { foundProducts } from '../../../../src/renderer/pages/check/found-products.ts';
import { expectedProtection } from '../../../../src/renderer/pages/protection/expected-protection.ts';
import { announcement, runProgress } from '../../../../src/renderer/parts/run-progress.ts';
import type { RunView, StepView } from '../../../../src/shared/contract/guide.ts';
import {
  aFinding,
  aHazard,
  aPlan,
  aScan,
  aSnapshot,
  aStep,
  aStepView,
} from '../../../support/snapshot-builder.ts';

describe('what was found', () => {
  test('is sorted by what a person can do about it', () => {
    const kept = { name: '', explanation: { id: 'kept.leftover' } };
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
        ['rest', false, { id: 'kept.leftover' }],
        ['maybe', false, { id: 'kept.notProven' }],
      ],
    ]);
  });
});

test('what protects afterwards is read from the hazards, else from what protects now', () => {
  const withHazard = (id: string) =>
    expectedProtection(aSnapshot({ plan: aPlan({ hazards: [aHazard(id, 'info')] }) }));
  const scan = aScan([]);
  const good = { ...scan, protection: { verdict: 'protected' } } as typeof scan;
  const consented = aSnapshot({
    plan: aPlan({ hazards: [aHazard('no-replacement', 'warning')] }),
    protectionChoice: { requireReplacement: false, reactivateDefender: true },
  });
  expect([
    withHazard('defender-returns'),
    withHazard('no-replacement'),
    expectedProtection(consented),
    expectedProtection(aSnapshot({ scan: good, plan: aPlan() })),
    expectedProtection(aSnapshot({ scan, plan: aPlan() })),
  ]).toEqual(['defenderReturns', 'nothing', 'reactivated', 'already', 'unchanged']);
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
  const said = (['awaitingProtection', 'reactivating'] as const).map((phase) =>
    announcement({ ...running([]), phase } as RunView),
  );
  expect(said).toEqual([
    { kind: 'phase', phase: 'awaitingProtection' },
    { kind: 'phase', phase: 'reactivating' },
  ]);
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
