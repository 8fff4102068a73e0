import type { ExitCodeName } from '../../shared/domain/exit-codes.ts';
import type { Inventory } from '../../shared/domain/inventory.ts';
import { defaultChoice, type Choice } from '../../shared/domain/plan.ts';
import type { RestoreStep } from '../../shared/domain/restore.ts';
import type { RestoreStepResult, RunRecord } from '../../shared/domain/record.ts';
import type { RunEvent } from '../../shared/domain/run-event.ts';
import { scope } from '../catalog/scope.ts';
import { systemClock } from '../engine/record/clock.ts';
import { CannotWrite } from '../engine/record/journal.ts';
import { createRunFolder, type RunFolder } from '../engine/record/run-folder.ts';
import type { RunRefusal } from '../engine/run/run.ts';
import type { Machine } from '../machine/machine.ts';
import { runSession } from './run-session.ts';

export interface BringBackRequest {
  readonly machine: Machine;
  /** What the person saw when they agreed; its plan is what is done. */
  readonly inventory: Inventory;
  /** One that can be written, see `writableDataFolder`. */
  readonly dataFolder: string;
  /** How long Defender may take to come up; missing means the usual time. */
  readonly protectionWaitMs?: number | undefined;
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  readonly onStep: (step: RestoreStep) => void;
  /** For whoever wants to tell more than the steps. */
  readonly onEvent?: (event: RunEvent) => void;
}

/** `refused`: nothing was changed; the message is for a person. */
export type BringBackEnd =
  | {
      readonly kind: 'ended';
      readonly exit: ExitCodeName;
      readonly restored: readonly RestoreStepResult[];
      /** The machine after it. */
      readonly inventory: Inventory;
      readonly record: RunRecord;
      /** Where the journal, the logs and the report lie. */
      readonly folder: string;
    }
  | {
      readonly kind: 'refused';
      readonly exit: ExitCodeName;
      readonly code: RunRefusal;
      readonly message: string;
      readonly detail: string | null;
    };

/**
 * Brings Microsoft Defender back as a run of its own: with its lock, journal and report, and with a choice that
 * removes nothing. Every expected failure is in what comes back.
 */
export async function bringBackDefender(request: BringBackRequest): Promise<BringBackEnd> {
  try {
    return await inFolder(request, createRunFolder(request.dataFolder, systemClock));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    const { message, detail } = error;
    return { kind: 'refused', exit: 'cannotWrite', code: 'cannotWrite', message, detail };
  }
}

async function inFolder(request: BringBackRequest, folder: RunFolder): Promise<BringBackEnd> {
  const { machine } = request;
  const end = await runSession({
    machine,
    folder,
    purpose: 'protection',
    seen: request.inventory,
    choice: nothingButDefender,
    secrets: { get: () => undefined },
    dryRun: false,
    protectionWaitMs: request.protectionWaitMs,
    signal: request.signal,
    onEvent: (event) => {
      if (event.kind === 'restoreStarted') request.onStep(event.step);
      request.onEvent?.(event);
    },
  });
  if (end.kind === 'refused') return end;
  const { exit, record } = end;
  const after = folder.readInventory('after') ?? (await machine.inventory({ scope }));
  return {
    kind: 'ended',
    exit,
    restored: record.restored,
    inventory: after,
    record,
    folder: folder.path,
  };
}

/** Chooses no product, so that even a reader of the journal who knows no purposes removes nothing. */
const nothingButDefender: Choice = {
  ...defaultChoice,
  only: [],
  enableDefender: true,
};
