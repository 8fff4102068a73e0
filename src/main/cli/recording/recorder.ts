import type { Result } from '../../../shared/domain/run/result.ts';
import type { RunEvent } from '../../../shared/domain/run/run-event.ts';

/** Keeps what a command tells and does, beside the terminal. */
export interface Recorder {
  /** Lines that a person is told, or would be. */
  told(text: string, severity: Severity): void;
  happened(event: RunEvent): void;
  /** The last that is recorded. */
  ended(result: Result): void;
}

export type Severity = 'information' | 'error';
