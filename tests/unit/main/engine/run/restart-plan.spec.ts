import { describe, expect, it } from 'vitest';
import { runOutcome } from '../../../../../src/main/engine/judge/run-outcome.ts';
import {
  restartSteps,
  unregisteringSteps,
  type RestartFacts,
} from '../../../../../src/main/engine/run/restart-plan.ts';
import { changeStep } from '../../../../../src/shared/domain/plan/change-step.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { unreadableSection } from '../../../../../src/shared/domain/section.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { stateOf, stepResultOf, takenOf } from '../../../../support/run-samples.ts';

const runId = '20261128-120000-abcd';
const argsOf = (id: string) => ['resume', id, '--after-restart'];
const danger = {
  id: 'driverStillLoaded',
  severity: 'serious',
  values: { driver: 'klif' },
  seenIn: { kind: 'driver', ref: 'klif' },
  repair: { kind: 'removeDriver', name: 'klif' },
} as const;
const waits = { restart: { runId, products: ['Kaspersky'], settles: [] } };

const facts: RestartFacts = {
  runId,
  choice: { restart: 'ifNeeded', delaySeconds: 60, message: null, goesOn: 'startUp' },
  goingOn: { program: 'C:\\Cutover\\cutover.exe', argsOf },
  tries: 0,
  now: inventoryOf(),
  state: stateOf(waits),
  outcome: 'restartNeeded',
};

/** What is done, and why what is left out is. */
const plannedFor = (change: Partial<RestartFacts>) =>
  restartSteps({ ...facts, ...change }).map(({ step, why }) => [
    step.action.kind,
    why?.id ?? 'does',
  ]);

describe('what a run does about the restart that it waits for', () => {
  const { choice } = facts;
  const register = 'registerContinuation';
  const restart = 'restartComputer';
  it.each<[string, Partial<RestartFacts>, readonly (readonly string[])[]]>([
    [
      'both',
      {},
      [
        [register, 'does'],
        [restart, 'does'],
      ],
    ],
    ['nothing where nothing waits', { state: stateOf() }, []],
    ['nothing where nobody asked', { choice: { ...choice, restart: 'never', goesOn: null } }, []],
    ['only the one', { choice: { ...choice, restart: 'never' } }, [[register, 'does']]],
    ['only the other', { choice: { ...choice, goesOn: null } }, [[restart, 'does']]],
    [
      'no restart beside a danger, after which a person may restart',
      { state: stateOf({ ...waits, dangers: [danger] }), outcome: 'dangerFound' },
      [
        [register, 'does'],
        [restart, 'restart.notBeforeDanger'],
      ],
    ],
    [
      'no restart while an uninstaller failed',
      { outcome: 'uninstallerFailed' },
      [
        [register, 'does'],
        [restart, 'restart.notBeforeEnd'],
      ],
    ],
    [
      'no restart where filters could not be read',
      { now: { ...inventoryOf(), classFilters: unreadableSection() } },
      [
        [register, 'does'],
        [restart, 'restart.notKnownToComeBack'],
      ],
    ],
    [
      'nothing out of a checkout',
      { goingOn: { program: null, argsOf }, choice: { ...choice, restart: 'never' } },
      [[register, 'continuation.notInstalled']],
    ],
    [
      'both at the second try',
      { tries: 2 },
      [
        [register, 'does'],
        [restart, 'does'],
      ],
    ],
    [
      'nothing after the third',
      { tries: 3 },
      [
        [register, 'continuation.tooOften'],
        [restart, 'continuation.tooOften'],
      ],
    ],
  ])('%s', (_name, change, expected) => {
    expect(plannedFor(change)).toEqual(expected);
  });

  it('forces nobody who was asked', () => {
    const forced = (how: 'ifNeeded' | 'prompt') =>
      restartSteps({ ...facts, choice: { ...choice, restart: how } }).at(-1)?.step.action;
    expect([forced('ifNeeded'), forced('prompt')]).toEqual([
      { kind: restart, delaySeconds: 60, message: null, force: true },
      { kind: restart, delaySeconds: 60, message: null, force: false },
    ]);
  });
});

