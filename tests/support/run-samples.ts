import { defenderStep } from '../../src/shared/domain/plan/change-step.ts';
import type { Finding } from '../../src/shared/domain/finding.ts';
import { message, quoted } from '../../src/shared/domain/message.ts';
import { emptyPlan } from '../../src/shared/domain/plan/empty-plan.ts';
import { defaultChoice, type Hazard, type Plan } from '../../src/shared/domain/plan/plan.ts';
import type {
  About,
  Gone,
  Step,
  StepResult,
  TakenStep,
} from '../../src/shared/domain/plan/step.ts';
import type { Protection } from '../../src/shared/domain/protection/protection.ts';
import type { RunRecord } from '../../src/shared/domain/run/record.ts';
import type { State } from '../../src/shared/domain/state/state.ts';
import type { ActionResult, DefenderAction } from '../../src/shared/domain/action.ts';
import { productChanges } from '../../src/main/engine/judge/product-changes.ts';
import type { Clock } from '../../src/main/engine/record/clock.ts';

export const productCode = '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}';

/** A clock that moves on by one second each time it is asked. */
export function steppingClock(): Clock {
  let seconds = 0;
  return { now: () => new Date(Date.UTC(2026, 10, 23, 17, 15, seconds++)), ticks: () => 0 };
}

export function stepOf(facts: Partial<Step> = {}): Step {
  return {
    id: 'remove-kaspersky',
    phase: 'remove',
    about: aboutOf(),
    action: { kind: 'uninstallMsi', productCode, properties: {}, secretProperties: [] },
    timeLimitMs: 1_800_000,
    doneWhen: goneOf({ productCodes: [productCode], services: ['AVP21.19'] }),
    ...facts,
  };
}

/** A product as what a step is about. */
export function aboutOf(
  facts: Partial<Extract<About, { kind: 'product' }>> = {},
): Extract<About, { kind: 'product' }> {
  return {
    kind: 'product',
    findingId: 'kaspersky',
    productId: 'kaspersky-for-windows',
    family: 'antivirus',
    name: 'Kaspersky',
    ...facts,
  };
}

export function goneOf(facts: Partial<Gone> = {}): Gone {
  return { kind: 'gone', productCodes: [], programs: [], services: [], ...facts };
}

export function actionResultOf(facts: Partial<ActionResult> = {}): ActionResult {
  return {
    ended: 'exited',
    exitCode: 0,
    startedAt: '2026-11-23T17:15:00.000Z',
    durationMs: 31_000,
    command: `Windows Installer: remove ${productCode}`,
    message: [],
    said: null,
    undone: false,
    passwordNamed: false,
    logFile: null,
    killedProcesses: [],
    ...facts,
  };
}

export function stepResultOf(facts: Partial<StepResult> = {}): StepResult {
  return {
    stepId: 'remove-kaspersky',
    outcome: 'removed',
    exitCode: 0,
    durationMs: 31_000,
    message: [message('judged.removed')],
    command: 'msiexec',
    logFile: null,
    ...facts,
  };
}

/** A step and its result; both are about the same. */
export function takenOf(result: Partial<StepResult> = {}, step: Partial<Step> = {}): TakenStep {
  const id = result.stepId ?? step.id ?? 'remove-kaspersky';
  return { step: stepOf({ ...step, id }), result: stepResultOf({ ...result, stepId: id }) };
}

export function findingOf(facts: Partial<Finding> = {}): Finding {
  return {
    id: 'kaspersky',
    productId: 'kaspersky-for-windows',
    family: 'antivirus',
    name: 'Kaspersky',
    version: '21.19.7.527',
    state: 'installed',
    confidence: 'proven',
    evidence: [],
    notRead: [],
    person: null,
    identified: true,
    components: [],
    parts: {
      programs: [],
      productCodes: [],
      services: [],
      drivers: [],
      processes: [],
      vendorKeys: [],
      folders: [],
    },
    ...facts,
  };
}

export function planOf(facts: Partial<Plan> = {}): Plan {
  return {
    ...emptyPlan,
    steps: [stepOf()],
    choice: defaultChoice,
    ...facts,
  };
}

export function hazardOf(facts: Partial<Hazard> = {}): Hazard {
  return {
    id: 'disk-encryption',
    severity: 'stop',
    findingIds: ['kaspersky'],
    evidence: [],
    ...facts,
  };
}

export function protectionOf(facts: Partial<Protection> = {}): Protection {
  return {
    verdict: 'protected',
    products: ['Microsoft Defender'],
    reasons: [quoted('Windows Security says it is on.')],
    sources: [
      {
        source: 'securityCenter',
        answer: 'protects',
        detail: [quoted('Microsoft Defender is on.')],
      },
      { source: 'amsi', answer: 'unknown', detail: [quoted('It was not read.')] },
    ],
    disagreements: [],
    ...facts,
  };
}

/** A machine on which nothing of Kaspersky's is and another antivirus protects. */
export function stateOf(facts: Partial<State> = {}): State {
  return {
    verdict: 'clean',
    installed: [],
    stays: [],
    remains: [],
    dangers: [],
    restart: null,
    unread: [],
    protection: protectionOf(),
    ...facts,
  };
}

/** The record of a run, with what became of its products unless that is given. */
export function recordOf(facts: Partial<RunRecord> = {}): RunRecord {
  const record = sampleRecord(facts);
  return { ...record, products: facts.products ?? productChanges(record) };
}

function sampleRecord(facts: Partial<RunRecord>): RunRecord {
  return {
    products: [],
    format: 'cutover-run/3',
    runId: '20261123-171500-k3f9',
    machineId: 'practice-home',
    practice: false,
    cutoverVersion: '0.1.0',
    startedAt: '2026-11-23T17:15:00.000Z',
    finishedAt: '2026-11-23T17:19:00.000Z',
    starts: 1,
    computerName: 'MARTA-LAPTOP',
    findingsBefore: [findingOf()],
    plan: planOf(),
    steps: [stepResultOf()],
    findingsAfter: [],
    protection: protectionOf(),
    state: null,
    protectionGap: null,
    notKnown: [],
    outcome: 'cleanAndProtected',
    summary: [quoted('Removed: Kaspersky. Microsoft Defender protects this computer.')],
    ...facts,
  };
}

/** A step for Microsoft Defender, and that it is done. */
export function reactivationOf(
  action: DefenderAction = { kind: 'startService', name: 'WinDefend' },
  facts: Partial<StepResult> = {},
): TakenStep {
  const step = defenderStep('reactivate', action);
  return { step, result: stepResultOf({ stepId: step.id, outcome: 'done', ...facts }) };
}
