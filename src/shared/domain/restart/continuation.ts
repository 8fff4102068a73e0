import { quotedArguments } from '../../windows/command-line.ts';
import { goesOnSchema, type GoesOn } from './restart-choice.ts';
import { runIdPattern } from './run-id.ts';

/** What a registration is called, as a task and, behind a `!`, among what runs once. */
const prefix = 'Cutover-resume-';

/** Of the task that goes on with a run, in the root of the scheduler's tasks. */
export function taskNameOf(runId: string): string {
  return `${prefix}${runId}`;
}

/**
 * Of the value that does. Windows deletes one with a `!` in front only once its program has run, so that a start that fails
 * is not the last one. Source: Microsoft, win32 docs, "Run and RunOnce Registry Keys".
 */
export function runOnceNameOf(runId: string): string {
  return `!${prefix}${runId}`;
}

export const runOnceKey = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

/** The run that a task or value of this name goes on with; null where it has another name. */
export function runIdIn(name: string): string | null {
  const runId = new RegExp(`^[\\\\!]?${prefix}(.*)$`, 'i').exec(name)?.[1]?.toLowerCase();
  return runId !== undefined && runIdPattern.test(runId) ? runId : null;
}

/** What a task or value of that name starts. */
export interface Started {
  /** Behind the program, as one text. */
  readonly arguments: string | null;
}

/** With nobody there, nobody is asked. */
export function argumentsFor(when: GoesOn, args: readonly string[]): readonly string[] {
  return when === 'startUp' ? [...args, '--unattended'] : args;
}

/** Whether something that has the name of a registration of ours is one. */
export function startsRun(started: readonly Started[], args: readonly string[]): boolean {
  const [first] = started;
  const known = goesOnSchema.options.map((when) => quotedArguments(argumentsFor(when, args)));
  return started.length === 1 && known.some((each) => each === first?.arguments);
}
