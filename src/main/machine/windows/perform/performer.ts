import type { Action, ActionResult, Before } from '../../../../shared/domain/action.ts';
import type { Message } from '../../../../shared/domain/message.ts';
import type { PerformContext, Secrets } from '../../machine.ts';
import type { Asked, DefenderControl } from './defender-control.ts';

/** What became of an action; where it is carried out in this process, the exit code is a Windows error number. */
export type Performed = Pick<ActionResult, 'ended'> &
  Partial<Omit<ActionResult, 'startedAt' | 'durationMs' | 'command'>>;

/** What a result says where nothing is known. */
export const nothingKnown = {
  exitCode: null,
  message: [],
  said: null,
  undone: false,
  passwordNamed: false,
  logFile: null,
  killedProcesses: [],
} as const satisfies Omit<ActionResult, 'ended' | 'startedAt' | 'durationMs' | 'command'>;

/** How one kind of action is carried out. `Here` is what it needs of the computer. */
export interface Performer<A extends Action, Here> {
  /** What it comes to as a command, for the record; of a secret only its name is shown, and only when it was given. */
  readonly command: (action: A, secrets: Secrets) => string;
  /** Why it must not be done, asked of the computer itself at the moment of acting; null when it may be. */
  readonly refuse: (action: A, here: Here) => Message | null;
  /** What stands there now, to be remembered before anything is changed; null where nothing can be put back. */
  readonly before: (
    action: A,
    here: Here,
    context: Pick<PerformContext, 'quarantineFolder'>,
  ) => Asked<Before | null>;
  readonly act: (
    action: A,
    before: Before | null,
    context: PerformContext,
    here: Here,
  ) => Promise<Performed> | Performed;
}

/** What has to be there to change a switch of Microsoft Defender. */
export interface Switchboard {
  readonly control: DefenderControl;
  readonly describeError: (code: number) => string;
  /** Milliseconds between two looks at a service, and how long it has to stay up to count as started. */
  readonly lookAgainMs: number;
  readonly settleMs: number;
}

/**
 * The order of every action: refuse, look at what is there, remember it, act. Nothing is changed before it is
 * remembered; a memory that cannot be written throws, and ends the run.
 */
export async function carryOut<A extends Action, Here extends Pick<Switchboard, 'describeError'>>(
  performer: Performer<A, Here>,
  action: A,
  context: PerformContext,
  here: Here,
): Promise<Performed> {
  const refusal = performer.refuse(action, here);
  if (refusal !== null) return couldNotStart(refusal);
  const before = performer.before(action, here, context);
  if ('code' in before) return exited(before.code, here);
  if (context.signal.aborted) return { ended: 'cancelled' };
  if (before.value !== null) context.remember(before.value);
  return await performer.act(action, before.value, context, here);
}

/** The end of an action that never began. */
export function couldNotStart(why: Message): Performed {
  return { ended: 'couldNotStart', message: [why] };
}

/** The end of a call into Windows; 0 is no error. */
export function exited(
  code: number,
  { describeError }: Pick<Switchboard, 'describeError'>,
): Performed {
  return { ended: 'exited', exitCode: code, said: code === 0 ? null : describeError(code) };
}

/** Nothing that could be put back. */
export const nothingBefore = { value: null } as const;