describe('what is taken away again', () => {
  const task = (id: string, args: string) => ({
    path: `\\Cutover-resume-${id}`,
    author: null,
    actions: [{ execute: 'C:\\old\\cutover.exe', arguments: args }],
  });
  const other = '20260101-000000-zzzz';
  const now = inventoryOf({
    scheduledTasks: [
      task(runId, `${argsOf(runId).join(' ')} --unattended`),
      task(other, argsOf(other).join(' ')),
      task('20260101-000000-evil', '/evil'),
      task(
        '20260101-000000-else',
        `${argsOf('20260101-000000-else').join(' ')} --data-folder D:\\x`,
      ),
      { path: '\\OneDrive', author: null, actions: [] },
    ],
  });
  const base = { runId, argsOf, now, registered: false, waiting: [] as readonly string[] };
  const of = (change: Partial<typeof base>) =>
    unregisteringSteps({ ...base, ...change }).map(({ id }) => id.split(':').at(-1));

  it('is every registration of ours in this folder whose run is over', () => {
    expect([of({}), of({ waiting: [other] }), of({ waiting: [runId, other] })]).toEqual([
      [runId, other],
      [runId],
      [],
    ]);
  });

  it('is also one that only the journal knows of', () => {
    expect([of({ now: inventoryOf(), registered: true }), of({ now: inventoryOf() })]).toEqual([
      [runId],
      [],
    ]);
  });
});

describe('how a run that goes on by itself ends', () => {
  const about = { kind: 'restart', name: 'Windows' } as const;
  const taken = (end: 'done' | 'failed', ...kinds: readonly ('register' | 'restart')[]) =>
    kinds.map((kind) => ({
      step:
        kind === 'restart'
          ? changeStep('restart', about, {
              kind: 'restartComputer',
              delaySeconds: 60,
              message: null,
              force: true,
            })
          : changeStep('restart', about, {
              kind: 'registerContinuation',
              runId,
              args: [],
              program: '',
              when: 'startUp',
            }),
      result: stepResultOf({ outcome: end }),
    }));
  const ended = (steps: Parameters<typeof runOutcome>[0]['steps']) => {
    const { outcome, summary } = runOutcome({
      choice: defaultChoice,
      steps,
      state: stateOf(waits),
      causes: [],
      cancelled: false,
      dryRun: false,
    });
    return [outcome, summary.map(({ id }) => id).filter((id) => /[gG]o(?:es)?On|resume/.test(id))];
  };
  const gone = takenOf({ outcome: 'restartNeeded' });
  const locked = takenOf(
    { outcome: 'passwordWrong' },
    {
      action: {
        kind: 'uninstallMsi',
        productCode: '{1}',
        properties: {},
        secretProperties: [{ name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' }],
      },
    },
  );

  it.each([
    ['told by nobody', [gone], ['restartNeeded', ['run.resumeAfterRestart']]],
    ['registered', [gone, ...taken('done', 'register')], ['restartNeeded', ['run.goesOn']]],
    [
      'not registered',
      [gone, ...taken('failed', 'register')],
      ['restartNeeded', ['run.resumeAfterRestart', 'run.doesNotGoOn']],
    ],
    [
      'restarted',
      [gone, ...taken('done', 'register', 'restart')],
      ['restartStarted', ['run.goesOn']],
    ],
    [
      'lacking a password that nobody keeps',
      [gone, locked, ...taken('done', 'register')],
      ['passwordWrong', ['run.goesOn', 'run.goesOnWithoutPassword']],
    ],
    [
      'not restarted',
      [gone, ...taken('failed', 'restart')],
      ['restartNeeded', ['run.resumeAfterRestart']],
    ],
  ])('%s', (_name, steps, expected) => {
    expect(ended(steps)).toEqual(expected);
  });
});
