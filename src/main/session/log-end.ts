import { existsSync } from 'node:fs';
import { message, type Message } from '../../shared/domain/message.ts';
import { eventIdOf, type LogEntry } from '../../shared/domain/run/log-entry.ts';
import type { Verdict } from '../../shared/domain/state/verdicts.ts';
import type { ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import { english } from '../../shared/words/english.ts';
import type { RunFolder } from '../engine/record/run-folder.ts';
import type { RunEnd } from '../engine/run/run.ts';
import type { Machine } from '../machine/machine.ts';
import { cutoverVersion } from './cutover-version.ts';

/** What is told of an end: of a run, or of its quarantine. */
export interface LoggedEnd {
  readonly exit: ExitCodeName;
  /** English. */
  readonly text: string;
  readonly verdict: Verdict | 'notKnown';
  /** Null where there is none. */
  readonly folder: Pick<RunFolder, 'path' | 'runId'> | null;
}

/** Writes one entry about an end into the system's log. Null, or why not. */
export function logEnd(machine: Pick<Machine, 'logEnd'>, end: LoggedEnd): Message | null {
  if (machine.logEnd === undefined) return null;
  try {
    return machine.logEnd(entryOf(end));
  } catch (error) {
    return message('run.notLogged', { why: (error as Error).message });
  }
}

/** The same about a run, also one that was refused; one that only rehearsed writes none. */
export function logRunEnd(
  machine: Pick<Machine, 'logEnd'>,
  folder: Pick<RunFolder, 'path' | 'runId'>,
  end: RunEnd,
): Message | null {
  const { exit } = end;
  if (end.kind === 'refused') {
    // One that was kept from beginning left no folder.
    const left = existsSync(folder.path) ? folder : null;
    const text = english.sentences([end.message]);
    return logEnd(machine, { exit, text, verdict: 'notKnown', folder: left });
  }
  const { outcome, summary, state } = end.record;
  if (outcome === 'dryRun') return null;
  const verdict = state?.verdict ?? 'notKnown';
  return logEnd(machine, { exit, text: english.sentences(summary), verdict, folder });
}

function entryOf({ exit, text, verdict, folder }: LoggedEnd): LogEntry {
  const run = folder === null ? '' : ` run=${folder.runId}`;
  const lines = [
    english.t(`exitCode.${exit}.meaning`),
    text,
    '',
    `name=${exit} verdict=${verdict}${run} version=${cutoverVersion}`,
    ...(folder === null ? [] : [`folder=${folder.path}`]),
  ];
  return {
    id: eventIdOf(exit),
    severity: severities[exit] ?? 'error',
    text: lines.join('\r\n'),
  };
}

/** Every other way to end is an error. */
const severities: Partial<Readonly<Record<ExitCodeName, LogEntry['severity']>>> = {
  success: 'information',
  restartNeeded: 'information',
  anotherRun: 'warning',
  installerBusy: 'warning',
  cancelled: 'warning',
  outOfTime: 'warning',
};
