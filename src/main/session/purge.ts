import { message, type Message } from '../../shared/domain/message.ts';
import type { ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import { bytesOf } from '../../shared/domain/run/quarantined.ts';
import { english } from '../../shared/words/english.ts';
import { CannotWrite } from '../disk/cannot-write.ts';
import { systemClock } from '../engine/record/clock.ts';
import type { JournalEntry } from '../engine/record/journal-entry.ts';
import { endQuarantine, quarantineOf, runNeeding, type Kept } from '../engine/record/quarantine.ts';
import { journalOf, type RunFolder } from '../engine/record/run-folder.ts';
import { acquireRunLock } from '../engine/record/run-lock.ts';
import type { Machine } from '../machine/machine.ts';
import { whyNotHere } from '../machine/open-machine.ts';
import { lockOf } from './lock-of.ts';
import { logEnd } from './log-end.ts';

/** A quarantine that may be ended. */
export interface Purge {
  readonly machine: Machine;
  readonly run: RunFolder;
  readonly entries: readonly JournalEntry[];
  /** What it holds. */
  readonly things: readonly Kept[];
}

/** Why it may not be, or did not come to its end. */
export interface NotPurged {
  readonly exit: ExitCodeName;
  readonly why: Message;
}

/** Looks at what would go, and whether it may. Nothing is changed. */
export async function preparePurge(machine: Machine, run: RunFolder): Promise<Purge | NotPurged> {
  const journal = journalOf(run.path);
  if (!journal.ok) return { exit: 'unreadableInput', why: journal.message };
  const { entries } = journal;
  const first = entries[0]?.fact;
  if (first?.kind === 'runStarted' && first.machineId !== machine.id)
    return { exit: 'unreadableInput', why: message('purge.otherMachine') };
  if (!machine.practice && (await whyNotHere()) === 'notAdministrator')
    return { exit: 'notAdministrator', why: message('purge.needsAdministrator') };
  const needing = runNeeding(run);
  if (needing !== null) return { exit: 'stopped', why: message('purge.goesOn', { run: needing }) };
  const quarantine = quarantineOf(run, entries);
  if (!quarantine.ok) return { exit: 'stopped', why: quarantine.why };
  return { machine, run, entries, things: quarantine.things };
}

/** How it ended: null when all of it is gone. `notLogged` says why the log of the system has no entry about it. */
export interface PurgeEnd {
  readonly failed: NotPurged | null;
  readonly notLogged: Message | null;
}

/** Deletes it for good, while no run is under way, and leaves an entry about that in the log of the system. */
export async function carryOutPurge(purge: Purge): Promise<PurgeEnd> {
  const { machine, run, things } = purge;
  const failed = await purgeAlone(purge);
  const size = english.size(bytesOf(things));
  const text =
    failed === null
      ? english.t('terminal.purge.done', { run: run.runId, size })
      : english.sentences([failed.why]);
  const exit = failed?.exit ?? 'success';
  const notLogged = logEnd(machine, { exit, text, verdict: 'notKnown', folder: run });
  return { failed, notLogged };
}

async function purgeAlone({ machine, run, entries }: Purge): Promise<NotPurged | null> {
  const lock = await acquireRunLock({ ...(await lockOf(machine, run)), runId: run.runId });
  if (!lock.held) return { exit: 'anotherRun', why: lock.message };
  try {
    const why = await endQuarantine(run, entries, systemClock);
    return why === null ? null : { exit: 'cannotWrite', why };
  } catch (error) {
    if (error instanceof CannotWrite) return { exit: 'cannotWrite', why: error.said };
    throw error;
  } finally {
    await lock.lock.release();
  }
}
