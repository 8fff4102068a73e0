import { readdir, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LabMachine } from './lab-machine.ts';

/** Milliseconds between two looks; a program lives longer than that under Wine. */
const everyMs = 5;

/** Looks at a machine's processes, again and again until `work` has ended. Its `/proc` is handed over. */
export async function lookMeanwhile<T>(
  machine: LabMachine,
  look: (proc: string) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let proc = await processesOf(machine);
  await look(proc);
  const ended = new AbortController();
  const looking = (async () => {
    while (!ended.signal.aborted) {
      await sleep(everyMs);
      proc = await stillSeen(machine, proc);
      await look(proc);
    }
  })();
  const value = await work().finally(() => ended.abort());
  await looking;
  return value;
}

/** What is seen through a process goes with it, and another one has to be looked through. */
async function stillSeen(machine: LabMachine, proc: string): Promise<string> {
  const isThere = await stat(proc).then(
    () => true,
    () => false,
  );
  return isThere ? proc : await processesOf(machine).catch(() => proc);
}

/** Of all processes that are there now; a machine that is gone has none, and whoever waits for it says so. */
export async function processIds(proc: string): Promise<readonly string[]> {
  const names = await readdir(proc).catch(() => []);
  return names.filter((name) => /^\d+$/.test(name));
}

/** The processes of the machine's own namespace, as a process in it sees them. */
async function processesOf(machine: LabMachine): Promise<string> {
  const { ino } = await stat(machine.toLinux('C:\\'));
  for (const id of await processIds('/proc')) {
    const root = `/proc/${id}/root`;
    const drive = await stat(`${root}/mnt/prefix/drive_c`).catch(() => null);
    if (drive?.ino === ino) return `${root}/proc`;
  }
  throw new Error('no process of the machine is running');
}
