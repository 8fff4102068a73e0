import { setTimeout as sleep } from 'node:timers/promises';
import type { ProtectionWait } from '../engine/run/await-protection.ts';

/**
 * How long a replacement may take to come up, in milliseconds: what the operator says, else two minutes on a real
 * machine, and five where Windows was started a moment ago; a moment on a recorded one, whatever is said.
 */
export function protectionWaitFor(
  { practice }: { readonly practice: boolean },
  limitMs?: number,
): ProtectionWait {
  if (practice) return { everyMs: 100, limitMs: 300, sleep: pause };
  return limitMs === undefined
    ? { everyMs: 5000, limitMs: 120_000, afterStartMs: 300_000, sleep: pause }
    : { everyMs: 5000, limitMs, sleep: pause };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
