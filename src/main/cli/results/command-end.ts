import type { ExitCodeName } from '../../../shared/domain/run/exit-codes.ts';
import type { Said } from '../terminal/said.ts';

/** How a command ended. `says` is what happened and what to do, a line each; commands that told it leave it out. */
export interface CommandEnd {
  readonly exit: ExitCodeName;
  readonly says?: readonly Said[];
  /** Where another tool prescribes the number; it counts instead of the code of `exit`. */
  readonly code?: number;
}

export const done: CommandEnd = { exit: 'success' };

export function ended(exit: ExitCodeName, ...says: readonly Said[]): CommandEnd {
  return { exit, says };
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
