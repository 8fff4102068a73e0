import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { firewallRulesKey } from '../quarantine/vendor-places.ts';
import { practiceFolders } from './practice-folders.ts';
import { practiceKeys } from './practice-keys.ts';
import { practicePackages } from './practice-packages.ts';
import { practiceTasks } from './practice-tasks.ts';

type Control = Pick<
  QuarantineBench,
  'folders' | 'keys' | 'services' | 'tasks' | 'events' | 'rules' | 'packages'
>;

/** What cleaning up asks of a recorded computer. */
export function practiceQuarantine(
  inventory: () => Inventory,
  change: (inventory: Inventory) => void,
): Control {
  const keys = practiceKeys(inventory, change);
  return {
    folders: practiceFolders(inventory, change),
    keys,
    services: { dependentsOf: () => [] },
    tasks: practiceTasks(inventory, change),
    // A recorded computer has the logs, and nothing of what stands in them.
    events: { exportLog: () => 0 },
    packages: practicePackages(inventory, change),
    rules: {
      drop: async (name) => await Promise.resolve(keys.deleteValue(firewallRulesKey, name)),
    },
  };
}
