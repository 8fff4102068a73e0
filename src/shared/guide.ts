import type { Finding } from './finding.ts';
import type { Hazard, Plan, SecretRef, Step } from './plan.ts';
import type { Protection } from './protection.ts';
import type { RunRecord, StepResult, TechnicianFields } from './run.ts';

export type { TechnicianFields } from './run.ts';

/**
 * The pages of the guide in their order.
 *
 *     welcome ──► check ──► prepare ──► protection ──► remove ──► restart ──► proof ──► report
 *        ▲          │          │            │                        │
 *        └──────────┴──────────┴────────────┘ back, as long as       └ left out when no restart is needed
 *                                             nothing was begun
 */
export const guidePages = [
  'welcome',
  'check',
  'prepare',
  'protection',
  'remove',
  'restart',
  'proof',
  'report',
] as const;
export type GuidePage = (typeof guidePages)[number];

/** A computer the guide can work on: this one, a recorded one to practise on, or an imported inventory. */
export interface MachineChoice {
  readonly id: string;
  readonly kind: 'thisComputer' | 'practice' | 'imported';
  readonly title: string;
  readonly description: string;
  /** Why it cannot be used here (another system, no administrator rights); null when it can. */
  readonly unavailable: string | null;
}

export type ScanState =
  | { readonly state: 'notBegun' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'done';
      readonly collectedAt: string;
      readonly computerName: string | null;
      readonly findings: readonly Finding[];
      readonly protection: Protection;
      /** Sections that could not be read or only in part, in the words of the inventory. */
      readonly gaps: readonly { readonly section: string; readonly detail: string }[];
    };

/** One step as the window shows it while it runs. */
export interface StepView {
  readonly step: Step;
  readonly status: 'waiting' | 'running' | 'ended';
  /** 0 to 1; null while the length is not known. */
  readonly fraction: number | null;
  readonly text: string | null;
  readonly waitingFor: string | null;
  readonly elapsedMs: number;
  readonly result: StepResult | null;
}

export type RunView =
  | { readonly state: 'notBegun' }
  | {
      readonly state: 'running';
      readonly runId: string;
      readonly phase: 'looking' | 'removing' | 'verifying';
      readonly startedAt: string;
      readonly cancelling: boolean;
      readonly steps: readonly StepView[];
    }
  | {
      readonly state: 'stopped';
      readonly hazards: readonly Hazard[];
      readonly record: RunRecord;
    }
  /** Begun by an earlier start of the program that did not come to its end; `resumeRemoval` goes on with it. */
  | { readonly state: 'interrupted'; readonly runId: string; readonly startedAt: string | null }
  | { readonly state: 'refused'; readonly message: string }
  | {
      readonly state: 'ended';
      readonly record: RunRecord;
      readonly steps: readonly StepView[];
      readonly restartNeeded: boolean;
    };

/**
 * Everything the window shows. Sent whole at the start and after every change, so that a window that was
 * closed and opened again shows where things stand. Holds no secret: passwords go one way.
 */
export interface GuideSnapshot {
  /** Rises with every change; a smaller one is out of date. */
  readonly revision: number;
  readonly version: string;
  readonly page: GuidePage;
  readonly machines: readonly MachineChoice[];
  readonly machineId: string;
  readonly practice: boolean;
  readonly scan: ScanState;
  /** Ids of the findings that are to be removed. */
  readonly chosen: readonly string[];
  readonly plan: Plan | null;
  readonly acknowledged: readonly string[];
  readonly managedByUs: boolean;
  readonly passwordsGiven: readonly SecretRef[];
  readonly run: RunView;
  readonly technicianMode: boolean;
  readonly technician: TechnicianFields;
  readonly language: string;
}

/** One file of a support bundle as it would be saved, so that a person can look before they save it. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}
