import { describe, expect, it } from 'vitest';
import { reasonNotToRun } from '../../../../../src/main/engine/run/step-policy.ts';
import type { StepOutcome } from '../../../../../src/shared/domain/plan/step-outcomes.ts';
import type { Family } from '../../../../../src/shared/domain/finding.ts';
import { aboutOf, stepOf, stepResultOf } from '../../../../support/run-samples.ts';

function reason(family: Family, done: readonly (readonly [Family, StepOutcome])[]): boolean {
  const earlier = done.map(([of, outcome]) => ({
    step: stepOf({ about: aboutOf({ family: of }) }),
    result: stepResultOf({ outcome }),
  }));
  return reasonNotToRun(stepOf({ about: aboutOf({ family }) }), earlier) !== null;
}

describe('a step that is due', () => {
  it.each([
    ['goes on after another product failed', 'antivirus', [['vpn', 'failed']], false],
    ['is the agent, and the endpoint product failed', 'agent', [['endpoint', 'failed']], true],
    [
      'is the agent, and the endpoint product is still there',
      'agent',
      [['endpoint', 'stillPresent']],
      true,
    ],
    ['is the agent, and the endpoint product was not begun', 'agent', [['edr', 'notRun']], true],
    [
      'is the agent, and the endpoint product waits for a restart',
      'agent',
      [['endpoint', 'restartNeeded']],
      false,
    ],
    ['is the agent, and only the VPN failed', 'agent', [['vpn', 'failed']], false],
    ['comes after a busy Windows Installer', 'vpn', [['antivirus', 'installerBusy']], true],
    [
      'comes after a cancel in the window of an uninstaller',
      'vpn',
      [['antivirus', 'cancelled']],
      true,
    ],
    ['comes after success', 'agent', [['endpoint', 'removed']], false],
  ] as const)('%s', (_words, family, done, held) => {
    expect(reason(family, done)).toBe(held);
  });

  it.each(['antivirus', 'endpoint', 'edr', 'server'] as const)(
    'is held as the agent of a product that is still there: %s',
    (family) => {
      expect([reason('agent', [[family, 'failed']]), reason('vpn', [[family, 'failed']])]).toEqual([
        true,
        false,
      ]);
    },
  );

  it('waits as the rest of what is left for what goes with the restart, and as nothing else', () => {
    const remains = (name: string) =>
      stepOf({ about: { kind: 'remains', leftover: 'programFolder', name } });
    const after = (outcome: StepOutcome, step = remains('one')) => [
      { step, result: stepResultOf({ outcome }) },
    ];
    const mends = stepOf({ about: aboutOf({}) });
    expect([
      reasonNotToRun(remains('two'), after('restartNeeded'))?.id,
      reasonNotToRun(remains('two'), after('failed')),
      reasonNotToRun(remains('two'), after('restartNeeded', mends)),
      reasonNotToRun(mends, after('restartNeeded')),
    ]).toEqual(['judged.restart.notBegun', null, null, null]);
  });

  it('is not held by Windows Installer when it does not need it', () => {
    const step = stepOf({
      action: {
        kind: 'runUninstaller',
        program: 'C:\\u.exe',
        args: [],
        workingFolder: 'C:\\',
        maker: null,
      },
    });
    const busy = { step: stepOf(), result: stepResultOf({ outcome: 'installerBusy' }) };
    expect(reasonNotToRun(step, [busy])).toBe(null);
  });
});
