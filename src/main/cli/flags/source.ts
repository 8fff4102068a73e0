import type { Inventory } from '../../../shared/domain/inventory.ts';
import { scope } from '../../catalog/scope.ts';
import { readInventoryFile } from '../../session/read-inventory-file.ts';
import { got, not, type Got } from '../results/command-end.ts';
import { openMachine, type MachineOptions } from './machines.ts';

export interface SourceOptions extends MachineOptions {
  /** An inventory made by `cutover inventory`, or a registry export. */
  readonly from?: string;
}

/** The inventory a command works on: from a file, a practice computer or this computer. */
export async function loadInventory(options: SourceOptions): Promise<Got<Inventory>> {
  if (options.from !== undefined) {
    const read = await readInventoryFile(options.from);
    return read.ok ? got(read.value) : not('unreadableInput', read.message);
  }
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    return got(await machine.value.inventory(scope));
  } finally {
    await machine.value.close();
  }
}
