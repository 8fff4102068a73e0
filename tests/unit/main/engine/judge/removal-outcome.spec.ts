import { english } from '../../../../../src/shared/words/english.ts';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../../../../src/shared/domain/run/exit-codes.ts';
import { quoted } from '../../../../../src/shared/domain/message.ts';
import type { StepOutcome } from '../../../../../src/shared/domain/plan/step-outcomes.ts';
import { outcomes, runOutcomeSchema } from '../../../../../src/shared/domain/run/run-outcomes.ts';
import { runOutcome } from '../../../../../src/main/engine/judge/run-outcome.ts';
import type { RunFacts } from '../../../../../src/main/engine/judge/run-facts.ts';
import {
  aboutOf,
  findingOf,
  planOf,
  protectionOf,
  takenOf,
} from '../../../../support/run-samples.ts';

function outcome(facts: Partial<RunFacts> = {}) {
  return runOutcome({
    plan: planOf(),
    steps: [takenOf()],
    findingsAfter: [],
    protection: protectionOf(),
    unproven: [],
    causes: [],
    cancelled: false,
    dryRun: false,
    ...facts,
  });
}

const steps = (...ends: readonly StepOutcome[]) => ends.map((each) => takenOf({ outcome: each }));
const unprotected = protectionOf({ verdict: 'unprotected', products: [] });
const leftover = findingOf({ state: 'leftover' });
const kept = (reason: 'notChosen' | 'noSafeWay' | 'leftover') => ({
  findingId: 'kaspersky',
  name: 'Kaspersky',
  reason,
  explanation: quoted(''),
});

describe('the outcome of a run', () => {
  it.each([
    ['everything is gone and protected', {}, 'cleanAndProtected'],
    [
      'signatures are old',
      { protection: protectionOf({ verdict: 'signaturesOld' }) },
      'cleanAndProtected',
    ],
    ['nothing was there', { steps: [] }, 'nothingToRemove'],
    [
      'nothing was there and nothing protects',
      { steps: [], protection: unprotected },
      'notProtected',
    ],
    ['nothing protects', { protection: unprotected }, 'notProtected'],
    ['it cannot be told', { protection: protectionOf({ verdict: 'cannotTell' }) }, 'notProtected'],
    [
      'only Kaspersky protects',
      { protection: protectionOf({ verdict: 'onlyKaspersky' }) },
      'notProtected',
    ],
    [
      'an antivirus is off',
      { protection: protectionOf({ verdict: 'notProtecting' }) },
      'notProtected',
    ],
    ['remains are left', { findingsAfter: [leftover] }, 'remnantsLeft'],
    [
      'remains were there before',
      { steps: [], findingsAfter: [leftover], plan: planOf({ kept: [kept('leftover')] }) },
      'remnantsLeft',
    ],
    [
      'remains are of something not chosen',
      { findingsAfter: [leftover], plan: planOf({ kept: [kept('notChosen')] }) },
      'cleanAndProtected',
    ],
    [
      'remains are a name only',
      { findingsAfter: [findingOf({ state: 'leftover', confidence: 'hint' })] },
      'cleanAndProtected',
    ],
    [
      'missing protection outweighs remains',
      { findingsAfter: [leftover], protection: unprotected },
      'notProtected',
    ],
    ['the machine still shows a product', { findingsAfter: [findingOf()] }, 'stillPresent'],
    [
      'a product has no safe way',
      { steps: [], findingsAfter: [findingOf()], plan: planOf({ kept: [kept('noSafeWay')] }) },
      'stillPresent',
    ],
    [
      'a product was not chosen',
      { findingsAfter: [findingOf()], plan: planOf({ kept: [kept('notChosen')] }) },
      'cleanAndProtected',
    ],
    ['the programs could not be read', { unproven: ['the list of programs'] }, 'stillPresent'],
    [
      'a restart is to come',
      {
        steps: steps('removed', 'restartNeeded'),
        protection: unprotected,
        findingsAfter: [findingOf()],
      },
      'restartNeeded',
    ],
    [
      'a restart is to come and one is still there',
      { steps: steps('restartNeeded', 'stillPresent') },
      'stillPresent',
    ],
    ['a cancel left a step', { steps: steps('removed', 'notRun'), cancelled: true }, 'cancelled'],
    ['a cancel came after everything', { cancelled: true }, 'cleanAndProtected'],
    [
      'one failed and a restart is to come',
      { steps: steps('failed', 'restartNeeded') },
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
      { dryRun: true, steps: steps('notRun'), findingsAfter: [findingOf()] },
      'dryRun',
    ],
  ] as const)('when %s', (_words, facts, expected) => {
    expect(outcome(facts as Partial<RunFacts>).outcome).toBe(expected);
  });

  it('never ends in the exit code of success without known protection', () => {
    for (const verdict of [
      'notProtecting',
      'onlyKaspersky',
      'unprotected',
      'cannotTell',
    ] as const) {
      const facts = [{}, { steps: [] }, { findingsAfter: [leftover] }];
      const codes = facts.map(
        (each) =>
          outcomes[outcome({ ...each, protection: protectionOf({ verdict }) }).outcome].exit,
      );
      expect(codes).not.toContain('success');
    }
  });

  it('says what could not be proven in plain words', () => {
    const protection = protectionOf({ verdict: 'cannotTell', products: [] });
    expect(english.sentences(outcome({ protection }).summary)).toBe(
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
    const codes = runOutcomeSchema.options.map((each) => outcomes[each].exit);
    expect(codes.filter((name) => !(name in exitCodes))).toEqual([]);
  });
});
