import type { Inventory } from '../../shared/domain/inventory.ts';
import type { LogEntry } from '../../shared/domain/run/log-entry.ts';
import type { PublishedState } from '../../shared/domain/run/published-state.ts';
import type { SectionName } from '../../shared/domain/sections.ts';
import type { LiveCheckResult } from '../../shared/domain/protection/live-check.ts';
import type { SummaryParts } from '../../shared/domain/machine-summary.ts';
import type { Action, ActionResult, Before, SecretRef } from '../../shared/domain/action.ts';
import type { Message } from '../../shared/domain/message.ts';
import type { Scope } from '../../shared/domain/scope.ts';

/** Passwords typed or piped in by a person. Lives in memory only; every holder passes it on, nobody stores it. */
export interface Secrets {
  get(ref: SecretRef): string | undefined;
}

/** What an action reports while it runs. */
export type ActionEvent =
  /** `fraction` is 0 to 1 and never falls; null while the length of the work is not known. */
  | { readonly kind: 'progress'; readonly fraction: number | null; readonly text: string | null }
  /** A sign of life, at least every five seconds, with what is being waited for. */
  | { readonly kind: 'waiting'; readonly waitingFor: Message; readonly elapsedMs: number };

/** A process by its number, which Windows gives away again, and the moment at which it was started. */
export interface WorkerProcess {
  readonly pid: number;
  readonly startedAt: string;
}

export interface PerformContext {
  readonly secrets: Secrets;
  readonly timeLimitMs: number;
  /** Where an installer may write its log. The folder exists. */
  readonly logFile: string;
  /** Where what an action starts may put its own files. The folder exists; on a real machine only administrators write there. */
  readonly temporaryFolder: string;
  /** Where what is taken away is kept; exists once it was asked for. On a real machine only administrators write there. */
  readonly quarantineFolder: () => string;
  /** Aborted when the person cancels. An adapter stops where that is safe and says `cancelled`. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: ActionEvent) => void;
  /** Told which process does the work, once it has been started. */
  readonly onWorker?: (worker: WorkerProcess) => void;
  /** What an earlier start left at work; whoever has to wait for it says so. */
  readonly earlierWork?: Message;
  /** Told what stands there before it is changed, so that it can be put back. Nothing is changed when this throws. */
  readonly remember: (before: Before) => void;
}

/** How far the reading of a machine has come. */
export interface InventoryProgress {
  /** The sections that are being read at this moment, the one begun last in front. */
  readonly reading: readonly SectionName[];
  readonly done: number;
  readonly total: number;
  /** Of a section that takes long: how many files were seen. */
  readonly files?: number;
}

/** Where programs are looked for one by one: on the disks of a computer, `fixed` ones or all, or below some folders. */
export type DeepScan =
  | { readonly disks: 'fixed' | 'all' }
  | { readonly folders: readonly string[] };

/** What is to be read, and how to follow or stop it. */
export interface InventoryRequest {
  readonly scope: Scope;
  /** The sections that are needed, for a quick look. An adapter may read more; what it leaves out is `notCollected`. */
  readonly only?: readonly SectionName[];
  /** Asks for the sections that are read on request. */
  readonly deep?: DeepScan | undefined;
  /** Aborted when nobody waits for it any more; it ends then by throwing the reason of the signal. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: InventoryProgress) => void;
}

/** The one seam to an operating system: the only reader and the only writer. */
export interface Machine {
  readonly id: string;
  /** True for a recorded machine, which every output has to mark as practice. */
  readonly practice: boolean;
  /** Reads everything; a part that cannot be read becomes a gap, never an exception. */
  inventory(request: InventoryRequest): Promise<Inventory>;
  /** Performs one action. Expected failures are in the result; a throw is a defect. */
  perform(action: Action, context: PerformContext): Promise<ActionResult>;
  /**
   * Shows two harmless samples to the antivirus and tells what it did, for as long as half a minute. Causes real alerts,
   * so only on request. Adapters that cannot do it leave it out.
   */
  liveCheck?(signal: AbortSignal): Promise<LiveCheckResult>;
  /**
   * Describes the machine for a report, part by part as they become known; slow, with a time limit of its own, and
   * nothing may wait for it. Never fails: what could not be read says why. Adapters that cannot do it leave it out.
   */
  summary?(signal: AbortSignal, onParts: (parts: SummaryParts) => void): Promise<void>;
  /**
   * Writes how a run ended where tools look that do not ask this program; null, or why that did not work. Recorded machines
   * leave it out.
   */
  publishState?(state: PublishedState): Message | null;
  /** Shows a message to everybody who is signed in; null, or why nobody saw it. Recorded machines leave it out. */
  notifyPersons?(title: string, text: string): Message | null;
  /** Writes an entry into the log of the system; null, or why that did not work. Recorded machines leave it out. */
  logEnd?(entry: LogEntry): Message | null;
  /** Restarts a recorded machine, at which nobody can press a button. Other adapters leave it out. */
  restart?(): void;
  /** Puts a recorded machine back to how it was recorded. Other adapters leave it out. */
  reset?(): void;
  /** Frees what the adapter holds. */
  close(): Promise<void>;
}
