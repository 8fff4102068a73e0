import { collectProcesses } from '../../sources/windows/processes.ts';
import { readServiceStates } from '../../sources/windows/read-service-states.ts';
import { openProcessForQuery } from '../ffi/process-control.ts';
import { usageOf } from '../ffi/process-usage.ts';
import type { Watchable } from './doing-teller.ts';

interface Running {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
}

/** The service of Windows Installer, and what it and this process have started since. */
export interface InstallerTree {
  /** The service itself first, where it runs; then what was started, parents before their children. */
  look(): readonly Watchable[];
  /** Whether a process is the service. */
  isService(process: Watchable): boolean;
}

/** To be called before an installation of ours begins: what runs by then is nobody's of it. */
export function watchInstallerTree(): InstallerTree {
  const before = new Set(running().map(({ pid }) => pid));
  const known = new Map<number, Watchable>();
  let service: number | null = null;
  return {
    look() {
      service = installerService();
      const all = running();
      const ours = [process.pid, ...(service === null ? [] : [service])];
      const host = all.filter(({ pid }) => pid === service);
      const seen = [...host, ...startedBy(ours, all, before)];
      for (const each of seen) if (!known.has(each.pid)) known.set(each.pid, meet(each));
      return seen.flatMap(({ pid }) => known.get(pid) ?? []);
    },
    isService: ({ pid }) => pid === service,
  };
}

/**
 * What the processes `roots` have started, directly or not, and that was not there before. Windows gives the numbers of
 * ended processes away again, so one that was there before leads nowhere, although its parent may seem to be one of these.
 */
export function startedBy(
  roots: readonly number[],
  all: readonly Running[],
  before: ReadonlySet<number>,
): readonly Running[] {
  const found: Running[] = [];
  const parents = new Set(roots);
  for (let grows = true; grows;) {
    const next = all.filter(
      ({ pid, parentPid }) => parents.has(parentPid) && !parents.has(pid) && !before.has(pid),
    );
    for (const { pid } of next) parents.add(pid);
    found.push(...next);
    grows = next.length > 0;
  }
  return found;
}

/** The handle stays open, so that the number cannot pass to a stranger. */
function meet({ pid, name }: Running): Watchable {
  const handle = openProcessForQuery(pid);
  return { pid, image: name, usage: () => (handle === null ? null : usageOf(handle)) };
}

function running(): readonly Running[] {
  const section = collectProcesses();
  return 'items' in section ? section.items : [];
}

function installerService(): number | null {
  const { states } = readServiceStates();
  return states.find(({ name }) => name.toLowerCase() === 'msiserver')?.processId ?? null;
}
