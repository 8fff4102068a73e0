import type { Message } from '../domain/message.ts';
import type { Quarantined } from '../domain/run/quarantined.ts';
import type { UndoPart } from '../domain/run/undo-parts.ts';
import type { RunRecord } from '../domain/run/record.ts';
import type { StepView } from './guide.ts';
import type { GuidePage } from './guide-pages.ts';
import type { Problem } from './problem.ts';

/** A folder, key, driver or setting that can be put back. */
export interface KeptThing {
  readonly name: string;
  /** Null where it takes no room that is worth a word. */
  readonly bytes: number | null;
}

/** What of a run can be put back by itself. */
export interface KeptPart {
  readonly part: UndoPart;
  readonly things: readonly KeptThing[];
}

/** An earlier run and what it keeps or can take back. */
export interface KeptRun {
  readonly runId: string;
  readonly startedAt: string | null;
  readonly parts: readonly KeptPart[];
  /** What is deleted when its quarantine is ended. */
  readonly quarantined: readonly Quarantined[];
  /** Why that cannot be; null where it can. */
  readonly notDeletable: Message | null;
}

export type QuarantineLook =
  | { readonly state: 'notBegun' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'done'; readonly runs: readonly KeptRun[] };

/** Something being put back, or deleted for good, because a person asked for it. */
export type QuarantineWork =
  | { readonly state: 'notBegun' }
  | { readonly state: 'puttingBack'; readonly steps: readonly StepView[] }
  | { readonly state: 'deleting' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'putBack'; readonly record: RunRecord; readonly steps: readonly StepView[] }
  | { readonly state: 'deleted'; readonly count: number; readonly bytes: number };

/** What earlier runs on the computer in hand cleaned up, and what becomes of it. */
export interface QuarantineView {
  /** Whether there is something to see; `hidden` is what only an administrator may see. */
  readonly hint: 'nothing' | 'kept' | 'hidden';
  /** The page it was opened from. */
  readonly from: GuidePage;
  readonly look: QuarantineLook;
  readonly work: QuarantineWork;
}
