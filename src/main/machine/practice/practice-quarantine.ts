import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { practiceFolders } from './practice-folders.ts';
import { practiceKeys } from './practice-keys.ts';
import { practiceTasks } from './practice-tasks.ts';

type Control = Pick<QuarantineBench, 'folders' | 'keys' | 'services' | 'tasks' | 'events'>;

/** What cleaning up asks of a recorded computer. */
export function practiceQuarantine(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): Control {
  return {
    folders: practiceFolders(inventory, change),
    keys: practiceKeys(inventory, change),
    services: { dependentsOf: () => [] },
    tasks: practiceTasks(inventory, change),
    // A recorded computer has the logs, and nothing of what stands in them.
    events: { exportLog: () => 0 },
  };
}
