import type { Finding } from './finding.ts';
import type { SectionName } from './inventory.ts';
import type { MachineSummary } from './machine-summary.ts';
import type { Hazard, Kept, Plan, Step } from './plan.ts';
import type { Protection } from './protection.ts';
import type { RestoreStep } from './restore.ts';
import type { Gap } from './section.ts';

/** How one step ended, judged by the machine and not by the exit code alone. */
export type StepOutcome =
  /** The machine no longer has it. */
  | 'removed'
  /** Gone as far as it goes before a restart. */
  | 'restartNeeded'
  /** The uninstaller said it was done, and the product is still there. */
  | 'stillPresent'
  | 'passwordMissing'
  | 'passwordWrong'
  /** Windows Installer was busy with something else for too long. */
  | 'installerBusy'
  | 'timedOut'
  | 'cancelled'
  | 'failed'
  /** Not begun, because an earlier step ended the run. */
  | 'notRun';

export interface StepResult {
  readonly stepId: string;
  readonly findingId: string;
  readonly name: string;
  readonly outcome: StepOutcome;
  readonly exitCode: number | null;
  /** Milliseconds. */
  readonly durationMs: number;
  /** What happened, what it means and what to do next, for a person. */
  readonly message: string;
  readonly command: string | null;
  readonly logFile: string | null;
}

/**
 * How the whole run ended; exactly one, the most serious that applies.
 * Each has one exit code, see `exit-codes.ts`.
 */
export type RunOutcome =
  | 'cleanAndProtected'
  /** Of a run that was to bring Microsoft Defender back and nothing else. */
  | 'protected'
  | 'nothingToRemove'
  | 'restartNeeded'
  | 'notProtected'
  | 'remnantsLeft'
  | 'stillPresent'
  | 'passwordMissing'
  | 'passwordWrong'
  | 'installerBusy'
  | 'uninstallerFailed'
  | 'timedOut'
  | 'cancelled'
  | 'stopped'
  | 'dryRun';

/** What a help-desk technician notes about a case; an empty text was not filled in. */
export interface TechnicianFields {
  readonly ticket: string;
  readonly technician: string;
  readonly customer: string;
}

/**
 * How long the machine was without protection: from the last moment at which Kaspersky was known to protect it to
 * the first at which another antivirus was. Both are moments at which Cutover looked, so that the true gap is
 * shorter or equal. `to` and `seconds` are null while nothing is known to protect it.
 */
export interface ProtectionGap {
  readonly from: string;
  readonly to: string | null;
  readonly seconds: number | null;
}

/** One thing that was done to bring Microsoft Defender back. */
export interface RestoreStepResult {
  readonly title: string;
  readonly done: boolean;
  readonly message: string;
  /** How it is taken back, for a person; null when nothing was changed. */
  readonly undo: string | null;
  /** Where the action wrote what was there before; null when it wrote nothing. */
  readonly logFile: string | null;
}

/** What a run is for. One for `protection` brings Microsoft Defender back and removes nothing. */
export type RunPurpose = 'removal' | 'protection';

/** Everything one run did, for the report and for machines. Holds no secret. */
export interface RunRecord {
  readonly format: 'cutover-run/1';
  readonly runId: string;
  /** Missing where it is a removal. */
  readonly purpose?: RunPurpose | undefined;
  readonly machineId: string;
  readonly practice: boolean;
  readonly cutoverVersion: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** How often the program was started for this run; above 1 after a kill or a restart. */
  readonly starts: number;
  readonly computerName: string | null;
  readonly findingsBefore: readonly Finding[];
  readonly plan: Plan;
  readonly steps: readonly StepResult[];
  readonly findingsAfter: readonly Finding[];
  readonly protection: Protection | null;
  /** What was done to bring Microsoft Defender back; empty when nothing was, or nobody allowed it. */
  readonly restored: readonly RestoreStepResult[];
  /** Null when Kaspersky was never known to protect the machine during this run, or never stopped. */
  readonly protectionGap: ProtectionGap | null;
  /** What could not be read when the machine was looked at last; silence about these proves nothing. */
  readonly notKnown: readonly { readonly section: SectionName; readonly gap: Gap }[];
  readonly outcome: RunOutcome | null;
  /** The outcome in a sentence or two for a person. */
  readonly summary: string;
  /** Missing where nobody filled anything in. */
  readonly technician?: TechnicianFields | undefined;
  /** Missing where the machine has none to give. */
  readonly machineSummary?: MachineSummary | undefined;
}

/** What a run tells while it goes on. The same events feed the terminal, the window and the log. */
export type RunEvent =
  | {
      readonly kind: 'runStarted';
      readonly runId: string;
      readonly resumed: boolean;
      readonly folder: string;
    }
  | { readonly kind: 'inventoryStarted'; readonly purpose: 'before' | 'after' }
  | {
      readonly kind: 'detected';
      readonly purpose: 'before' | 'after';
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'stopped'; readonly hazards: readonly Hazard[] }
  | { readonly kind: 'kept'; readonly kept: readonly Kept[] }
  | {
      readonly kind: 'stepStarted';
      readonly step: Step;
      readonly index: number;
      readonly total: number;
    }
  | {
      readonly kind: 'stepProgress';
      readonly stepId: string;
      readonly fraction: number | null;
      readonly text: string | null;
    }
  | {
      readonly kind: 'stepWaiting';
      readonly stepId: string;
      readonly waitingFor: string;
      readonly elapsedMs: number;
    }
  | { readonly kind: 'stepFinished'; readonly result: StepResult }
  /** A step that brings Microsoft Defender back. */
  | { readonly kind: 'restoreStarted'; readonly step: RestoreStep }
  | { readonly kind: 'restoreEnded'; readonly result: RestoreStepResult }
  | { readonly kind: 'restartNeeded'; readonly reasons: readonly string[] }
  /** Nothing protects yet and no restart is due: the run looks again until something does. */
  | {
      readonly kind: 'protectionAwaited';
      readonly elapsedMs: number;
      readonly limitMs: number;
    }
  | { readonly kind: 'protection'; readonly protection: Protection }
  | { readonly kind: 'runFinished'; readonly outcome: RunOutcome; readonly summary: string };
