import type { Inventory } from '../../../shared/domain/inventory.ts';
import { runOnceKey } from '../../../shared/domain/restart/continuation.ts';
import { quotedArguments } from '../../../shared/windows/command-line.ts';
import type { RestartControl } from '../windows/perform/restart-control.ts';
import { changesSchema, type Changes } from './computers/practice-computer.ts';

/**
 * Restarting a recorded computer, and what is registered for afterwards, which is listed and never started. Nothing restarts:
 * whoever practises goes on by hand, and that includes the restart.
 */
export function practiceRestarts(
  inventory: () => Inventory,
  change: (changes: Changes) => void,
): RestartControl {
  const changed = (changes: Parameters<typeof changesSchema.parse>[0]) => {
    change(changesSchema.parse(changes));
    return 0;
  };
  return {
    task(name) {
      const task = inventory().scheduledTasks.items.find(({ path }) => path === `\\${name}`);
      return { value: task?.actions ?? null };
    },
    putTask: async ({ name, program, args }) => {
      const actions = [{ execute: program, arguments: quotedArguments(args) }];
      const task = { path: `\\${name}`, author: 'Cutover', actions };
      return await Promise.resolve(changed({ put: { scheduledTasks: [task] } }));
    },
    dropTask: async (name) =>
      await Promise.resolve(changed({ remove: { scheduledTasks: [`\\${name}`] } })),
    runOnce(name) {
      const value = inventory().autostarts.items.find(
        (each) => each.key === runOnceKey && each.name === name,
      );
      return { value: value?.command ?? null };
    },
    putRunOnce: (name, command) =>
      changed({ put: { autostarts: [{ key: runOnceKey, name, command, userSid: null }] } }),
    dropRunOnce: (name) => changed({ remove: { autostarts: [`${runOnceKey}\\${name}`] } }),
    changeablePart: () => null,
    restart: () => 0,
    isPractice: true,
  };
}
