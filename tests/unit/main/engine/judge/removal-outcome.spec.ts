import { english } from '../../../../../src/shared/words/english.ts';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../../../../src/shared/domain/run/exit-codes.ts';
import type { StepOutcome } from '../../../../../src/shared/domain/plan/step-outcomes.ts';
import { message } from '../../../../../src/shared/domain/message.ts';
import { outcomes, runOutcomes } from '../../../../../src/shared/domain/run/run-outcomes.ts';
import { runOutcome } from '../../../../../src/main/engine/judge/run-outcome.ts';
import type { RunFacts } from '../../../../../src/main/engine/judge/run-facts.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import type { State } from '../../../../../src/shared/domain/state/state.ts';
import { aboutOf, protectionOf, stateOf, takenOf } from '../../../../support/run-samples.ts';

function outcome({ state = {}, ...facts }: Partial<Omit<RunFacts, 'state'>> & Partial<Given> = {}) {
  return runOutcome({
    choice: defaultChoice,
    steps: [takenOf()],
    state: stateOf(state),
    causes: [],
    cancelled: false,
    dryRun: false,
    ...facts,
  });
}

interface Given {
  readonly state: Partial<State>;
}

const steps = (...ends: readonly StepOutcome[]) => ends.map((each) => takenOf({ outcome: each }));
const unprotected = { protection: protectionOf({ verdict: 'unprotected', products: [] }) };
const product = {
  id: 'kaspersky',
  productId: 'kaspersky-for-windows',
  family: 'antivirus',
  name: 'Kaspersky',
  version: null,
} as const;
const installed = { installed: [product] };
const remains = { remains: [{ ...product, harmless: true }] };
const inside = {
  stays: [
    {
      findingId: 'engine',
      name: 'Bundle Antivirus',
      reason: 'engineInside',
      explanation: message('kept.embeddedEngine'),
    },
  ],
} satisfies Partial<State>;
const strict = { ...defaultChoice, strictRemains: true };
const restart = { restart: { runId: 'r', products: ['Kaspersky'], settles: [] } };
const dangers = {
  dangers: [
    {
      id: 'driverStillLoaded',
      severity: 'serious',
      values: { driver: 'klif' },
      seenIn: { kind: 'driver', ref: 'klif' },
      repair: { kind: 'removeDriver', name: 'klif' },
    },
  ],
} satisfies Partial<State>;

it('a sentence about a run names what is dangerous once', () => {
  const named = (told: boolean) =>
    english.sentences(
      outcome({ state: { ...dangers, remains: [{ ...product, harmless: false, told }] } }).summary,
    );
  expect([named(false), named(true)].map((text) => text.includes('Traces are left'))).toEqual([
    true,
    false,
  ]);
});

describe('a trace that only somebody else may take away', () => {
  const traces = (...places: readonly (readonly ('browser' | 'windowsSecurity')[] | null)[]) => ({
    remains: places.map((notOurs) => ({
      ...product,
      harmless: false,
      ...(notOurs !== null && { notOurs: [...notOurs] }),
    })),
  });
  const after = (state: Partial<State>, choice: Partial<Choice> = {}) =>
    outcome({ steps: [], state, choice: { ...defaultChoice, phases: ['clean'], ...choice } });

  it('is no failure of cleaning up, and is named with who does', () => {
    const ended = after(traces(['windowsSecurity'], ['browser']));
    expect([ended.outcome, ended.summary.map(({ id }) => id)]).toEqual([
      'nothingToRemove',
      expect.arrayContaining(['run.notOurs.windowsSecurity', 'run.notOurs.browser']),
    ]);
  });

  it('is one where every trace counts, and so is any beside it that is Cutover’s to take away', () => {
    expect([
      after(traces(['browser']), { strictRemains: true }).outcome,
      after(traces(['browser'], null)).outcome,
    ]).toEqual(['remnantsLeft', 'remnantsLeft']);
  });
});

