import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import {
  scheduledTasks,
  type ScheduledTask,
} from '../../../shared/domain/inventory/scheduled-tasks.ts';
import { readSection } from '../../../shared/domain/section.ts';
import type { TaskControl } from '../windows/perform/quarantine-control.ts';
import { isSame } from './recorded-paths.ts';

const fileNotFound = 2;

/** What a recorded task is stands in place of its notation. */
export function practiceTasks(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): TaskControl {
  const at = (path: string) =>
    inventory().scheduledTasks.items.find((each) => isSame(each.path, path)) ?? null;
  const set = (items: readonly ScheduledTask[]) => {
    const now = inventory();
    const { gaps } = now.scheduledTasks;
    change({ ...now, scheduledTasks: readSection([...items], gaps) });
    return 0;
  };
  const parse: TaskControl['parse'] = (_path, { xml }) =>
    scheduledTasks.item(z).parse(JSON.parse(xml));
  return {
    at: (path) => ({ value: at(path) }),
    read: async (path) => {
      const task = at(path);
      const found = task && { xml: JSON.stringify(task), access: null };
      return await Promise.resolve(found === null ? { code: fileNotFound } : { value: found });
    },
    parse,
    drop: async (path) =>
      await Promise.resolve(
        set(inventory().scheduledTasks.items.filter((each) => !isSame(each.path, path))),
      ),
    put: async (path, kept) =>
      await Promise.resolve(set([...inventory().scheduledTasks.items, parse(path, kept)])),
  };
}
