import type { ExitCodeName } from '../../../shared/domain/exit-codes.ts';

/** How a command ended. `message` says what happened and what to do; commands that printed it leave it out. */
export interface CommandEnd {
  readonly exit: ExitCodeName;
  readonly message?: string;
  /** Where another tool prescribes the number; it counts instead of the code of `exit`. */
  readonly code?: number;
}

export const done: CommandEnd = { exit: 'success' };

export function ended(exit: ExitCodeName, message: string): CommandEnd {
  return { exit, message };
}

/** Either a value or the reason to end the command. */
export type Got<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly end: CommandEnd };

export function got<T>(value: T): Got<T> {
  return { ok: true, value };
}

export function not(exit: ExitCodeName, message: string): { ok: false; end: CommandEnd } {
  return { ok: false, end: ended(exit, message) };
}
