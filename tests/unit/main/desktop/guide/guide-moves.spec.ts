import { describe, expect, it } from 'vitest';
import {
  guidePages,
  type GuideSnapshot,
  type RunView,
} from '../../../../../src/shared/contract/guide.ts';
import type { RunOutcome } from '../../../../../src/shared/domain/outcome.ts';
import { objection, type Move } from '../../../../../src/main/desktop/guide/guide-moves.ts';
import { beginning } from '../../../../../src/main/desktop/guide/run-view.ts';
import {
  findingOf,
  hazardOf,
  planOf,
  protectionOf,
  recordOf,
} from '../../../../support/run-samples.ts';

const scan = {
  state: 'done',
  collectedAt: '2026-11-23T17:15:00.000Z',
  computerName: null,
  findings: [findingOf()],
  protection: protectionOf(),
  gaps: [],
} as const;

function guideWith(facts: Partial<GuideSnapshot>): GuideSnapshot {
  const choice = {
    id: 'pc',
    kind: 'practice',
    title: '',
    description: '',
    unavailable: null,
  } as const;
  return {
    revision: 1,
    version: '0.1.0',
    page: 'welcome',
    machines: [choice, { ...choice, id: 'here', unavailable: { id: 'notWindows' } }],
    machineId: 'pc',
    practice: true,
    scan,
    chosen: [],
    plan: planOf({ hazards: [hazardOf({ id: 'vault', severity: 'todo' }), hazardOf()] }),
    acknowledged: [],
    managedByUs: false,
    passwordsGiven: [],
    protectionChoice: { requireReplacement: false, enableDefender: false },
    run: { state: 'notBegun' },
    recheck: { state: 'notBegun' },
    liveCheck: { state: 'notBegun' },
    restore: { plan: null, progress: { state: 'notBegun' } },
    technicianMode: false,
    technician: { ticket: '', technician: '', customer: '' },
    language: 'en',
    ...facts,
  };
}

const ended = (outcome: RunOutcome): RunView => ({
  state: 'ended',
  record: recordOf({ outcome }),
  steps: [],
  restartNeeded: outcome === 'restartNeeded',
});

const states = {
  unseen: guideWith({ scan: { state: 'notBegun' }, plan: null }),
  looking: guideWith({ scan: { state: 'running' }, plan: null }),
  seen: guideWith({}),
  running: guideWith({ run: beginning('run', '2026-11-23T17:15:00.000Z') }),
  stopped: guideWith({ run: { state: 'stopped', hazards: [], record: recordOf() } }),
  refused: guideWith({ run: { state: 'refused', problem: { id: 'otherMachine' }, runId: null } }),
  notResumed: guideWith({
    run: { state: 'refused', problem: { id: 'otherMachine' }, runId: 'run' },
  }),
  interrupted: guideWith({
    run: { state: 'interrupted', runId: 'run', startedAt: null, restarted: false, steps: [] },
  }),
  restart: guideWith({ run: ended('restartNeeded') }),
  failed: guideWith({ run: ended('uninstallerFailed') }),
  clean: guideWith({ run: ended('cleanAndProtected') }),
};

const atWork: readonly string[] = ['running', 'looking'];

const restore: GuideSnapshot['restore'] = {
  plan: {
    causes: [],
    steps: [
      { title: 'Start Microsoft Defender', action: { kind: 'startService', name: 'WinDefend' } },
    ],
  },
  progress: { state: 'notBegun' },
};

function statesThatAllow(move: Move): string[] {
  return Object.entries(states).flatMap(([name, state]) =>
    objection(state, move) === null ? [name] : [],
  );
}

describe('the moves of the guide', () => {
  it.each([
    ['scan', ['unseen', 'seen', 'stopped', 'refused', 'notResumed', 'failed', 'clean']],
    ['start', ['seen', 'stopped', 'refused', 'notResumed', 'failed', 'clean']],
    ['cancel', ['running']],
    ['resume', ['notResumed', 'interrupted', 'restart', 'failed']],
    ['answer', Object.keys(states).filter((name) => name !== 'running')],
    [
      'importInventory',
      Object.keys(states).filter((name) => !['running', 'looking'].includes(name)),
    ],
  ] as const)('%s is possible exactly where it makes sense', (kind, expected) => {
    expect(statesThatAllow({ kind })).toEqual(expected);
  });

  it.each([
    ['protectionChoice', Object.keys(states).filter((name) => name !== 'running')],
    [
      'recheckProtection',
      Object.keys(states).filter((name) => !atWork.includes(name) && name !== 'unseen'),
    ],
    ['checkLive', Object.keys(states).filter((name) => !atWork.includes(name))],
    [
      'enableDefender',
      Object.keys(states).filter(
        (name) => !['running', 'looking', 'interrupted', 'restart'].includes(name),
      ),
    ],
  ] as const)('%s is possible exactly where something can be done', (kind, expected) => {
    const offered = Object.entries(states).map(
      ([name, state]) => [name, { ...state, restore }] as const,
    );
    const allowed = offered.flatMap(([name, state]) =>
      objection(state, { kind }) === null ? [name] : [],
    );
    expect(allowed).toEqual(expected);
  });

  it('nothing to bring back is said so', () => {
    expect(objection(states.failed, { kind: 'enableDefender' })).toEqual({
      id: 'nothingToBringBack',
    });
  });

  it('work on the protection holds up what would see half of it, and nothing else', () => {
    const busy = guideWith({ liveCheck: { state: 'running' } });
    const held = (['scan', 'start', 'resume', 'checkLive', 'importInventory'] as const).map(
      (kind) => objection(busy, { kind })?.id,
    );
    const free = [
      objection(busy, { kind: 'goTo', page: 'remove' }),
      objection(busy, { kind: 'answer' }),
      objection(busy, { kind: 'protectionChoice' }),
    ];
    expect({ held, free }).toEqual({
      held: held.map(() => 'protectionWorkUnderWay'),
      free: [null, null, null],
    });
  });

  it('pages are shown when there is something on them', () => {
    const allowed = guidePages.map((page) => [page, statesThatAllow({ kind: 'goTo', page })]);
    const still = Object.keys(states).filter((name) => name !== 'running');
    const begun = [
      'running',
      'stopped',
      'refused',
      'notResumed',
      'interrupted',
      'restart',
      'failed',
      'clean',
    ];
    const seen = still.filter((name) => name !== 'unseen' && name !== 'looking');
    expect(Object.fromEntries(allowed)).toEqual({
      welcome: still,
      check: still,
      prepare: seen,
      protection: seen,
      remove: ['seen', ...begun],
      restart: ['restart', 'failed'],
      proof: ['restart', 'failed', 'clean'],
      report: ['stopped', 'restart', 'failed', 'clean'],
    });
  });

  it('a stop cannot be ticked off, what a person has to do can', () => {
    const ticks = ['vault', 'disk-encrypted', 'unknown'].map((hazardId) =>
      objection(states.seen, { kind: 'acknowledge', hazardId }),
    );
    expect(ticks.map((reason) => reason === null)).toEqual([true, false, false]);
  });

  it('a machine that cannot be used says why', () => {
    const reasons = ['pc', 'here', 'elsewhere'].map((id) =>
      objection(states.seen, { kind: 'chooseMachine', id }),
    );
    expect(reasons).toEqual([null, { id: 'notWindows' }, { id: 'machineNotListed' }]);
  });

  it('a real computer is restarted by its person', () => {
    const real = { ...states.restart, practice: false };
    expect(objection(real, { kind: 'restartPractice' })).toEqual({ id: 'restartYourself' });
  });
});
