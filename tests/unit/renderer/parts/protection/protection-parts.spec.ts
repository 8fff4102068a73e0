import { quoted } from '../../../../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import { reactivationPlan } from '../../../../../src/main/engine/protection/reactivation-plan.ts';
import { defenderDisabled } from '../../../../../src/main/machine/practice/computers/defender.ts';
import { recorded } from '../../../../../src/main/machine/practice/computers/parts.ts';
import {
  ordinaryComputer,
  together,
} from '../../../../../src/main/machine/practice/computers/together.ts';
import {
  causeGroups,
  obstacles,
  stepGroups,
} from '../../../../../src/renderer/parts/protection/reactivation-groups.ts';
import { liveVerdict } from '../../../../../src/renderer/parts/protection/live-verdict.ts';
import { protectionNow } from '../../../../../src/renderer/parts/protection/protection-now.ts';
import type {
  LiveCheckResult,
  ProbeOutcome,
} from '../../../../../src/shared/domain/protection/live-check.ts';
import type { StepView } from '../../../../../src/shared/contract/guide.ts';
import type { DefenderAction } from '../../../../../src/shared/domain/action.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { stepWords } from '../../../../../src/shared/words/step-words.ts';
import type { ReactivationCause } from '../../../../../src/shared/domain/protection/reactivation.ts';
import { protectionOf, reactivationOf } from '../../../../support/run-samples.ts';
import { aRecord, aScan, aSnapshot } from '../../../../support/snapshot-builder.ts';

describe('the verdict of the live check', () => {
  test.each([
    ['detected', 'detected', 'reacted'],
    ['detected', 'notDetected', 'partly'],
    ['couldNotTest', 'detected', 'partly'],
    ['notDetected', 'notDetected', 'inconclusive'],
    ['couldNotTest', 'notDetected', 'inconclusive'],
    ['couldNotTest', 'couldNotTest', 'couldNotTest'],
  ] as const)('of %s and %s is %s', (amsi, eicar, verdict) => {
    expect(liveVerdict(resultOf(amsi, eicar))).toBe(verdict);
  });
});

describe('the reasons why Microsoft Defender is off', () => {
  test('of one kind are one reason, unless somebody else has to solve them', () => {
    const groups = causeGroups([
      causeOf('serviceDisabled', 'WdNisSvc'),
      causeOf('serviceDisabled', 'WinDefend'),
      causeOf('policy', 'DisableAntiSpyware', 'organisation'),
      causeOf('policy', 'DisableAntiVirus', 'localPolicyEditor'),
    ]);
    expect(groups.map(({ id, remedy, subjects }) => [id, remedy, subjects])).toEqual([
      ['serviceDisabled', 'cutover', ['WdNisSvc', 'WinDefend']],
      ['policy', 'organisation', ['DisableAntiSpyware']],
      ['policy', 'localPolicyEditor', ['DisableAntiVirus']],
    ]);
  });

  test('leave out Kaspersky itself before it is removed', () => {
    const causes = [
      causeOf('kasperskyThere', 'Kaspersky', 'removeKaspersky'),
      causeOf('serviceDisabled', 'WinDefend'),
      causeOf('signaturesOld', null),
    ];
    expect(obstacles(causes).map(({ id }) => id)).toEqual(['serviceDisabled']);
  });
});

describe('what was done', () => {
  test('is put together by kind and by how it ended', () => {
    const groups = stepGroups([
      viewOf(startOf('WdNisSvc'), true),
      viewOf(startOf('WinDefend'), true),
      viewOf(startOf('WdFilter'), false),
      viewOf({ kind: 'startService', name: 'WinDefend' }, true),
    ]);
    expect(groups.map(({ step, done, views }) => [step.action.kind, done, views.length])).toEqual([
      ['setServiceStart', true, 2],
      ['setServiceStart', false, 1],
      ['startService', true, 1],
    ]);
  });

  test('has words for every step that the engine takes', () => {
    const { steps } = reactivationPlan(recorded({}, together(ordinaryComputer, defenderDisabled)));
    const words = new Map(steps.map((step) => [step.action.kind, stepWords(step, english)]));
    expect([...words]).toEqual([
      ['removeRegistryValue', 'Take away the setting that switches it off'],
      ['setServiceStart', 'Try to let Windows start its service again'],
      ['startService', 'Start Microsoft Defender'],
      ['updateDefenderSignatures', 'Load its newest updates'],
    ]);
  });
});

test('what protects now is what was seen last', () => {
  const scan = aScan([]);
  const record = aRecord({ protection: protectionOf() });
  const run = { state: 'ended', record, steps: [], restartNeeded: false } as const;
  expect([
    protectionNow(aSnapshot()),
    protectionNow(aSnapshot({ scan }))?.verdict,
    protectionNow(aSnapshot({ scan, run }))?.verdict,
  ]).toEqual([null, 'onlyKaspersky', 'protected']);
});

function causeOf(
  id: ReactivationCause['id'],
  subject: string | null,
  remedy: ReactivationCause['remedy'] = 'cutover',
): ReactivationCause {
  return { id, subject, key: null, remedy, managers: [] };
}

function startOf(name: string): DefenderAction {
  return { kind: 'setServiceStart', name, start: 'auto', expected: 'disabled' };
}

function viewOf(action: DefenderAction, done: boolean): StepView {
  const { step, result } = reactivationOf(action, { outcome: done ? 'done' : 'failed' });
  const quiet = { fraction: null, text: null, waitingFor: null, elapsedMs: 0 };
  return { step, status: 'ended', result, ...quiet };
}

function resultOf(amsi: ProbeOutcome, eicar: ProbeOutcome): LiveCheckResult {
  return {
    checkedAt: '2026-11-23T10:00:00.000Z',
    amsi: {
      outcome: amsi,
      result: null,
      controlResult: null,
      failure: null,
      durationMs: 0,
      detail: quoted(''),
    },
    eicar: {
      outcome: eicar,
      reaction: null,
      errorCode: null,
      file: '',
      looks: 0,
      durationMs: 0,
      cleanedUp: true,
      detail: quoted(''),
    },
  };
}
