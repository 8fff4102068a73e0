import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The Windows programs that came up on one machine while something ran. */
export interface Seen {
  /** False when the marker was on no command line: then nothing was watched. */
  readonly machineSeen: boolean;
  /** Names of programs that were not running before, without Windows' own. */
  readonly programs: readonly string[];
}

/** What Wine starts by itself: the test's runner, a console for a program that has none, hosts of services. */
const windowsOwn = /^(?:runner|conhost|services|svchost|winedevice|plugplay|rpcss|explorer)\.exe$/i;

/**
 * Looks at every process of the computer, every 5 milliseconds, until `work` has ended. A program takes longer than
 * that to start under Wine. Processes of a machine share a process namespace, which the marker on the command line
 * of one of them gives away; other machines of other tests do not count.
 */
export async function programsSeen<T>(
  marker: string,
  work: Promise<T>,
): Promise<{ readonly value: T; readonly seen: Seen }> {
  const before = new Set((await processes()).keys());
  const ended = new AbortController();
  const looking = look(before, ended.signal);
  const value = await work.finally(() => ended.abort());
  return { value, seen: summary(await looking, marker) };
}

interface Sighting {
  readonly commandLine: string;
  readonly namespace: string;
}

async function look(before: ReadonlySet<string>, ended: AbortSignal): Promise<Sighting[]> {
  const found = new Map<string, Sighting>();
  while (!ended.aborted) {
    for (const [id, sighting] of await processes()) {
      if (!before.has(id) && programOf(sighting) !== null)
        found.set(`${id} ${programOf(sighting)}`, sighting);
    }
    await sleep(5);
  }
  return [...found.values()];
}

function summary(sightings: readonly Sighting[], marker: string): Seen {
  const marked = sightings.find(({ commandLine }) => commandLine.includes(marker));
  const programs = sightings
    .filter(({ namespace }) => namespace === marked?.namespace)
    .map((sighting) => programOf(sighting) ?? '')
    .filter((name) => !windowsOwn.test(name));
  return { machineSeen: marked !== undefined, programs: [...new Set(programs)].toSorted() };
}

/** The name of a Windows program; null for the programs of Linux. */
function programOf({ commandLine }: Sighting): string | null {
  const [first = ''] = commandLine.split('\0');
  return /^[A-Z]:\\(?:.*\\)?([^\\]+)$/i.exec(first)?.[1] ?? null;
}

async function processes(): Promise<Map<string, Sighting>> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(ids.map(async (id) => [id, await sightingOf(id)] as const));
  return new Map(read.flatMap(([id, sighting]) => (sighting === null ? [] : [[id, sighting]])));
}

async function sightingOf(id: string): Promise<Sighting | null> {
  try {
    const commandLine = await readFile(`/proc/${id}/cmdline`, 'utf8');
    return { commandLine, namespace: await readlink(`/proc/${id}/ns/pid`) };
  } catch {
    return null;
  }
}
