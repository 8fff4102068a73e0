import { message } from '../../../../../src/shared/domain/message.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judging } from '../../../../../src/main/engine/judge/judging.ts';
import { judgeChange } from '../../../../../src/main/engine/judge/judge-change.ts';
import { judgeStep } from '../../../../../src/main/engine/judge/judge-step.ts';
import { changeStep } from '../../../../../src/shared/domain/plan/change-step.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { actionResultOf, productCode, stepOf } from '../../../../support/run-samples.ts';

const there: InventoryFacts = {
  installerProducts: [{ productCode }],
  services: [{ name: 'AVP21.19' }],
};
const present = inventoryOf(there);
const absent = inventoryOf();
const halfGone = inventoryOf({ services: [{ name: 'AVP21.19' }] });
const unreadable = inventoryOf({ unreadable: ['installerProducts'] });
const pending = { pendingRestarts: [{ source: 'PendingFileRenameOperations', detail: 'klif' }] };

function judge(facts: Partial<Judging> = {}) {
  return judgeStep({
    step: stepOf(),
    result: actionResultOf(),
    before: present,
    after: absent,
    restartsBefore: [],
    password: 'notTaken',
    ...facts,
  });
}

const said = (facts: Partial<Judging>) => english.sentences(judge(facts).message);

const exit = (exitCode: number, words: string | null = null) =>
  actionResultOf({ exitCode, said: words });

describe('a step that was performed', () => {
  it('is a record of what ran and how it was judged', () => {
    expect(judge({ result: actionResultOf({ logFile: '/logs/a.log' }) })).toEqual({
      stepId: 'remove-kaspersky',
      outcome: 'removed',
      exitCode: 0,
      durationMs: 31_000,
      message: [message('judged.removed')],
      command: `Windows Installer: remove ${productCode}`,
      logFile: '/logs/a.log',
    });
  });

  it.each([
    ['success, and it is gone', exit(0), absent, 'removed'],
    ['success, and it is still there', exit(0), present, 'stillPresent'],
    ['success, and a service of it still runs', exit(0), halfGone, 'stillPresent'],
    ['success, and nobody can tell', exit(0), unreadable, 'stillPresent'],
    ['a restart is wanted', exit(3010), halfGone, 'restartNeeded'],
    ['a restart is wanted and all is gone', exit(3010), absent, 'restartNeeded'],
    ['a restart was begun', exit(1641), present, 'restartNeeded'],
    ['success, and Windows wants a restart now', exit(0), inventoryOf(pending), 'restartNeeded'],
    ['unknown to the installer, and gone', exit(1605), absent, 'removed'],
    ['unknown to the installer, and there', exit(1605), present, 'stillPresent'],
    ['uninstalled before, and gone', exit(1614), absent, 'removed'],
    ['a fatal error, and gone all the same', exit(1603), absent, 'removed'],
    ['a fatal error', exit(1603), present, 'failed'],
    ['a busy installer', exit(1618), present, 'installerBusy'],
    ['a cancel in the uninstaller', exit(1602), present, 'cancelled'],
    ['a missing package', exit(1612), present, 'failed'],
    ['a package that cannot be opened', exit(1619), present, 'failed'],
    ['a code that nobody knows', exit(-1073741819), present, 'failed'],
    [
      'the end of the time limit',
      actionResultOf({ ended: 'timedOut', exitCode: null }),
      present,
      'timedOut',
    ],
    ['a crash', actionResultOf({ ended: 'crashed', exitCode: null }), present, 'failed'],
    [
      'no start at all',
      actionResultOf({ ended: 'couldNotStart', exitCode: null }),
      present,
      'failed',
    ],
    [
      'a cancel by the person',
      actionResultOf({ ended: 'cancelled', exitCode: null }),
      present,
      'cancelled',
    ],
    [
      'a cancel that came too late',
      actionResultOf({ ended: 'cancelled', exitCode: null }),
      absent,
      'removed',
    ],
  ] as const)('after %s', (_words, result, after, outcome) => {
    expect(judge({ result, after }).outcome).toBe(outcome);
  });

  it('that moves a folder in use waits for the restart, and after it for nothing once the folder is gone', () => {
    const path = 'C:\\Program Files\\Kaspersky Lab\\Kaspersky 21.19';
    const entries = [{ path: `${path}\\a.dll`, kind: 'file' as const, size: 1 }];
    const about = { kind: 'remains', leftover: 'programFolder', name: path } as const;
    const step = changeStep('clean', about, { kind: 'quarantineFolder', path });
    const standing = inventoryOf({ vendorFolders: [{ path, kind: 'program', entries }] });
    const outcomes = [3010, 5].flatMap((code) =>
      [standing, inventoryOf()].map(
        (after) => judge({ step, result: exit(code), after, restarted: true }).outcome,
      ),
    );
    expect(outcomes).toEqual(['restartNeeded', 'done', 'failed', 'done']);
    const now = judge({ step, result: exit(3010), after: inventoryOf() });
    expect(now.outcome).toBe('restartNeeded');
  });

  it('is never called removed while the machine shows it or could not be read', () => {
    const results = fc.record({
      ended: fc.constantFrom('exited', 'timedOut', 'cancelled', 'couldNotStart', 'crashed'),
      exitCode: fc.option(fc.oneof(fc.constantFrom(0, 1605, 1614, 1603, 3010), fc.integer())),
      said: fc.option(fc.string()),
    });
    const machines = fc.constantFrom(present, halfGone, unreadable);
    const passwords = fc.constantFrom('notTaken', 'notGiven', 'given');
    fc.assert(
      fc.property(results, machines, passwords, (facts, after, password) => {
        const { outcome } = judge({ result: actionResultOf(facts), after, password });
        expect(outcome).not.toBe('removed');
      }),
    );
  });

  it('does not take a restart for its own that was pending before', () => {
    const after = inventoryOf(pending);
    const restartsBefore = ['PendingFileRenameOperations: klif'];
    expect(judge({ after, restartsBefore }).outcome).toBe('removed');
  });

  it('names what is still there', () => {
    expect(said({ after: halfGone })).toContain('the computer still has AVP21.19');
  });

  it('says what could not be looked up instead of calling it gone', () => {
    expect(said({ after: unreadable })).toContain(`did not let ${productCode} be looked up`);
  });

  it('tells how to come by a missing package', () => {
    expect(said({ result: exit(1612), after: present })).toContain('of exactly this version');
  });

  it('names the processes that had to be ended', () => {
    const result = actionResultOf({
      ended: 'timedOut',
      exitCode: null,
      killedProcesses: ['msiexec.exe'],
    });
    expect(said({ result, after: present })).toBe(
      'The uninstaller did not end within 30 minutes. Cutover had to end msiexec.exe. Restart the computer and run this again.',
    );
  });
});

