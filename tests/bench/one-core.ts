import { readFile } from 'node:fs/promises';
import { succeeds } from '../lab/support/command.ts';

/**
 * Keeps this process and all it will start on one core. Under Wine every call into the registry waits for another
 * process; handing over between two cores that fall asleep costs several times the work itself, and how often
 * that happens is chance. Returns what is to be said about it.
 */
export async function stayOnOneCore(): Promise<string> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const last = /^Cpus_allowed_list:.*?(\d+)$/m.exec(status)?.[1];
  if (last === undefined) return 'cores as they come';
  const args = ['--all-tasks', '--cpu-list', '--pid', last, String(process.pid)];
  const pinned = await succeeds('taskset', args).catch(() => false);
  return pinned ? `everything on core ${last}` : 'cores as they come';
}
