import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { advapi32 } from '../../windows/ffi/advapi32.ts';
import { kernel32 } from '../../windows/ffi/kernel32.ts';
import { addressOf, type Pointer } from '../../windows/ffi/library.ts';
import { wideAt } from '../../windows/ffi/wide-string.ts';
import { win32 } from '../../windows/ffi/win32-error.ts';
import { windowsGap } from '../../windows/system/windows-gap.ts';

/** What only the service control manager knows of a service or driver. */
export interface ServiceState {
  readonly name: string;
  readonly displayName: string;
  /** Bits of `SERVICE_KERNEL_DRIVER` and so on, as in the registry value `Type`. */
  readonly type: number;
  readonly state: Service['state'];
  /** Null when it does not run, or runs in the kernel. */
  readonly processId: number | null;
}

const connectAndEnumerate = 0x1 | 0x4;

/**
 * All services and drivers the service control manager shows to this user; one whose rights deny asking is
 * left out without a word (Microsoft: `EnumServicesStatusEx`).
 */
export function readServiceStates(): { readonly states: ServiceState[]; readonly gaps: Gap[] } {
  const { OpenSCManagerW, CloseServiceHandle } = advapi32();
  const manager = OpenSCManagerW(null, null, connectAndEnumerate);
  if (manager === null) return { states: [], gaps: [scmGap()] };
  try {
    return enumerate(manager);
  } finally {
    CloseServiceHandle(manager);
  }
}

const driversAndServices = 0x3f;
const anyState = 3;
/** The largest buffer that the function accepts. */
const bufferSize = 256 * 1024;

function enumerate(manager: Pointer): { states: ServiceState[]; gaps: Gap[] } {
  const buffer = Buffer.alloc(bufferSize);
  const [needed, returned, resume] = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  const states: ServiceState[] = [];
  for (;;) {
    const done = advapi32().EnumServicesStatusExW(
      manager,
      0,
      driversAndServices,
      anyState,
      buffer,
      bufferSize,
      needed,
      returned,
      resume,
      null,
    );
    const more = done === 0 && kernel32().GetLastError() === win32.moreData;
    if (done === 0 && !more) return { states, gaps: [scmGap()] };
    states.push(...parseServiceStates(buffer, addressOf(buffer), returned[0] ?? 0));
    if (!more || returned[0] === 0) return { states, gaps: [] };
  }
}

function scmGap(): Gap {
  return windowsGap('service control manager', kernel32().GetLastError());
}

const entrySize = 56;
const stateNames: readonly Service['state'][] = [
  'unknown',
  'stopped',
  'startPending',
  'stopPending',
  'running',
  'unknown',
  'unknown',
  'paused',
];

/**
 * Takes an array of `ENUM_SERVICE_STATUS_PROCESSW` apart, in its 64-bit layout; the names lie in the same buffer,
 * which started at `base` when Windows filled it. Source: Microsoft, Windows SDK header `winsvc.h`.
 */
export function parseServiceStates(buffer: Buffer, base: bigint, count: number): ServiceState[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = index * entrySize;
    // A driver without a name for people need not point to one.
    const text = (offset: number) => {
      const at = buffer.readBigUInt64LE(entry + offset);
      return at === 0n ? '' : wideAt(buffer, Number(at - base));
    };
    const processId = buffer.readUInt32LE(entry + 44);
    return {
      name: text(0),
      displayName: text(8),
      type: buffer.readUInt32LE(entry + 16),
      state: stateNames[buffer.readUInt32LE(entry + 20)] ?? 'unknown',
      processId: processId === 0 ? null : processId,
    };
  });
}
