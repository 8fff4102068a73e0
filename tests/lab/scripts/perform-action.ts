/**
 * Runs on the Windows of the lab: performs one action as Cutover does, and is its own worker. The order comes in
 * over standard input; every event, and last the result, goes out as one line of JSON.
 */
import { dirname } from 'node:path';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import type { ActionResult } from '../../../src/shared/domain/action.ts';
import type { Action, SecretRef } from '../../../src/shared/domain/action.ts';
import { perform } from '../../../src/main/machine/windows/perform.ts';
import { runWorker } from '../../../src/main/machine/windows/worker/worker.ts';

export interface PerformOrder {
  readonly action: Action;
  readonly secrets: Partial<Record<SecretRef, string>>;
  readonly logFile: string;
  readonly timeLimitMs: number;
  /** The person cancels when this file is there. */
  readonly cancelFile: string;
  /** Milliseconds that are waited for an uninstaller after the person has cancelled. */
  readonly gracefulEndMs: number;
}

const [mode, kind] = process.argv.slice(2);
if (mode === '--worker') await runWorker(kind ?? '');
else say({ kind: 'result', result: await performOrder(order()) });

function order(): PerformOrder {
  return JSON.parse(readFileSync(0, 'utf8')) as PerformOrder;
}

async function performOrder(wanted: PerformOrder): Promise<ActionResult> {
  const cancelling = new AbortController();
  const { cancelFile, gracefulEndMs } = wanted;
  const look = () => existsSync(cancelFile) && cancelling.abort();
  look();
  setInterval(look, 50).unref();
  return perform(
    wanted.action,
    {
      secrets: { get: (ref) => wanted.secrets[ref] },
      timeLimitMs: wanted.timeLimitMs,
      logFile: wanted.logFile,
      temporaryFolder: dirname(wanted.logFile),
      quarantineFolder: () => '',
      signal: cancelling.signal,
      onEvent: say,
      remember: (before) => say({ kind: 'before', before }),
    },
    { gracefulEndMs },
  );
}

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
