import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Pointer } from './library.ts';

/** Source: Microsoft, Windows SDK headers `processthreadsapi.h`, `winbase.h`. */
const usageFunctions = lazyLibrary('kernel32.dll', (library) => ({
  GetProcessTimes: library.func(
    'int __stdcall GetProcessTimes(void *process, void *created, void *ended, void *kernel, void *user)',
  ) as KoffiFunc<
    (
      process: Pointer,
      created: BigUint64Array,
      ended: BigUint64Array,
      kernel: BigUint64Array,
      user: BigUint64Array,
    ) => number
  >,
  GetProcessIoCounters: library.func(
    'int __stdcall GetProcessIoCounters(void *process, void *counters)',
  ) as KoffiFunc<(process: Pointer, counters: BigUint64Array) => number>,
}));

/** `FILETIME` counts in steps of 100 ns. */
const stepsInMs = 10_000n;

/** What a process has used since it was started. */
export interface ProcessUsage {
  /** Processor time in milliseconds, of all its threads. */
  readonly cpuMs: number;
  /** How often it has read, written, or asked a device for something else. */
  readonly operations: number;
}

/** Null when Windows does not tell. */
export function usageOf(process: Pointer): ProcessUsage | null {
  const [created, ended, kernel, user] = [one(), one(), one(), one()];
  const { GetProcessTimes, GetProcessIoCounters } = usageFunctions();
  if (GetProcessTimes(process, created, ended, kernel, user) === 0) return null;
  const counters = new BigUint64Array(6);
  if (GetProcessIoCounters(process, counters) === 0) return null;
  const [read = 0n, written = 0n, other = 0n] = counters;
  const cpu = (kernel[0] ?? 0n) + (user[0] ?? 0n);
  return { cpuMs: Number(cpu / stepsInMs), operations: Number(read + written + other) };
}

function one(): BigUint64Array {
  return new BigUint64Array(1);
}
