import type { Inventory } from '../../../../shared/domain/inventory.ts';
import {
  programOf,
  type ScheduledTask,
} from '../../../../shared/domain/inventory/scheduled-tasks.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import { fileExists } from '../../windows/files/file-exists.ts';

/** Scheduled tasks with what the disk tells: whether the programs are there that they start. */
export async function withPrograms(
  tasks: Inventory['scheduledTasks'],
  variables: Variables,
): Promise<Inventory['scheduledTasks']> {
  const look = async (task: ScheduledTask): Promise<ScheduledTask> => ({
    ...task,
    actions: await Promise.all(
      task.actions.map(async (action) => ({
        ...action,
        exists: await fileExists(expandVariables(programOf(action), variables)),
      })),
    ),
  });
  return { ...tasks, items: await Promise.all(tasks.items.map(look)) };
}
