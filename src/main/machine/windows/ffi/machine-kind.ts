import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK headers `sysinfoapi.h`, `fileapi.h`, `winbase.h`. */
const kindFunctions = lazyLibrary('kernel32.dll', (library) => ({
  GetSystemFirmwareTable: library.func(
    'uint32 __stdcall GetSystemFirmwareTable(uint32 provider, uint32 table, void *buffer, uint32 size)',
  ) as KoffiFunc<(provider: number, table: number, buffer: Buffer | null, size: number) => number>,
  GetDiskFreeSpaceExW: library.func(
    'int __stdcall GetDiskFreeSpaceExW(void *folder, void *available, void *size, void *free)',
  ) as KoffiFunc<
    (folder: Buffer, available: null, size: BigUint64Array, free: BigUint64Array) => number
  >,
  GetSystemPowerStatus: library.func(
    'int __stdcall GetSystemPowerStatus(void *status)',
  ) as KoffiFunc<(status: Buffer) => number>,
}));

/** `RSMB`: the firmware's own description of the computer, as raw SMBIOS. */
const rawSmbios = 0x52534d42;
/** No computer has a tenth of it. */
const mostFirmwareBytes = 1_048_576;

/** The firmware's description of the computer, see `system/read-smbios.ts`; null when Windows does not tell. */
export function firmwareTable(): Buffer | null {
  const { GetSystemFirmwareTable } = kindFunctions();
  const needed = GetSystemFirmwareTable(rawSmbios, 0, null, 0);
  if (needed === 0 || needed > mostFirmwareBytes) return null;
  const table = Buffer.alloc(needed);
  const given = GetSystemFirmwareTable(rawSmbios, 0, table, table.length);
  return given === 0 || given > table.length ? null : table.subarray(0, given);
}

export interface VolumeSpace {
  readonly sizeBytes: number;
  readonly freeBytes: number;
}

/** The room on a volume like `C:`; null when Windows does not tell. In the background: a disk may have to wake up. */
export async function volumeSpace(volume: string): Promise<VolumeSpace | null> {
  const [size, free] = [new BigUint64Array(1), new BigUint64Array(1)];
  const ask = kindFunctions().GetDiskFreeSpaceExW.async;
  const answered = await new Promise<boolean>((resolve) => {
    ask(toWide(`${volume}\\`), null, size, free, (error: unknown, answer: number) =>
      resolve(error === null && answer !== 0),
    );
  });
  return answered ? { sizeBytes: Number(size[0]), freeBytes: Number(free[0]) } : null;
}

export interface PowerStatus {
  /** `ACLineStatus`: 1 plugged in, 255 not known. */
  readonly line: number;
  /** `BatteryFlag` bits: 8 charging, 128 no battery; 255 not known. */
  readonly battery: number;
  /** 0 to 100; 255 not known. */
  readonly percent: number;
}

/** `SYSTEM_POWER_STATUS`. */
const powerStatusBytes = 12;

/** Null when Windows does not tell. */
export function powerStatus(): PowerStatus | null {
  const status = Buffer.alloc(powerStatusBytes);
  if (kindFunctions().GetSystemPowerStatus(status) === 0) return null;
  const [line = 255, battery = 255, percent = 255] = status;
  return { line, battery, percent };
}
