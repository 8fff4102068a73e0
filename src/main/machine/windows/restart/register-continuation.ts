import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import {
  argumentsFor,
  runOnceNameOf,
  taskNameOf,
} from '../../../../shared/domain/restart/continuation.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { exited, type Performed, type Performer } from '../perform/performer.ts';
import type { RestartBench } from '../perform/restart-control.ts';
import { continuationTask } from './continuation-task.ts';
import { placesOf, refuseForeign } from './found-registrations.ts';

type Register = ActionOf<'registerContinuation'>;

/** Windows takes no longer command from there. Source: Microsoft, win32 docs, "Run and RunOnce Registry Keys". */
const longestRunOnce = 260;
const tooLong = 206;

/**
 * Has Windows go on with a run after its restart: by a task, and where none can be made by what runs once. Whoever may change
 * the program, or what lies beside it, would get its rights; so it has to lie where only administrators write.
 */
export const registerContinuation: Performer<Register, RestartBench> = {
  command: ({ runId, program, args, when }) =>
    `${taskNameOf(runId)}: ${formatCommandLine(program, argumentsFor(when, args))}`,
  refuse: (action, here) => refusePlace(action, here) ?? refuseForeign(action, here),
  before: (action, { restarts }) => {
    const found = placesOf(action, restarts);
    if ('code' in found) return found;
    return { value: { kind: 'continuation', registered: [...found.value] } };
  },
  act: register,
};

function refusePlace({ program }: Register, { restarts }: RestartBench): Message | null {
  const path = restarts.changeablePart(program);
  return path === null ? null : message('refused.continuationUnsafe', { program, path });
}

async function register(
  action: Register,
  _before: unknown,
  _context: unknown,
  here: RestartBench,
): Promise<Performed> {
  const { runId, program, args, when } = action;
  const made = await here.restarts.putTask(continuationTask(action, new Date()));
  if (made === 0)
    return { ...exited(0, here), message: [message(`continuation.registered.${when}`)] };
  const command = formatCommandLine(program, argumentsFor(when, args));
  const code =
    command.length > longestRunOnce
      ? tooLong
      : here.restarts.putRunOnce(runOnceNameOf(runId), command);
  if (code !== 0) return exited(made, here);
  return { ...exited(0, here), message: [message('continuation.registered.runOnce')] };
}
