import type { SecretRef } from '../domain/action.ts';
import type { Finding } from '../domain/finding.ts';
import type { LiveCheckResult } from '../domain/protection/live-check.ts';
import type { Hazard, Owner, Plan } from '../domain/plan/plan.ts';
import type { Message } from '../domain/message.ts';
import type { Protection } from '../domain/protection/protection.ts';
import type { ReactivationPlan } from '../domain/protection/reactivation.ts';
import type { RunRecord, TechnicianFields } from '../domain/run/record.ts';
import type { SectionName } from '../domain/sections.ts';
import type { State } from '../domain/state/state.ts';
import type { Step, StepResult } from '../domain/plan/step.ts';
import type { GuidePage, ShownPage } from './guide-pages.ts';
import type { MoveName } from './move-inputs.ts';
import type { Problem } from './problem.ts';
import type { QuarantineView } from './quarantine-view.ts';

export type { TechnicianFields } from '../domain/run/record.ts';

/** A computer the guide can work on: this one, a recorded one to practise on, or an imported inventory. */
export interface MachineChoice {
  readonly id: string;
  readonly kind: 'thisComputer' | 'practice' | 'imported';
  readonly title: string;
  readonly description: string;
  /** Why it cannot be used here (another system); null when it can. */
  readonly unavailable: Problem | null;
  /** Why it can only be looked at from here; null when it can be changed. */
  readonly readOnly: Problem | null;
}

/** How far a look at the computer has come. */
export interface ScanProgress {
  /** The one that was begun last. */
  readonly section: SectionName;
  readonly done: number;
  readonly total: number;
}

export type ScanState =
  | { readonly state: 'notBegun' }
  /** `progress` is null until the first section is begun. */
  | { readonly state: 'running'; readonly progress: ScanProgress | null }
  | { readonly state: 'failed'; readonly problem: Problem }
  | {
      readonly state: 'done';
      readonly collectedAt: string;
      readonly computerName: string | null;
      readonly findings: readonly Finding[];
      readonly protection: Protection;
      /** What could not be read, or only in part. */
      readonly gaps: RunRecord['notKnown'];
    };

/** One step as the window shows it while it runs. */
export interface StepView {
  readonly step: Step;
  readonly status: 'waiting' | 'running' | 'ended';
  /** 0 to 1; null while the length is not known. */
  readonly fraction: number | null;
  readonly text: string | null;
  readonly waitingFor: Message | null;
  readonly elapsedMs: number;
  readonly result: StepResult | null;
}

export type RunView =
  | { readonly state: 'notBegun' }
  | {
      readonly state: 'running';
      readonly runId: string;
      readonly phase: 'looking' | 'removing' | 'verifying' | 'awaitingProtection' | 'reactivating';
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
  | {
      readonly state: 'interrupted';
      readonly runId: string;
      readonly startedAt: string | null;
      /** Windows has been restarted since it came as far as it could. */
      readonly restarted: boolean;
      /** As far as it came. */
      readonly steps: readonly StepView[];
    }
  /** `runId` is the run that was to go on; null when a new one was to begin. */
  | { readonly state: 'refused'; readonly problem: Problem; readonly runId: string | null }
  | {
      readonly state: 'ended';
      readonly record: RunRecord;
      readonly steps: readonly StepView[];
      readonly restartNeeded: boolean;
    };

/** What a person wants about the protection afterwards. Both are off until somebody says otherwise. */
export interface ProtectionChoice {
  /** Do not begin when nothing is known to protect the computer afterwards. */
  readonly requireReplacement: boolean;
  /** Reactivate Microsoft Defender when nothing protects the computer afterwards. */
  readonly reactivateDefender: boolean;
}

/** Another look at the computer that a person asked for, without losing the removal that was done. */
export type RecheckState =
  | { readonly state: 'notBegun' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'done'; readonly at: string };

/** The live check with harmless samples. It says something about the moment it was made at and no other. */
export type LiveCheckState =
  | { readonly state: 'notBegun' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'done'; readonly result: LiveCheckResult };

/** Microsoft Defender being reactivated because a person pressed the button for it. */
export type ReactivationProgress =
  | { readonly state: 'notBegun' }
  | { readonly state: 'running'; readonly steps: readonly StepView[] }
  | { readonly state: 'failed'; readonly problem: Problem }
  | {
      readonly state: 'done';
      readonly steps: readonly StepView[];
      /** The command that takes it back; null where nothing was changed that can be taken back. */
      readonly wayBack: string | null;
    };

export interface ReactivationView {
  /** Why Microsoft Defender is off and what could be done; null while something protects, or nobody has looked. */
  readonly plan: ReactivationPlan | null;
  readonly progress: ReactivationProgress;
}

/** One page as the rail names it; `closed` says why it cannot be gone to now. */
export interface PageState {
  readonly page: GuidePage;
  readonly closed: Problem | null;
  /** Passed by, and nothing of it outstanding. */
  readonly done: boolean;
}

/** What stands between a person and the removal. The engine stops on exactly the same. */
export interface Readiness {
  /** Ids of the hazards that forbid to begin; ready when there is a plan and none of them. */
  readonly open: readonly string[];
  /** Everything is dealt with that this computer asks for, except the stop that the person made themselves. */
  readonly prepared: boolean;
  readonly heldByChoice: boolean;
  readonly ready: boolean;
  /** Passwords that an uninstaller may ask for. */
  readonly secrets: readonly SecretRef[];
}

/** Why a move cannot be made now, whatever comes with it; null where it can. */
export type OpenMoves = Readonly<Record<MoveName | 'importInventory', Problem | null>>;

/** What the guide holds: everything a person was shown and has answered. No secret: passwords go one way. */
export interface GuideState {
  readonly version: string;
  readonly page: ShownPage;
  readonly machines: readonly MachineChoice[];
  readonly machineId: string;
  readonly practice: boolean;
  readonly scan: ScanState;
  /** Ids of the findings that are to be removed. */
  readonly chosen: readonly string[];
  readonly plan: Plan | null;
  /** What is to be said of the computer as it was seen last; null before anybody has looked. */
  readonly state: State | null;
  readonly acknowledged: readonly string[];
  readonly owner: Owner | null;
  readonly passwordsGiven: readonly SecretRef[];
  readonly protectionChoice: ProtectionChoice;
  /** Whether what products leave behind is cleaned up too; what does harm is mended either way. */
  readonly cleanRemains: boolean;
  readonly run: RunView;
  readonly recheck: RecheckState;
  readonly liveCheck: LiveCheckState;
  readonly reactivation: ReactivationView;
  readonly quarantine: QuarantineView;
  readonly technicianMode: boolean;
  readonly technician: TechnicianFields;
  readonly language: string;
  readonly policy: GuidePolicy;
}

/** What a policy of this computer says to the window. */
export interface GuidePolicy {
  /** Commands and flags, as they are typed. */
  readonly forbids: readonly string[];
  /** Why it cannot be followed, so that nothing may be changed; null where it can, or there is none. */
  readonly broken: Message | null;
}

/**
 * Everything the window shows, with what is open in it. Sent whole at the start and after every change, so that a
 * window that was closed and opened again shows where things stand.
 */
export interface GuideSnapshot extends GuideState {
  /** Rises with every change; a smaller one is out of date. */
  readonly revision: number;
  readonly pages: readonly PageState[];
  readonly moves: OpenMoves;
  readonly readiness: Readiness;
}

/** One file of a support bundle as it would be saved, so that a person can look before they save it. */
export interface BundleFile {
  readonly name: string;
  readonly text: string;
}
