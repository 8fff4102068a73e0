import { ole32 } from '../ffi/ole32.ts';

/**
 * Our background threads initialise nothing; this puts them into the multithreaded apartment, also where the main
 * thread belongs to another one, as in Electron.
 */
export async function inApartment<T>(run: () => Promise<T>): Promise<T> {
  const cookie = new BigUint64Array(1);
  const joined = ole32().CoIncrementMTAUsage(cookie) >= 0;
  try {
    return await run();
  } finally {
    if (joined) ole32().CoDecrementMTAUsage(cookie[0] ?? 0n);
  }
}
