import { exitCodes, type ExitCodeName } from './exit-codes.ts';

/** What a run leaves in the log of the operating system, for whoever watches that log. */
export interface LogEntry {
  /** One for each way to end, see {@link eventIdOf}. */
  readonly id: number;
  readonly severity: 'information' | 'warning' | 'error';
  /** English, several lines. */
  readonly text: string;
}

/** Below this no way to end has its number. */
const firstEventId = 100;

/**
 * The number of an entry by how the run ended: that of the exit code on other systems, which is one byte and never changes,
 * and a hundred. So it stays within 1 to 1000, for which Windows itself has a file with the message `%1`.
 */
export function eventIdOf(exit: ExitCodeName): number {
  return firstEventId + exitCodes[exit].posix;
}
