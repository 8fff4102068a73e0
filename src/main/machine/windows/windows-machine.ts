import type { Inventory } from '../../../shared/inventory.ts';
import type { Action } from '../../../shared/plan.ts';
import type { Scope } from '../../../shared/scope.ts';
import type { ActionResult, Machine, PerformContext } from '../machine.ts';
import { assertWindows } from './ffi/assert-windows.ts';
import { machineId } from './machine-id.ts';
import { perform } from './perform/perform.ts';
import { readWindowsInventory } from './windows-inventory.ts';
import { WindowsRegistry } from './windows-registry.ts';

/** The Windows computer that Cutover runs on. */
export class WindowsMachine implements Machine {
  readonly id: string;
  readonly practice = false;

  constructor() {
    assertWindows();
    this.id = machineId(new WindowsRegistry());
  }

  inventory(scope: Scope): Promise<Inventory> {
    return readWindowsInventory({ scope, collectedBy: 'cutover' });
  }

  perform(action: Action, context: PerformContext): Promise<ActionResult> {
    return perform(action, context);
  }

  async close(): Promise<void> {
    // Nothing is held between two calls.
  }
}
