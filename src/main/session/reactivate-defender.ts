import type { Message } from '../../shared/domain/message.ts';
import type { ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import type { Inventory } from '../../shared/domain/inventory.ts';
import { defaultChoice, type Choice } from '../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import type { RunEvent } from '../../shared/domain/run/run-event.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { scope } from '../catalog/scope.ts';
import type { DataFolder } from '../disk/data-folder.ts';
import { systemClock } from '../engine/record/clock.ts';
import { CannotWrite } from '../disk/cannot-write.ts';
import { createRunFolder, type RunFolder } from '../engine/record/run-folder.ts';
import { noPasswords } from '../engine/run/passwords.ts';
import { openRunFor } from '../engine/run/open-runs.ts';
import type { RunRefusal } from '../engine/run/run.ts';
import type { Machine } from '../machine/machine.ts';
import { runSession } from './run-session.ts';

export interface ReactivationRequest {
  readonly machine: Machine;
  /** What the person saw when they agreed; its plan is what is done. */
  readonly inventory: Inventory;
  /** One that was opened for writing. */
  readonly dataFolder: DataFolder;
  /** Of the person, for the report. */
  readonly words: Translator;
  /** How long Defender may take to come up; missing means the usual time. */
  readonly protectionWaitMs?: number | undefined;
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/** `refused`: nothing was changed; the message is for a person. */
export type ReactivationEnd =
  | {
      readonly kind: 'ended';
      readonly exit: ExitCodeName;
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
      readonly message: Message;
      readonly detail: string | null;
    };

/**
 * Reactivates Microsoft Defender as a run of its own: with its lock, journal and report, and with a choice that
 * removes nothing. Every expected failure is in what comes back.
 */
export async function reactivateDefender(request: ReactivationRequest): Promise<ReactivationEnd> {
  try {
    return await inFolder(request, folderFor(request));
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    const { said, message: detail } = error;
    return { kind: 'refused', exit: 'cannotWrite', code: 'cannotWrite', message: said, detail };
  }
}

/** One that was broken off goes on. */
function folderFor({ dataFolder, machine }: ReactivationRequest): RunFolder {
  const open = openRunFor({ dataFolder, machineId: machine.id }, nothingButDefender);
  return open ?? createRunFolder(dataFolder, systemClock);
}

async function inFolder(request: ReactivationRequest, folder: RunFolder): Promise<ReactivationEnd> {
  const { machine } = request;
  const end = await runSession({
    machine,
    folder,
    seen: request.inventory,
    choice: nothingButDefender,
    secrets: noPasswords,
    words: request.words,
    dryRun: false,
    protectionWaitMs: request.protectionWaitMs,
    signal: request.signal,
    onEvent: request.onEvent,
  });
  if (end.kind === 'refused') return end;
  const { exit, record } = end;
  const after = folder.readInventory('after') ?? (await machine.inventory({ scope }));
  return {
    kind: 'ended',
    exit,
    inventory: after,
    record,
    folder: folder.path,
  };
}

const nothingButDefender: Choice = {
  ...defaultChoice,
  phases: ['reactivate'],
  only: [],
};
