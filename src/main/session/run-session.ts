import type { Inventory } from '../../shared/domain/inventory.ts';
import type { Message } from '../../shared/domain/message.ts';
import type { Choice } from '../../shared/domain/plan/plan.ts';
import type { RunEvent } from '../../shared/domain/run/run-event.ts';
import type { RunRecord, TechnicianFields } from '../../shared/domain/run/record.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { scope } from '../catalog/scope.ts';
import type { DataFolder } from '../disk/data-folder.ts';
import { systemClock } from '../engine/record/clock.ts';
import { purgeNote } from '../engine/record/quarantine.ts';
import { run, type RunEnd } from '../engine/run/run.ts';
import type { Decisions } from '../engine/run/run-states.ts';
import { undoPlan } from '../engine/run/undo-plan.ts';
import { waitingRun } from '../engine/run/waiting-run.ts';
import { findRunFolder, journalOf, type RunFolder } from '../engine/record/run-folder.ts';
import type { Passwords } from '../engine/run/passwords.ts';
import type { Machine } from '../machine/machine.ts';
import { htmlReport } from '../report/html/html-report.ts';
import { jsonReport } from '../report/json-report.ts';
import { stayAwake } from '../machine/open-machine.ts';
import { cutoverVersion } from './cutover-version.ts';
import { decisions } from './decisions.ts';
import { goingOnFor, type AboutRestart } from './going-on.ts';
import { lockOf } from './lock-of.ts';
import { notifyOfEnd } from './notify-of-end.ts';
import { logRunEnd } from './log-end.ts';
import { publishState } from './publish-state.ts';
import { protectionWaitFor } from './protection-wait.ts';
import { backgroundSummary, type BackgroundSummary } from './background-summary.ts';
import {
  hasNotes,
  mergeNotes,
  readTechnicianNotes,
  withTechnician,
  writeTechnicianNotes,
} from './technician-notes.ts';

export interface Session {
  readonly machine: Machine;
  readonly folder: RunFolder;
  /** What the person was shown a moment ago; missing where the machine is to be read anew. */
  readonly seen?: Inventory;
  readonly choice: Choice;
  readonly secrets: Passwords;
  /** Of the person, for the report that is written for them. */
  readonly words: Translator;
  readonly dryRun: boolean;
  /** How long another antivirus may take to come up; missing means the usual time. */
  readonly protectionWaitMs?: number | undefined;
  /** Everybody who is signed in is shown how it ended. */
  readonly notify?: boolean | undefined;
  /** What is done about a restart; without it nothing but what an earlier start wanted. */
  readonly restart?: AboutRestart | undefined;
  /** Aborted when the person cancels; the run then ends where that is safe. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** Asked when the reports are written: a technician may still type while the run goes on. */
  readonly technician?: () => TechnicianFields | null;
}

/** Runs to the end with everything that this program brings along. */
export async function runSession(session: Session): Promise<RunEnd> {
  const summary = backgroundSummary(session.machine);
  const isReal = !session.machine.practice && !session.dryRun;
  const mayRest = isReal ? await stayAwake() : () => {};
  try {
    return await runWith(session, summary);
  } finally {
    mayRest();
    summary.end();
  }
}

async function runWith(session: Session, summary: BackgroundSummary): Promise<RunEnd> {
  const { machine, folder, choice, secrets, words, dryRun, signal, onEvent } = session;
  const noted = (record: RunRecord) => summary.into(withTechnician(record, keepNotes(session)));
  const end = await run({
    machine,
    seen: session.seen,
    scope,
    choice,
    secrets,
    dryRun,
    folder,
    emit: (event) => {
      // Not earlier: a run that is refused leaves nothing in its folder.
      if (event.kind === 'runStarted') {
        keepNotes(session);
        if (!dryRun) summary.begin();
      }
      onEvent(event);
    },
    signal,
    clock: systemClock,
    protectionWait: protectionWaitFor(machine, session.protectionWaitMs),
    cutoverVersion,
    decisions: decisionsIn(folder),
    earlierRun: (now) =>
      waitingRun({
        dataFolder: folder.dataFolder,
        machineId: machine.id,
        now,
        except: folder.runId,
      }),
    reports: (record) => reports(noted(record), words),
    goingOn: await goingOnFor(machine, folder, session.restart ?? {}),
    lock: await lockOf(machine, folder),
  });
  const notLogged = dryRun ? null : logRunEnd(machine, folder, end);
  if (end.kind !== 'ended') {
    tellAll(session, [notLogged]);
    return end;
  }
  const notify = session.notify === true ? await notifyOfEnd(machine, end.record) : null;
  tellAll(session, [publishState(machine, folder, end), notLogged, notify]);
  return { ...end, record: noted(end.record) };
}

function tellAll({ onEvent }: Session, untold: readonly (Message | null)[]): void {
  for (const why of untold) if (why !== null) onEvent({ kind: 'notPublished', why });
}

/** What is noted about the run so far. New notes are kept for whoever goes on with it after a restart. */
function keepNotes({ folder, technician }: Session): TechnicianFields | null {
  const now = technician?.() ?? null;
  const notes = mergeNotes(readTechnicianNotes(folder.path), now);
  if (hasNotes(now) && notes !== null) writeTechnicianNotes(folder.path, notes);
  return notes;
}

/** What takes back another run is planned from the journal of that run. */
function decisionsIn({ dataFolder }: RunFolder): Decisions {
  return {
    ...decisions,
    plan: (inventory, findings, choice) =>
      choice.undoes === null
        ? decisions.plan(inventory, findings, choice)
        : undoing(dataFolder, choice.undoes)(inventory, findings, choice),
  };
}

function undoing(dataFolder: DataFolder, runId: string): Decisions['plan'] {
  const found = findRunFolder(dataFolder, runId);
  const journal = found.ok ? journalOf(found.folder.path) : null;
  // It could be read a moment ago. Without it nobody may say that there is nothing to put back.
  if (!found.ok || journal?.ok !== true)
    throw new Error(`The journal of ${runId} cannot be read any more.`);
  const { entries } = journal;
  const isPurged = purgeNote(found.folder.path) !== null;
  return (inventory, findings, choice) => undoPlan(entries, inventory, findings, choice, isPurged);
}

function reports(record: RunRecord, words: Translator) {
  return [
    { name: 'report.html', content: htmlReport(record, words) },
    { name: 'report.json', content: jsonReport(record) },
  ];
}
