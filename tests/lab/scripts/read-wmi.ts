/** Runs on the Windows of the lab: asks WMI, and ends although a call may never come back. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { collectBitLocker } from '../../../src/main/machine/sources/windows/encryption/bitlocker.ts';
import { collectDefenderStatus } from '../../../src/main/machine/sources/windows/defender-status.ts';
import { sizeThreadPool } from '../../../src/main/machine/windows/com/thread-pool.ts';
import { limited } from '../../../src/main/machine/windows/com/limiter.ts';
import { readWmi } from '../../../src/main/machine/windows/com/read-wmi.ts';
import { withTimeLimit } from '../../../src/main/machine/windows/com/time-limit.ts';
import { readSignature } from '../../../src/main/machine/windows/files/signature.ts';
import { collectSecurityProducts } from '../../../src/main/machine/sources/windows/security-products.ts';
import { collectWmiSecurityProducts } from '../../../src/main/machine/sources/windows/wmi-security-products.ts';

export interface WmiOrder {
  readonly what:
    | 'securityProducts'
    | 'defenderStatus'
    | 'operatingSystem'
    | 'both'
    | 'bitLocker'
    | 'all';
  readonly limitMs?: number;
}

sizeThreadPool();
const { what, limitMs = 5_000 } = JSON.parse(readFileSync(0, 'utf8')) as WmiOrder;
const readers = {
  securityProducts: () => collectWmiSecurityProducts(limitMs),
  defenderStatus: () => collectDefenderStatus(limitMs),
  both: () => Promise.all([collectWmiSecurityProducts(limitMs), collectDefenderStatus(limitMs)]),
  bitLocker: () => collectBitLocker('C:', limitMs),
  /** As many at once as an inventory asks, twice in a row, then file functions and one thing more that waits. */
  all: async () => {
    const round = () =>
      Promise.all([
        collectSecurityProducts(limitMs),
        collectWmiSecurityProducts(limitMs),
        collectDefenderStatus(limitMs),
        collectBitLocker('C:', limitMs),
      ]);
    const rounds = [await round(), await round()];
    const files = (await readdir('C:\\windows')).length;
    const last = await withTimeLimit(
      limitMs,
      limited(() => readSignature('C:\\windows\\notepad.exe')),
    );
    return { rounds, files, answered: !last.timedOut };
  },
  /** A namespace that Wine has itself. */
  operatingSystem: () =>
    readWmi({
      namespace: 'ROOT\\CIMV2',
      classes: ['Win32_OperatingSystem', 'Win32_Process'],
      properties: ['Caption', 'InstallDate', 'Primary', 'ProcessId', 'NoSuchProperty'],
      itemsOf: (row, className) => [{ className, ...Object.fromEntries(row) }],
      limitMs,
    }),
};
const start = performance.now();
const section = await readers[what]();
console.log(JSON.stringify({ section, milliseconds: Math.round(performance.now() - start) }));
process.exit(0);
