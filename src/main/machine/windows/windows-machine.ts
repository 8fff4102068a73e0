import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { LiveCheckResult } from '../../../shared/domain/protection/live-check.ts';
import type { Message } from '../../../shared/domain/message.ts';
import type { LogEntry } from '../../../shared/domain/run/log-entry.ts';
import type { PublishedState } from '../../../shared/domain/run/published-state.ts';
import type { SummaryParts } from '../../../shared/domain/machine-summary.ts';
import type { Action, ActionResult } from '../../../shared/domain/action.ts';
import type { InventoryRequest, Machine, PerformContext } from '../machine.ts';
import { assertWindows } from './ffi/assert-windows.ts';
import { liveCheck } from './live-check/live-check.ts';
import { notifyPersons } from './system/notify-persons.ts';
import { logEnd } from './system/event-log.ts';
import { closeLeftSettings } from './repair/person-settings.ts';
import { publishState } from './system/publish-state.ts';
import { machineId } from './system/machine-id.ts';
import { machineSummary } from './machine-summary.ts';
import { perform } from './perform.ts';
import { readWindows } from '../sources/windows/read-windows.ts';
import { WindowsRegistry } from './system/windows-registry.ts';

/** The Windows computer that Cutover runs on. */
export class WindowsMachine implements Machine {
  readonly id: string;
  readonly practice = false;

  constructor() {
    assertWindows();
    closeLeftSettings();
    this.id = machineId(new WindowsRegistry());
  }

  inventory(request: InventoryRequest): Promise<Inventory> {
    return readWindows({ ...request, collectedBy: 'cutover' });
  }

  perform(action: Action, context: PerformContext): Promise<ActionResult> {
    return perform(action, context);
  }

  liveCheck(signal: AbortSignal): Promise<LiveCheckResult> {
    return liveCheck({ signal });
  }

  summary(signal: AbortSignal, onParts: (parts: SummaryParts) => void): Promise<void> {
    return machineSummary(signal, onParts);
  }

  publishState(state: PublishedState): Message | null {
    return publishState(state);
  }

  notifyPersons(title: string, text: string): Message | null {
    return notifyPersons(title, text);
  }

  logEnd(entry: LogEntry): Message | null {
    return logEnd(entry);
  }

  async close(): Promise<void> {
    // Nothing is held between two calls.
  }
}
