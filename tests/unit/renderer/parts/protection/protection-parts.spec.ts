import { quoted } from '../../../../../src/shared/domain/message.ts';
import { describe, expect, test } from 'vitest';
import { restorePlan } from '../../../../../src/main/engine/protection/restore-plan.ts';
import { defenderDisabled } from '../../../../../src/main/machine/practice/computers/defender.ts';
import { recorded } from '../../../../../src/main/machine/practice/computers/parts.ts';
import {
  ordinaryComputer,
  together,
} from '../../../../../src/main/machine/practice/computers/together.ts';
import {
  causeGroups,
  obstacles,
  resultGroups,
} from '../../../../../src/renderer/parts/protection/restore-groups.ts';
import { liveVerdict } from '../../../../../src/renderer/parts/protection/live-verdict.ts';
import { protectionNow } from '../../../../../src/renderer/parts/protection/protection-now.ts';
import type { LiveCheckResult, ProbeOutcome } from '../../../../../src/shared/domain/live-check.ts';
import { restoreStepKind } from '../../../../../src/shared/domain/restore-step-kind.ts';
import type { RestoreCause } from '../../../../../src/shared/domain/restore.ts';
import type { RestoreStepResult } from '../../../../../src/shared/domain/record.ts';
import { protectionOf } from '../../../../support/run-samples.ts';
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
    const groups = resultGroups([
      resultFor('Let Windows start WdNisSvc again', true),
      resultFor('Let Windows start WinDefend again', true),
      resultFor('Let Windows start WdFilter again', false),
      resultFor('Start Microsoft Defender', true),
    ]);
    expect(groups.map(({ title, done, results }) => [title, done, results.length])).toEqual([
      ['Let Windows start WdNisSvc again', true, 2],
      ['Let Windows start WdFilter again', false, 1],
      ['Start Microsoft Defender', true, 1],
    ]);
  });

  test('has words for every step that the engine takes', () => {
    const { steps } = restorePlan(recorded({}, together(ordinaryComputer, defenderDisabled)));
    const kinds = steps.map(({ title, action }) => [action.kind, restoreStepKind(title)]);
    expect(kinds.length).toBeGreaterThan(3);
    expect(kinds.filter(([actual, said]) => actual !== said)).toEqual([]);
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
  id: RestoreCause['id'],
  subject: string | null,
  remedy: RestoreCause['remedy'] = 'cutover',
): RestoreCause {
  return { id, subject, key: null, remedy, managers: [] };
}

function resultFor(title: string, done: boolean): RestoreStepResult {
  return { title, done, message: '', undo: null, logFile: null };
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
