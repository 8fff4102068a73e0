import type { RunEvent } from '../../../shared/domain/run/run-event.ts';

/** Everything a command may do with the person in front of it. One real adapter, one in the tests. */
export interface Terminal {
  /** True when a person can be asked: both input and output are a terminal. */
  readonly interactive: boolean;
  readonly colours: boolean;
  /** Width of the window in characters. */
  readonly columns: number;
  /** Writes lines to standard output. */
  out(text: string): void;
  /** Writes lines to standard error. */
  err(text: string): void;
  /**
   * Shows a line that the next one replaces. Where lines cannot be replaced (a file, a pipe), nothing is
   * written, so a log holds no animation.
   */
  status(text: string): void;
  /** Hands on what happens in a run, for whoever records it; nothing of it is shown. */
  event(event: RunEvent): void;
  /** Asks and returns the line typed, without the line end; null when the input has ended. */
  ask(question: string): Promise<string | null>;
  /** Like {@link ask}, without showing what is typed. */
  askSecret(question: string): Promise<string | null>;
  /** All of standard input. */
  readAll(): Promise<string>;
  /** Calls back on Ctrl-C and on a polite end request; returns how to stop listening. */
  onInterrupt(listener: () => void): () => void;
}
