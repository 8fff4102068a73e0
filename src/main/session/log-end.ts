import { message, type Message } from '../../shared/domain/message.ts';
import { eventIdOf, type LogEntry } from '../../shared/domain/run/log-entry.ts';
import type { ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import { english } from '../../shared/words/english.ts';
import type { RunFolder } from '../engine/record/run-folder.ts';
import type { RunEnd } from '../engine/run/run.ts';
import type { Machine } from '../machine/machine.ts';
import { cutoverVersion } from './cutover-version.ts';

type Ended = Extract<RunEnd, { readonly kind: 'ended' }>;

/** Writes one entry about a run that ended into the system's log. Null, or why not; one that only rehearsed writes none. */
export function logEnd(
  machine: Pick<Machine, 'logEnd'>,
  folder: Pick<RunFolder, 'path' | 'runId'>,
  end: Ended,
): Message | null {
  if (machine.logEnd === undefined || end.record.outcome === 'dryRun') return null;
  try {
    return machine.logEnd(entryOf(folder, end));
  } catch (error) {
    return message('run.notLogged', { why: (error as Error).message });
  }
}

function entryOf({ path, runId }: Pick<RunFolder, 'path' | 'runId'>, { record, exit }: Ended) {
  const lines = [
    english.t(`exitCode.${exit}.meaning`),
    english.sentences(record.summary),
    '',
    `name=${exit} verdict=${record.state?.verdict ?? 'notKnown'} run=${runId} version=${cutoverVersion}`,
    `folder=${path}`,
  ];
  const entry: LogEntry = {
    id: eventIdOf(exit),
    severity: severities[exit] ?? 'error',
    text: lines.join('\r\n'),
  };
  return entry;
}

/** Every other way to end is an error. */
const severities: Partial<Readonly<Record<ExitCodeName, LogEntry['severity']>>> = {
  success: 'information',
  restartNeeded: 'information',
  installerBusy: 'warning',
  cancelled: 'warning',
  outOfTime: 'warning',
};
