import type { Finding } from '../../src/shared/domain/finding.ts';
import type { GuideSnapshot, StepView } from '../../src/shared/contract/guide.ts';
import type { Hazard, Plan } from '../../src/shared/domain/plan.ts';
import type { SecretRef } from '../../src/shared/domain/action.ts';
import type { Step } from '../../src/shared/domain/step.ts';
import type { RunRecord } from '../../src/shared/domain/record.ts';

/** A snapshot of the guide on a practice computer before anything was done. */
export function aSnapshot(change: Partial<GuideSnapshot> = {}): GuideSnapshot {
  return {
    revision: 1,
    version: '0.0.0',
    page: 'welcome',
    machines: [],
    machineId: 'practice-home',
    practice: true,
    scan: { state: 'notBegun' },
    chosen: [],
    plan: null,
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
    ...change,
  };
}

export function aFinding(change: Partial<Finding> & Pick<Finding, 'id'>): Finding {
  return {
    productId: change.id,
    family: 'antivirus',
    name: change.id,
    version: '21.0',
    state: 'installed',
    confidence: 'proven',
    evidence: [],
    parts: {
      programs: [],
      productCodes: [],
      services: [],
      drivers: [],
      processes: [],
      vendorKeys: [],
      folders: [],
    },
    ...change,
  };
}

export function aHazard(id: string, severity: Hazard['severity']): Hazard {
  return { id, severity, title: id, explanation: '', advice: '', findingIds: [], evidence: [] };
}

export function aStep(findingId: string, secrets: readonly SecretRef[] = []): Step {
  return {
    id: `remove:${findingId}`,
    findingId,
    productId: findingId,
    family: 'antivirus',
    title: `Remove ${findingId}`,
    explanation: '',
    action: {
      kind: 'uninstallMsi',
      productCode: '{00000000-0000-0000-0000-000000000001}',
      properties: {},
      secretProperties: secrets.map((secret) => ({ name: 'P', secret, encoding: 'plain' })),
    },
    timeLimitMs: 60_000,
    gone: { productCodes: [], programs: [], services: [] },
  };
}

export function aPlan(change: Partial<Plan> = {}): Plan {
  return {
    format: 'cutover-plan/1',
    steps: [],
    hazards: [],
    kept: [],
    choice: {
      only: null,
      include: [],
      all: false,
      managedByUs: false,
      acknowledged: [],
      login: null,
      timeLimitMs: null,
      requireReplacement: false,
      enableDefender: false,
    },
    ...change,
  };
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
  return {
    format: 'cutover-run/1',
    runId: 'run',
    machineId: 'practice-home',
    practice: true,
    cutoverVersion: '0.0.0',
    startedAt: '2026-11-23T10:00:00.000Z',
    finishedAt: '2026-11-23T10:05:00.000Z',
    starts: 1,
    computerName: 'PC',
    findingsBefore: [],
    plan: aPlan(),
    steps: [],
    findingsAfter: [],
    protection: null,
    protectionGap: null,
    restored: [],
    notKnown: [],
    outcome: 'cleanAndProtected',
    summary: '',
    ...change,
  };
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
