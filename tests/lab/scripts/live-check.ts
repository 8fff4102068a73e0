/** Runs on the Windows of the lab: the live check as Cutover does it, and is its own workers. */
import { readFileSync } from 'node:fs';
import { liveCheck } from '../../../src/main/machine/windows/live-check/live-check.ts';
import { runWorker } from '../../../src/main/machine/windows/worker/worker.ts';

export interface LiveCheckOrder {
  readonly watchMs: number;
  readonly amsiLimitMs: number;
}

const [mode, kind] = process.argv.slice(2);
if (mode === '--worker') await runWorker(kind ?? '');
else {
  const order = JSON.parse(readFileSync(0, 'utf8')) as LiveCheckOrder;
  const result = await liveCheck({ ...order, signal: new AbortController().signal });
  console.log(JSON.stringify(result));
  process.exit(0);
}
