import { assertNever } from '../../../shared/domain/assert-never.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { ExitCodeName } from '../../../shared/domain/run/exit-codes.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { CannotWrite } from '../../disk/cannot-write.ts';
import type { Journal } from '../record/journal.ts';
import { journalFormat } from '../record/journal-fact.ts';
import { maximumStarts, historyOf, type History } from './resume.ts';
import { prepare, tidy } from './restart-moves.ts';
import { act, conclude, decide, look, rehearse, report, stop, verify } from './run-moves.ts';
import { acquireRunLock, type Holder, type LockRequest } from '../record/run-lock.ts';
import type { RunContext, RunState } from './run-states.ts';

export interface RunOptions extends Omit<RunContext, 'journal' | 'history' | 'resumed'> {
  /** What the person asked for. A run that had begun keeps the choice it began with. */
  readonly choice: Choice;
  /** Everything but the acting itself. */
  readonly dryRun: boolean;
  readonly lock: Omit<LockRequest, 'runId'>;
}

export type RunRefusal =
  | 'anotherRun'
  | 'tooManyStarts'
  | 'otherMachine'
  | 'journalUnreadable'
  | 'cannotWrite';

/** `refused`: nothing was changed in this start after the reason came up; the message is for a person. */
export type RunEnd =
  | { readonly kind: 'ended'; readonly exit: ExitCodeName; readonly record: RunRecord }
  | {
      readonly kind: 'refused';
      readonly exit: ExitCodeName;
      readonly code: RunRefusal;
      readonly message: Message;
      /** The technical part of the message: who, which file, which error. Null where there is none. */
      readonly detail: string | null;
    };

/**
 * Does what was chosen, phase by phase, and proves the result. Called with a folder in which a run had begun, it goes on with
 * that one; killed at any instant and called again, it comes to the same end.
 */
export async function run(options: RunOptions): Promise<RunEnd> {
  const lock = await acquireRunLock({ ...options.lock, runId: options.folder.runId });
  if (!lock.held) {
    options.folder.discardIfUnused();
    return refused('anotherRun', lock.message, holderText(lock.holder));
  }
  try {
    return await runAlone(options);
  } catch (error) {
    if (error instanceof CannotWrite) return refused('cannotWrite', error.said, error.message);
    throw error;
  } finally {
    await lock.lock.release();
  }
}

const exitOfRefusal: Record<RunRefusal, ExitCodeName> = {
  anotherRun: 'anotherRun',
  tooManyStarts: 'stopped',
  otherMachine: 'unreadableInput',
  journalUnreadable: 'unreadableInput',
  cannotWrite: 'cannotWrite',
};

function refused(code: RunRefusal, said: Message, detail: string | null = null): RunEnd {
  return { kind: 'refused', exit: exitOfRefusal[code], code, message: said, detail };
}

function holderText(holder: Holder | null): string | null {
  return holder === null ? null : `${holder.runId}, process ${holder.pid}`;
}

async function runAlone(options: RunOptions): Promise<RunEnd> {
  const opened = options.folder.openJournal(options.clock);
  if (!opened.ok) return refused('journalUnreadable', opened.message, opened.detail);
  const { journal } = opened;
  try {
    const earlier = historyOf(journal.entries);
    const objection = earlier === null ? null : objectionTo(earlier, options);
    if (objection !== null) return objection;
    return await runToEnd({ ...options, ...begin(options, journal, earlier), journal });
  } finally {
    journal.close();
    options.folder.clearTemporary();
  }
}

function objectionTo(earlier: History, { machine }: RunOptions): RunEnd | null {
  if (earlier.machineId !== machine.id) {
    return refused('otherMachine', message('problem.otherMachine'));
  }
  if (earlier.interruptions < maximumStarts) return null;
  return refused('tooManyStarts', message('problem.tooManyStarts'));
}

/** Writes into the journal that the program starts, and says from what it starts. */
function begin(options: RunOptions, journal: Journal, earlier: History | null) {
  const { machine, folder, choice, dryRun, cutoverVersion } = options;
  if (earlier !== null) {
    const starts = earlier.starts + 1;
    const byItself = options.goingOn?.byItself === true ? { byItself: true } : {};
    journal.append({ kind: 'runResumed', cutoverVersion, starts, ...byItself });
    return { history: { ...earlier, starts }, resumed: true };
  }
  journal.append({
    kind: 'runStarted',
    format: journalFormat,
    cutoverVersion,
    runId: folder.runId,
    machineId: machine.id,
    practice: machine.practice,
    choice,
    dryRun,
  });
  const history = historyOf(journal.entries);
  if (history === null) throw new Error('A journal that was just begun has no beginning.');
  return { history, resumed: false };
}

async function runToEnd(context: RunContext): Promise<RunEnd> {
  const { folder, resumed } = context;
  context.emit({ kind: 'runStarted', runId: folder.runId, resumed, folder: folder.path });
  let state: RunState = { at: 'looking' };
  while (state.at !== 'finished') state = await move(context, state);
  const { record } = state;
  const outcome = record.outcome ?? 'stopped';
  return { kind: 'ended', exit: outcomes[outcome].exit, record };
}

async function move(context: RunContext, state: RunState): Promise<RunState> {
  switch (state.at) {
    case 'looking':
      return await look(context);
    case 'deciding': {
      const decided = decide(context, state);
      if (decided.hazards.length > 0) return { ...decided, at: 'stopped' };
      return { ...decided, at: context.history.dryRun ? 'rehearsed' : 'acting' };
    }
    case 'stopped':
      return stop(context, state);
    case 'rehearsed':
      return rehearse(context, state);
    case 'acting':
      return await act(context, state);
    case 'verifying':
      return await verify(context, state);
    case 'preparing':
      return await prepare(context, state);
    case 'concluding':
      return conclude(context, state);
    case 'reporting':
      return report(context, state);
    case 'tidying':
      return await tidy(context, state);
    case 'finished':
      return state;
    default:
      return assertNever(state);
  }
}
