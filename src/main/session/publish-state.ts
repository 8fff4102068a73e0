import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { message, type Message } from '../../shared/domain/message.ts';
import { exitCodeFor } from '../../shared/domain/run/exit-codes.ts';
import type { RunFolder } from '../engine/record/run-folder.ts';
import type { RunEnd } from '../engine/run/run.ts';
import type { Machine } from '../machine/machine.ts';
import { thisPlatform } from '../machine/open-machine.ts';
import { cutoverVersion } from './cutover-version.ts';

type Ended = Extract<RunEnd, { readonly kind: 'ended' }>;

/**
 * Leaves word for tools that look into the registry, once the record is on the disk. Null, or why it was not left; a run that
 * only rehearsed leaves none.
 */
export function publishState(
  machine: Pick<Machine, 'publishState'>,
  { path, runId }: Pick<RunFolder, 'path' | 'runId'>,
  { record, exit }: Ended,
): Message | null {
  if (machine.publishState === undefined || record.outcome === 'dryRun') return null;
  const file = join(path, 'report.json');
  try {
    return machine.publishState({
      format: 'cutover-state/1',
      verdict: record.state?.verdict ?? 'notKnown',
      name: exit,
      code: exitCodeFor(exit, thisPlatform),
      time: record.finishedAt ?? record.startedAt,
      run: runId,
      version: cutoverVersion,
      record: file,
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    });
  } catch (error) {
    return message('run.recordUnreadable', { why: (error as Error).message });
  }
}