describe('a fatal error of a product that takes a password', () => {
  it.each([
    ['none given, nothing touched', 'notGiven', null, present, 'passwordMissing', 'did not say'],
    [
      'none given, and it says so',
      'notGiven',
      'Enter the password',
      present,
      'passwordMissing',
      'says so',
    ],
    ['one given, nothing touched', 'given', null, present, 'passwordWrong', 'did not say'],
    [
      'one given, and it says so',
      'given',
      'Das Kennwort ist falsch',
      halfGone,
      'passwordWrong',
      'says so',
    ],
    ['one given, but it had begun', 'given', 'Driver error', halfGone, 'failed', 'Driver error.'],
    ['none given, but it had begun', 'notGiven', null, halfGone, 'failed', 'code 1603'],
  ] as const)('with %s', (_words, password, words, after, outcome, says) => {
    const judged = judge({ result: exit(1603, words), password, after });
    expect([judged.outcome, english.sentences(judged.message)]).toEqual([
      outcome,
      expect.stringContaining(says),
    ]);
  });

  it('is not blamed on a password when another code came', () => {
    expect(judge({ result: exit(1618), password: 'given', after: present }).outcome).toBe(
      'installerBusy',
    );
  });
});

it('says that Windows protects how its own antivirus starts, where it refuses an administrator', () => {
  const change = judgeChange(actionResultOf({ ended: 'exited', exitCode: 5 }), false, {
    isProtected: true,
  });
  const other = judgeChange(actionResultOf({ ended: 'exited', exitCode: 5 }), false);
  const ids = (verdict: typeof change) => verdict.message.map(({ id }) => id);
  expect([change.outcome, ids(change).at(-1), ids(other).at(-1)]).toEqual([
    'failed',
    'judged.defender.protected',
    'judged.defender.code',
  ]);
});
