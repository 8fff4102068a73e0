import type { ActionResult } from '../../../shared/domain/action.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Machine } from '../../machine/machine.ts';

/** A machine of which only an inventory is here. */
export class InventoryMachine implements Machine {
  readonly id: string;
  readonly practice = false;
  readonly #inventory: Inventory;

  constructor(id: string, inventory: Inventory) {
    this.id = id;
    this.#inventory = inventory;
  }

  async inventory(): Promise<Inventory> {
    return await Promise.resolve(this.#inventory);
  }

  perform(): Promise<ActionResult> {
    throw new Error('An inventory cannot be acted on; the guide refuses before it comes to this.');
  }

  async close(): Promise<void> {
    // Nothing is held.
  }
}