describe('the outcome of a run', () => {
  it.each([
    ['everything is gone and protected', {}, 'cleanAndProtected'],
    [
      'signatures are old',
      { state: { protection: protectionOf({ verdict: 'signaturesOld' }) } },
      'cleanAndProtected',
    ],
    ['nothing was there', { steps: [] }, 'nothingToRemove'],
    ['nothing was there and nothing protects', { steps: [], state: unprotected }, 'notProtected'],
    ['nothing protects', { state: unprotected }, 'notProtected'],
    [
      'it cannot be told',
      { state: { protection: protectionOf({ verdict: 'cannotTell' }) } },
      'notProtected',
    ],
    [
      'only Kaspersky protects',
      { state: { protection: protectionOf({ verdict: 'onlyKaspersky' }) } },
      'notProtected',
    ],
    [
      'an antivirus is off',
      { state: { protection: protectionOf({ verdict: 'notProtecting' }) } },
      'notProtected',
    ],
    ['remains are left', { state: remains }, 'cleanAndProtected'],
    ['remains were there before', { steps: [], state: remains }, 'nothingToRemove'],
    ['remains are left and count', { choice: strict, state: remains }, 'remnantsLeft'],
    [
      'remains were there before and count',
      { choice: strict, steps: [], state: remains },
      'remnantsLeft',
    ],
    [
      'missing protection outweighs remains',
      { choice: strict, state: { ...remains, ...unprotected } },
      'notProtected',
    ],
    ['an engine runs inside another product', { state: inside }, 'engineInside'],
    [
      'an engine runs inside another product and nothing was there',
      { steps: [], state: inside },
      'engineInside',
    ],
    [
      'missing protection outweighs an engine inside',
      { state: { ...inside, ...unprotected } },
      'notProtected',
    ],
    ['something hurts', { state: dangers }, 'dangerFound'],
    ['something hurts and nothing was there', { steps: [], state: dangers }, 'dangerFound'],
    [
      'something hurts and a restart is to come',
      { state: { ...dangers, ...restart } },
      'dangerFound',
    ],
    [
      'something hurts and nothing protects',
      { state: { ...dangers, ...unprotected } },
      'notProtected',
    ],
    [
      'something hurts and a step failed',
      { steps: steps('failed'), state: dangers },
      'uninstallerFailed',
    ],
    ['the machine still shows a product', { state: installed }, 'stillPresent'],
    ['the programs could not be read', { state: { unread: ['programs'] } }, 'notKnown'],
    [
      'a restart is to come',
      {
        steps: steps('removed', 'restartNeeded'),
        state: { ...restart, ...unprotected, ...installed },
      },
      'restartNeeded',
    ],
    [
      'an earlier run waits for a restart',
      { steps: [], state: { ...restart, ...unprotected } },
      'restartNeeded',
    ],
    [
      'a restart is to come and one is still there',
      { steps: steps('restartNeeded', 'stillPresent'), state: restart },
      'stillPresent',
    ],
    ['a cancel left a step', { steps: steps('removed', 'notRun'), cancelled: true }, 'cancelled'],
    ['a cancel came after everything', { cancelled: true }, 'cleanAndProtected'],
    [
      'one failed and a restart is to come',
      { steps: steps('failed', 'restartNeeded'), state: restart },
      'uninstallerFailed',
    ],
    [
      'an agent was kept by a failure',
      { steps: steps('passwordMissing', 'notRun') },
      'passwordMissing',
    ],
    [
      'a wrong password outweighs a failure',
      { steps: steps('failed', 'timedOut', 'passwordWrong') },
      'passwordWrong',
    ],
    ['an installer was busy', { steps: steps('installerBusy', 'notRun') }, 'installerBusy'],
    [
      'nothing was to be changed',
      { dryRun: true, steps: steps('notRun'), state: installed },
      'dryRun',
    ],
  ] as const)('when %s', (_words, facts, expected) => {
    expect(outcome(facts as Parameters<typeof outcome>[0]).outcome).toBe(expected);
  });

  it('never ends in the exit code of success without known protection', () => {
    for (const verdict of [
      'notProtecting',
      'onlyKaspersky',
      'unprotected',
      'cannotTell',
    ] as const) {
      const protection = protectionOf({ verdict });
      const facts = [{}, { steps: [] }, { state: remains }];
      const codes = facts.map(
        ({ state, ...each }: Parameters<typeof outcome>[0] & object) =>
          outcomes[outcome({ ...each, state: { ...state, protection } }).outcome].exit,
      );
      expect(codes).not.toContain('success');
    }
  });

  it('tells a danger before everything else', () => {
    expect(english.sentences(outcome({ state: dangers }).summary)).toBe(
      'Danger: The Kaspersky driver klif is still working in Windows. Removed: Kaspersky. Microsoft Defender protects this computer.',
    );
  });

  it('says what could not be proven in plain words', () => {
    const protection = protectionOf({ verdict: 'cannotTell', products: [] });
    expect(english.sentences(outcome({ state: { protection } }).summary)).toBe(
      'Removed: Kaspersky. It could not be proven that another antivirus protects this computer: look at "Virus & threat protection" in Windows Security.',
    );
  });

  it('names what was removed although another product failed', () => {
    const results = [
      takenOf({}, { about: aboutOf({ name: 'Kaspersky VPN' }) }),
      takenOf({ outcome: 'failed' }),
    ];
    expect(english.sentences(outcome({ steps: results }).summary)).toBe(
      'Kaspersky could not be removed. Removed: Kaspersky VPN. Microsoft Defender protects this computer.',
    );
  });

  it('has an exit code for every way to end', () => {
    const codes = runOutcomes.map((each) => outcomes[each].exit);
    expect(codes.filter((name) => !(name in exitCodes))).toEqual([]);
  });
});
