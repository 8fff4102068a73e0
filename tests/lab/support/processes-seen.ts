import { readFile } from 'node:fs/promises';
import type { LabMachine } from './lab-machine.ts';
import { lookMeanwhile, processIds } from './machine-processes.ts';

/** What Wine starts by itself: the test's runner, a console for a program that has none, hosts of services. */
const windowsOwn = /^(?:runner|conhost|services|svchost|winedevice|plugplay|rpcss|explorer)\.exe$/i;

/** Linux programs on the way to a Windows program. */
const onTheWay = /^(?:nsenter|env|wine.*)$/;

/** The programs that came up on a machine until `work` had ended, without Windows' own. */
export async function programsSeen<T>(
  machine: LabMachine,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly programs: readonly string[] }> {
  const seen = new Set<string>();
  let before: ReadonlySet<string> | undefined;
  const look = async (proc: string) => {
    const ids = await processIds(proc);
    before ??= new Set(ids);
    const fresh = ids.filter((id) => before?.has(id) === false);
    for (const name of await Promise.all(fresh.map((id) => nameOf(`${proc}/${id}`))))
      if (name !== '') seen.add(name);
  };
  const value = await lookMeanwhile(machine, look, work);
  const names = [...seen].filter((name) => !windowsOwn.test(name) && !onTheWay.test(name));
  return { value, programs: names.toSorted() };
}

/** From the command line, as Windows programs change the name that Linux shows. */
async function nameOf(process: string): Promise<string> {
  const text = await readFile(`${process}/cmdline`, 'utf8').catch(() => '');
  const [program = ''] = text.split('\0');
  return program.split(/[\\/]/).at(-1) ?? '';
}
