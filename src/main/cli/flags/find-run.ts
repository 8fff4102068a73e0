import { message } from '../../../shared/domain/message.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import { findRunFolder, type RunFolder } from '../../engine/record/run-folder.ts';
import { got, not, type Got } from '../results/command-end.ts';

/** The run that a person named, or why there is none to go by. */
export function findRun(dataFolder: DataFolder, runId: string): Got<RunFolder> {
  const found = findRunFolder(dataFolder, runId);
  if (found.ok) return got(found.folder);
  if (found.why !== null) return not('unreadableInput', found.why);
  return not('runNotFound', message('terminal.end.runNotFound', { run: runId }));
}
