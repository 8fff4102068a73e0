import type { ExitCodeName } from '../../../shared/domain/run/exit-codes.ts';
import type { Payload, Result } from '../../../shared/domain/run/result.ts';
import type { Said } from '../terminal/said.ts';

/** How a command ended. */
export interface CommandEnd {
  readonly exit: ExitCodeName;
  /** What happened and what to do, a line each; commands that told it to a person on the way leave it out. */
  readonly says?: readonly Said[];
  /** What programs get besides. */
  readonly answer?: Answer;
  /** Where the question is about several machines: a line for each, and after the last how it ended for all of them. */
  readonly machines?: AsyncGenerator<string, CommandEnd>;
  /** Where another tool prescribes the number; it counts instead of the code of `exit`. */
  readonly code?: number;
}

/** How a command ended for one machine of several. */
export interface MachineEnd {
  /** From what it is known, as a path below the folder that was named. */
  readonly file: string;
  readonly computer: string | null;
  readonly end: CommandEnd;
}

/** What a command found and did, for programs. */
export type Answer = Payload &
  Partial<Pick<Result, 'changed' | 'msg' | 'reboot_required' | 'state'>>;

export function ended(exit: ExitCodeName, ...says: readonly Said[]): CommandEnd {
  return { exit, says };
}

/** A success that programs get more of. */
export function answered(answer: Answer): CommandEnd {
  return { exit: 'success', answer };
}

/** Either a value or the reason to end the command. */
export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly end: CommandEnd };

export function got<T>(value: T): Got<T> {
  return { ok: true, value };
}

export function not(exit: ExitCodeName, ...says: readonly Said[]): { ok: false; end: CommandEnd } {
  return { ok: false, end: ended(exit, ...says) };
}
