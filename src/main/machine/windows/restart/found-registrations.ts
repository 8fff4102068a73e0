import {
  runOnceNameOf,
  startsRun,
  taskNameOf,
  type Started,
} from '../../../../shared/domain/restart/continuation.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { parseCommandLine, quotedArguments } from '../../../../shared/windows/command-line.ts';
import type { Asked } from '../perform/defender-control.ts';
import type { RestartBench, RestartControl } from '../perform/restart-control.ts';

/** Where something may be registered for a run. */
export type Place = 'task' | 'runOnce';

interface Registered {
  readonly runId: string;
  readonly args: readonly string[];
}

/** The places in which something of ours is registered for a run. */
export function placesOf(of: Registered, restarts: RestartControl): Asked<readonly Place[]> {
  const found: Place[] = [];
  for (const place of places) {
    const started = startedAt(place, of.runId, restarts);
    if ('code' in started) return started;
    if (started.value !== null && startsRun(started.value, of.args)) found.push(place);
  }
  return { value: found };
}

/** Why what has the name of a registration must not be touched; null where it is ours, or nothing is there. */
export function refuseForeign(of: Registered, { restarts }: RestartBench): Message | null {
  for (const place of places) {
    const started = startedAt(place, of.runId, restarts);
    if ('value' in started && started.value !== null && !startsRun(started.value, of.args))
      return message('refused.continuationForeign', { name: nameAt[place](of.runId) });
  }
  return null;
}

const places = ['task', 'runOnce'] as const;

const nameAt = { task: taskNameOf, runOnce: runOnceNameOf } as const;

function startedAt(
  place: Place,
  runId: string,
  restarts: RestartControl,
): Asked<readonly Started[] | null> {
  if (place === 'task') return restarts.task(taskNameOf(runId));
  const command = restarts.runOnce(runOnceNameOf(runId));
  if ('code' in command || command.value === null) return command as Asked<null>;
  const parsed = parseCommandLine(command.value);
  return { value: [{ arguments: parsed.ok ? quotedArguments(parsed.args) : null }] };
}
