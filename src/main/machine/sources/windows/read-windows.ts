import { type Inventory, inventoryFormat } from '../../../../shared/domain/inventory.ts';
import type { InventoryProgress, InventoryRequest } from '../../machine.ts';
import { leaveBehind } from '../../windows/ffi/leave-behind.ts';
import { collectMachineFacts } from '../registry/collect-machine-facts.ts';
import { readSections } from '../read-sections.ts';
import { withLiveFacts } from './live-machine-facts.ts';
import { WindowsContext } from './windows-context.ts';
import { windowsSource } from './windows-source.ts';

export interface WindowsRequest extends InventoryRequest {
  /** Name and version of the program, for the record. */
  readonly collectedBy: string;
}

/** Reads the computer that this program runs on. */
export async function readWindows(request: WindowsRequest): Promise<Inventory> {
  const collectedAt = new Date().toISOString();
  const { scope, collectedBy, ...how } = request;
  const { onProgress, onCount } = counting(request);
  const { deep, signal } = how;
  const search = deep === undefined ? null : { deep, makers: scope.makers, signal, onCount };
  const context = new WindowsContext(scope, search);
  const sections = await readSections({
    ...how,
    onProgress,
    source: windowsSource,
    context,
    onLeftBehind: leaveBehind,
  });
  return {
    format: inventoryFormat,
    collectedAt,
    collectedBy,
    source: { kind: 'live', detail: 'this computer' },
    machine: withLiveFacts(collectMachineFacts(context.live)),
    ...sections,
  };
}

/** Puts what one section counts beside how far all of them have come. */
function counting({ onProgress = () => {} }: WindowsRequest) {
  let last: InventoryProgress | null = null;
  return {
    onProgress: (progress: InventoryProgress) => {
      last = progress;
      onProgress(progress);
    },
    onCount: (files: number) => {
      if (last !== null) onProgress({ ...last, files });
    },
  };
}
