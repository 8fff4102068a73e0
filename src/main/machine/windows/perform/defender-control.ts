import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import type { Management } from '../../../../shared/domain/management.ts';
import type { LocalPolicy } from '../../sources/registry/collect-defender-settings.ts';
import type { ServiceStatus } from '../ffi/service-control.ts';

/** A value of Windows, or the number of its error. */
export type Asked<T> = { readonly value: T } | { readonly code: number };

/** What reactivating Microsoft Defender needs of Windows. Numbers that come back alone are Windows errors, 0 is none. */
export interface DefenderControl {
  /** Number of a start type as Windows has it. */
  readStart(service: string): Asked<number>;
  writeStart(service: string, start: number): number;
  /** Comes back when the service has taken the order. */
  start(service: string): Promise<number>;
  state(service: string): Asked<ServiceStatus>;
  /** The data of a REG_DWORD; any other type is an error. */
  readNumber(key: string, name: string): Asked<number>;
  /** Into a key that is there. */
  writeNumber(key: string, name: string, data: number): number;
  removeValue(key: string, name: string): number;
  /** Read anew each time it is asked, like the two below. */
  edition(): MachineFacts['edition'];
  management(): Management;
  localPolicy(): LocalPolicy;
}
