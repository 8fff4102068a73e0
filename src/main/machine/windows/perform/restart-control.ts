import type { Started } from '../../../../shared/domain/restart/continuation.ts';
import type { GoesOn } from '../../../../shared/domain/restart/restart-choice.ts';
import type { Asked } from './defender-control.ts';

/** A task that goes on with a run. */
export interface ContinuationTask {
  readonly name: string;
  /** In the notation of the "Task Scheduler Schema". */
  readonly xml: string;
  readonly when: GoesOn;
  /** What it starts, once more apart from the notation. */
  readonly program: string;
  readonly args: readonly string[];
}

/** How a restart is asked for. */
export interface RestartWish {
  readonly delaySeconds: number;
  readonly message: string | null;
  readonly force: boolean;
}

/**
 * What a restart, and going on after it, need of a computer. Numbers that come back alone are Windows errors, 0 is none;
 * null is absence.
 */
export interface RestartControl {
  /** What the task of a name in the root folder starts. */
  task(name: string): Asked<readonly Started[] | null>;
  /** Makes the task, or replaces the one of its name. */
  putTask(task: ContinuationTask): Promise<number>;
  dropTask(name: string): Promise<number>;
  /** The command of a value among what runs once for the machine. */
  runOnce(name: string): Asked<string | null>;
  putRunOnce(name: string, command: string): number;
  dropRunOnce(name: string): number;
  /** What somebody who is no administrator could change of the place that a program lies in. */
  changeablePart(program: string): string | null;
  restart(wish: RestartWish): number;
  /** Nothing restarts by it, because the computer is a recorded one. */
  readonly isPractice: boolean;
}

/** What has to be there for it. */
export interface RestartBench {
  readonly restarts: RestartControl;
  readonly describeError: (code: number) => string;
}
