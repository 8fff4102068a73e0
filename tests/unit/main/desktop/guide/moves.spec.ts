import { describe, expect, it } from 'vitest';
import { quoted } from '../../../../../src/shared/domain/message.ts';
import {
  type GuideState,
  type OpenMoves,
  type RunView,
} from '../../../../../src/shared/contract/guide.ts';
import { guidePages, type GuidePage } from '../../../../../src/shared/contract/guide-pages.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import type { RunOutcome } from '../../../../../src/shared/domain/run/run-outcomes.ts';
import { objection, openMoves } from '../../../../../src/main/desktop/guide/moves.ts';
import { pageStates } from '../../../../../src/main/desktop/guide/pages.ts';
import { beginning } from '../../../../../src/main/desktop/guide/run-view.ts';
import {
  findingOf,
  hazardOf,
  planOf,
  protectionOf,
  recordOf,
  reactivationOf,
  stateOf,
} from '../../../../support/run-samples.ts';

const scan = {
  state: 'done',
  collectedAt: '2026-11-23T17:15:00.000Z',
  computerName: null,
  findings: [findingOf()],
  protection: protectionOf(),
  gaps: [],
} as const;

function guideWith(facts: Partial<GuideState>): GuideState {
  const choice = {
    id: 'pc',
    kind: 'practice',
    title: '',
    description: '',
    unavailable: null,
    readOnly: null,
  } as const;
  return {
    version: '0.1.0',
    page: 'welcome',
    machines: [choice, { ...choice, id: 'here', unavailable: { id: 'notWindows' } }],
    machineId: 'pc',
    practice: true,
    scan,
    chosen: [],
    plan: planOf({
      hazards: [hazardOf({ id: 'vault', severity: 'todo' })],
      choice: { ...defaultChoice, acknowledged: ['vault'] },
    }),
    state: null,
    acknowledged: [],
    owner: null,
    passwordsGiven: [],
    protectionChoice: { requireReplacement: false, reactivateDefender: false },
    cleanRemains: true,
    run: { state: 'notBegun' },
    recheck: { state: 'notBegun' },
    liveCheck: { state: 'notBegun' },
    reactivation: { plan: null, progress: { state: 'notBegun' } },
    quarantine: {
      hint: 'nothing',
      from: 'welcome',
      look: { state: 'notBegun' },
      work: { state: 'notBegun' },
    },
    technicianMode: false,
    technician: { ticket: '', technician: '', customer: '' },
    language: 'en',
    policy: { forbids: [], broken: null },
    ...facts,
  };
}

const danger = {
  id: 'driverStillLoaded',
  severity: 'serious',
  values: { driver: 'klif' },
  seenIn: { kind: 'driver', ref: 'klif' },
  repair: { kind: 'removeDriver', name: 'klif' },
} as const;

const ended = (outcome: RunOutcome): RunView => ({
  state: 'ended',
  record: recordOf({ outcome }),
  steps: [],
  restartNeeded: outcome === 'restartNeeded',
});

