import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileStart, writeNewFile } from '../ffi/raw-file.ts';
import { revealSample } from '../live-check/hidden-samples.ts';
import { watchTestFile } from '../live-check/watch-test-file.ts';
import {
  workerResult,
  type EicarProbeRequest,
  type WorkerControl,
  type WorkerResult,
} from '../worker-client/protocol.ts';

/** More than any of the files has, so that one that grew is seen as changed. */
const mostBytes = 256;

/** Writes the EICAR file to a folder that is ours, and watches it. The folder is cleaned up by who gave it. */
export async function eicarProbe(
  { folder, watchMs, everyMs }: EicarProbeRequest,
  control: WorkerControl,
): Promise<WorkerResult> {
  const sample = revealSample('eicar');
  const answer = await watchTestFile({
    files: {
      write: (name, content) => writeNewFile(join(folder, name), content),
      read: (name) => readFileStart(join(folder, name), mostBytes),
    },
    sample,
    limitMs: watchMs,
    everyMs,
    sleep,
    now: () => performance.now(),
  });
  sample.fill(0);
  control.emit({ kind: 'eicarAnswer', ...answer });
  return workerResult({ ended: 'exited', exitCode: 0 });
}
