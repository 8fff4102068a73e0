import type { Finding } from '../../src/shared/domain/finding.ts';
import { snapshotOf } from '../../src/main/desktop/guide/guide-store.ts';
import type { GuideSnapshot, GuideState, StepView } from '../../src/shared/contract/guide.ts';
import type { Hazard, Plan } from '../../src/shared/domain/plan/plan.ts';
import type { SecretRef } from '../../src/shared/domain/action.ts';
import type { Step } from '../../src/shared/domain/plan/step.ts';
import type { RunRecord } from '../../src/shared/domain/run/record.ts';
import {
  aboutOf,
  findingOf,
  hazardOf,
  planOf,
  productCode,
  recordOf,
  stepOf,
} from './run-samples.ts';

/** A snapshot of the guide on a practice computer before anything was done. */
export function aSnapshot({
  revision = 1,
  ...change
}: Partial<GuideState & { revision: number }> = {}): GuideSnapshot {
  const state: GuideState = {
    version: '0.0.0',
    page: 'welcome',
    machines: [],
    machineId: 'practice-home',
    practice: true,
    scan: { state: 'notBegun' },
    chosen: [],
    plan: null,
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
    ...change,
  };
  return snapshotOf(state, revision);
}

export function aFinding(change: Partial<Finding> & Pick<Finding, 'id'>): Finding {
  return findingOf({ productId: change.id, name: change.id, version: '21.0', ...change });
}

export function aHazard(id: string, severity: Hazard['severity']): Hazard {
  return hazardOf({ id, severity, findingIds: [] });
}

export function aStep(findingId: string, secrets: readonly SecretRef[] = []): Step {
  return stepOf({
    id: `remove:${findingId}`,
    about: aboutOf({ findingId, productId: findingId, name: findingId }),
    action: {
      kind: 'uninstallMsi',
      productCode,
      properties: {},
      secretProperties: secrets.map((secret) => ({ name: 'P', secret, encoding: 'plain' })),
    },
  });
}

export function aPlan(change: Partial<Plan> = {}): Plan {
  return planOf({ steps: [], ...change });
}

export function aStepView(
  findingId: string,
  status: StepView['status'],
  fraction: number | null = null,
): StepView {
  const step = aStep(findingId);
  return { step, status, fraction, text: null, waitingFor: null, elapsedMs: 0, result: null };
}

export function aRecord(change: Partial<RunRecord> = {}): RunRecord {
  const nothing = { findingsBefore: [], plan: aPlan(), steps: [], protection: null, summary: [] };
  return recordOf({ runId: 'run', practice: true, computerName: 'PC', ...nothing, ...change });
}

/** A scan that came to its end. */
export function aScan(findings: readonly Finding[]): GuideSnapshot['scan'] {
  return {
    state: 'done',
    collectedAt: '2026-11-23T10:00:00.000Z',
    computerName: 'PC',
    findings,
    protection: {
      verdict: 'onlyKaspersky',
      products: [],
      reasons: [],
      sources: [],
      disagreements: [],
    },
    gaps: [],
  };
}
