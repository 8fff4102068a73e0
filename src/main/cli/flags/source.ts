import type { Inventory } from '../../../shared/domain/inventory.ts';
import { scope } from '../../catalog/scope.ts';
import { readInventoryFile } from '../../machine/sources/file/read-inventory-file.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openMachine, type MachineOptions } from './machines.ts';
import { readMachine } from './read-machine.ts';

export interface SourceOptions extends MachineOptions {
  /** An inventory made by `cutover inventory`, or a registry export. */
  readonly from?: string;
  /** Only one document is printed. */
  readonly json?: boolean;
}

/** The inventory a command works on: from a file, a practice computer or this computer. */
export async function loadInventory(
  options: SourceOptions,
  terminal: Terminal,
): Promise<Got<Inventory>> {
  if (options.from !== undefined) {
    const read = await readInventoryFile({
      path: options.from,
      scope,
      collectedBy: `cutover ${cutoverVersion}`,
    });
    return read.ok ? got(read.value) : not('unreadableInput', read.message);
  }
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    return await readMachine(machine.value, { terminal, isTold: options.json !== true });
  } finally {
    await machine.value.close();
  }
}
