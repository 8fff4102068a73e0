import { readdir, readFile, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LabMachine } from './lab-machine.ts';

/** What Wine starts by itself: the test's runner, a console for a program that has none, hosts of services. */
const windowsOwn = /^(?:runner|conhost|services|svchost|winedevice|plugplay|rpcss|explorer)\.exe$/i;

/** Linux programs on the way to a Windows program. */
const onTheWay = /^(?:nsenter|env|wine.*)$/;

/**
 * The programs that came up on a machine until `work` had ended, without Windows' own. Looks as often as it can, some
 * hundred times a second; a program lives longer than that under Wine.
 */
export async function programsSeen<T>(
  machine: LabMachine,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly programs: readonly string[] }> {
  const proc = await processesOf(machine);
  const before = new Set(await readdir(proc));
  const ended = new AbortController();
  const looking = look(proc, before, ended.signal);
  const value = await work().finally(() => ended.abort());
  const names = [...(await looking)].filter(
    (name) => !windowsOwn.test(name) && !onTheWay.test(name),
  );
  return { value, programs: names.toSorted() };
}

/** The processes of the machine's own namespace, as a process in it sees them. Needs a session that is up. */
async function processesOf(machine: LabMachine): Promise<string> {
  const { ino } = await stat(machine.toLinux('C:\\'));
  for (const id of await readdir('/proc')) {
    const root = `/proc/${id}/root`;
    const drive = await stat(`${root}/mnt/prefix/drive_c`).catch(() => null);
    if (drive?.ino === ino) return `${root}/proc`;
  }
  throw new Error('no process of the machine is running');
}

async function look(
  proc: string,
  before: ReadonlySet<string>,
  ended: AbortSignal,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  while (!ended.aborted) {
    // A machine that is gone has none; whoever waits for it says so.
    const present = await readdir(proc).catch(() => []);
    const fresh = present.filter((id) => /^\d+$/.test(id) && !before.has(id));
    for (const name of await Promise.all(fresh.map((id) => nameOf(`${proc}/${id}`))))
      if (name !== '') names.add(name);
    await nextTurn();
  }
  return names;
}

/** From the command line, as Windows programs change the name that Linux shows. */
async function nameOf(process: string): Promise<string> {
  const text = await readFile(`${process}/cmdline`, 'utf8').catch(() => '');
  const [program = ''] = text.split('\0');
  return program.split(/[\\/]/).at(-1) ?? '';
}
