import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience } from '../engine/await-protection.ts';

/** How long a replacement may take to come up: two minutes on a real machine, a moment on a recorded one. */
export function patienceFor({ practice }: { readonly practice: boolean }): Patience {
  return practice
    ? { everyMs: 100, limitMs: 300, sleep: pause }
    : { everyMs: 5000, limitMs: 120_000, sleep: pause };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