const states = {
  unseen: guideWith({ scan: { state: 'notBegun' }, plan: null }),
  looking: guideWith({ scan: { state: 'running', progress: null }, plan: null }),
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

const reactivation: GuideState['reactivation'] = {
  plan: {
    causes: [],
    steps: [reactivationOf().step],
  },
  progress: { state: 'notBegun' },
};

const names = Object.keys(states);

/** Where a move is open, whatever comes with it. */
function statesThatAllow(
  name: keyof OpenMoves,
  all: Readonly<Record<string, GuideState>> = states,
): string[] {
  return Object.entries(all).flatMap(([state, guide]) =>
    openMoves(guide)[name] === null ? [state] : [],
  );
}

/** Where a page can be gone to; the rail and the move say the same. */
function statesWith(page: GuidePage): string[] {
  return Object.entries(states).flatMap(([name, guide]) =>
    objection(guide, 'goTo', page) === null ? [name] : [],
  );
}

describe('the moves of the guide', () => {
  it.each([
    ['scan', ['unseen', 'seen', 'stopped', 'refused', 'notResumed', 'failed', 'clean']],
    ['check', ['unseen', 'seen', 'stopped', 'refused', 'notResumed', 'failed', 'clean']],
    ['stopScan', ['looking']],
    ['startRemoval', ['seen', 'stopped', 'refused', 'notResumed', 'failed', 'clean']],
    ['cancelRemoval', ['running']],
    ['resumeRemoval', ['notResumed', 'interrupted', 'restart', 'failed']],
    ['restartNow', ['restart']],
    ['openQuarantine', names.filter((name) => !atWork.includes(name))],
    ['setOwner', names.filter((name) => name !== 'running')],
    ['givePassword', names.filter((name) => name !== 'running')],
    ['importInventory', names.filter((name) => !atWork.includes(name))],
  ] as const)('%s is possible exactly where it makes sense', (name, expected) => {
    expect(statesThatAllow(name)).toEqual(expected);
  });

  it.each([
    ['setProtectionChoice', names.filter((name) => name !== 'running')],
    ['setCleanRemains', names.filter((name) => name !== 'running')],
    ['recheckProtection', names.filter((name) => !atWork.includes(name) && name !== 'unseen')],
    ['checkLive', names.filter((name) => !atWork.includes(name))],
    [
      'reactivateDefender',
      names.filter((name) => !['running', 'looking', 'interrupted', 'restart'].includes(name)),
    ],
  ] as const)('%s is possible exactly where something can be done', (name, expected) => {
    const offered = Object.entries(states).map(
      ([state, guide]) => [state, { ...guide, reactivation }] as const,
    );
    expect(statesThatAllow(name, Object.fromEntries(offered))).toEqual(expected);
  });

  it('nothing to reactivate is said so', () => {
    expect(openMoves(states.failed).reactivateDefender).toEqual({ id: 'nothingToReactivate' });
  });

  it('nothing begins while something has to be done first', () => {
    const hazards = [hazardOf({ id: 'vault', severity: 'todo' })];
    expect(openMoves(guideWith({ plan: planOf({ hazards }) })).startRemoval).toEqual({
      id: 'notReady',
    });
  });

  it('work on the protection holds up what would see half of it, and nothing else', () => {
    const { scan: look, ...open } = openMoves(guideWith({ liveCheck: { state: 'running' } }));
    const held = [
      look,
      open.startRemoval,
      open.checkLive,
      open.recheckProtection,
      open.importInventory,
      open.chooseMachine,
    ];
    const free = [open.goTo, open.setOwner, open.givePassword, open.setProtectionChoice];
    expect({ held, free }).toEqual({
      held: held.map(() => ({ id: 'protectionWorkUnderWay' })),
      free: [null, null, null, null],
    });
  });

  it('pages are shown when there is something on them and an answer can still change it', () => {
    const allowed = guidePages.map((page) => [page, statesWith(page)]);
    const undecided = ['unseen', 'looking', 'seen', 'stopped', 'refused', 'notResumed', 'failed'];
    const seen = undecided.filter((name) => name !== 'unseen' && name !== 'looking');
    expect(Object.fromEntries(allowed)).toEqual({
      welcome: names.filter((name) => name !== 'running'),
      check: undecided,
      prepare: seen,
      protection: seen,
      remove: names.filter((name) => name !== 'unseen' && name !== 'looking'),
      restart: ['restart', 'failed'],
      proof: ['restart', 'failed', 'clean'],
      report: ['stopped', 'restart', 'failed', 'clean'],
    });
  });

  it.each(names)('the rail shows as closed exactly what cannot be gone to (%s)', (name) => {
    const guide = states[name as keyof typeof states];
    const pages = pageStates(guide);
    expect(pages.map(({ page, closed }) => [page, closed])).toEqual(
      pages.map(({ page }) => [page, objection(guide, 'goTo', page)]),
    );
  });

  it('a stop cannot be ticked off, what a person has to do can', () => {
    const hazards = [hazardOf({ id: 'vault', severity: 'todo' }), hazardOf()];
    const guide = guideWith({ plan: planOf({ hazards }) });
    const ticks = ['vault', 'disk-encrypted', 'unknown'].map((hazardId) =>
      objection(guide, 'acknowledge', { hazardId, done: true }),
    );
    expect(ticks.map((reason) => reason === null)).toEqual([true, false, false]);
  });

  it('a machine that cannot be used says why', () => {
    const reasons = ['pc', 'here', 'elsewhere'].map((id) =>
      objection(states.seen, 'chooseMachine', id),
    );
    expect(reasons).toEqual([null, { id: 'notWindows' }, { id: 'machineNotListed' }]);
  });

  it('without administrator rights everything can be looked at, and what would change the computer says what it needs', () => {
    const machines = states.seen.machines.map((each) => ({
      ...each,
      readOnly: { id: 'notAdministrator' } as const,
    }));
    const { startRemoval, checkLive, reactivateDefender, ...others } = openMoves({
      ...states.seen,
      machines,
      reactivation,
    });
    expect([startRemoval, checkLive, reactivateDefender]).toEqual(
      Array.from({ length: 3 }, () => ({ id: 'notAdministrator' })),
    );
    expect(openMoves({ ...states.interrupted, machines }).resumeRemoval).toEqual({
      id: 'notAdministrator',
    });
    expect([others.scan, others.check, others.recheckProtection, others.goTo]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['remove', 'startRemoval', undefined],
    ['resume', 'resumeRemoval', undefined],
    ['restore', 'putBack', { runId: 'r', parts: [] }],
    ['purge', 'deleteForGood', 'r'],
    ['--reactivate-defender', 'reactivateDefender', undefined],
    [
      '--reactivate-defender',
      'setProtectionChoice',
      { requireReplacement: false, reactivateDefender: true },
    ],
    ['--live', 'checkLive', undefined],
    ['--restart', 'restartNow', undefined],
    ['resume', 'restartNow', undefined],
    ['--keep-remains', 'setCleanRemains', false],
    ['--own-computer', 'setOwner', 'person'],
    ['--managed-by-us', 'setOwner', 'administrator'],
  ] as const)('what a policy forbids (%s) is not done: %s', (forbidden, name, input) => {
    const guide = { ...states.seen, reactivation };
    const underPolicy = (...forbids: readonly string[]) =>
      objection({ ...guide, policy: { forbids, broken: null } }, name, input as never)?.id;
    const broken = objection(
      { ...guide, policy: { forbids: [], broken: quoted('x') } },
      name,
      input as never,
    );
    expect([underPolicy(forbidden), broken?.id]).toEqual(['forbiddenHere', 'policyBroken']);
    expect(underPolicy('--all', 'clean')).not.toBe('forbiddenHere');
  });

  it('a policy leaves the answers alone that it does not forbid', () => {
    const guide = {
      ...states.seen,
      policy: { forbids: ['--reactivate-defender', '--keep-remains'], broken: null },
    };
    const keeps = { requireReplacement: true, reactivateDefender: false };
    expect([
      objection(guide, 'setProtectionChoice', keeps),
      objection(guide, 'setCleanRemains', true),
      objection(guide, 'setOwner', 'employer'),
      openMoves(guide).scan,
    ]).toEqual([null, null, null, null]);
  });

  it('Windows is restarted once, and not where something could keep it from starting well', () => {
    const run = ended('restartNeeded');
    if (run.state !== 'ended') throw new Error('It has not ended.');
    const started = { ...run, record: recordOf({ outcome: 'restartStarted' }) };
    const state = stateOf({ dangers: [danger] });
    const hurt = { ...run, record: recordOf({ outcome: 'dangerFound', state }) };
    expect([started, hurt].map((each) => openMoves(guideWith({ run: each })).restartNow)).toEqual([
      { id: 'restartUnderWay' },
      { id: 'notBeforeDanger' },
    ]);
  });

  it('a real computer is restarted by its person', () => {
    const real = { ...states.restart, practice: false };
    expect(openMoves(real).restartPractice).toEqual({ id: 'restartYourself' });
  });
});
