import type { Inventory } from '../../../shared/domain/inventory.ts';
import { runIdIn, runOnceKey, type Started } from '../../../shared/domain/restart/continuation.ts';
import { parseCommandLine, quotedArguments } from '../../../shared/windows/command-line.ts';

/** What is registered under the name of a run of ours, to go on with it after a restart. */
export interface Registration {
  readonly runId: string;
  readonly started: readonly Started[];
}

/** Everything on a machine that has the name of a registration of ours. Whether it is one, its arguments tell. */
export function registrationsIn({
  scheduledTasks,
  autostarts,
}: Pick<Inventory, 'scheduledTasks' | 'autostarts'>): readonly Registration[] {
  const tasks = scheduledTasks.items.map(({ path, actions }) => ({ name: path, started: actions }));
  const once = autostarts.items
    .filter(({ key }) => key.toLowerCase() === runOnceKey.toLowerCase())
    .map(({ name, command }) => ({ name, started: [startedBy(command)] }));
  return [...tasks, ...once].flatMap(({ name, started }) => {
    const runId = runIdIn(name);
    return runId === null ? [] : [{ runId, started }];
  });
}

function startedBy(command: string): Started {
  const parsed = parseCommandLine(command);
  return { arguments: parsed.ok ? quotedArguments(parsed.args) : null };
}
