import { basename } from 'node:path';
import { processIdsOfJob } from '../ffi/job-object.ts';
import type { Pointer } from '../ffi/library.ts';
import { usageOf, type ProcessUsage } from '../ffi/process-usage.ts';
import { endProcess, exitCodeOf, openProcessForQuery, programOf } from '../ffi/process-control.ts';
import { isBystander } from './bystanders.ts';

/** A process that belonged to the tree at some time. */
export interface TreeProcess {
  readonly pid: number;
  /** File name, for people. */
  readonly image: string;
  /** Full path; null when Windows does not tell. */
  readonly program: string | null;
  /** Null while it runs, or when Windows does not tell. */
  exitCode(): number | null;
  /** Null when Windows does not tell. */
  usage(): ProcessUsage | null;
}

/** The processes that this process has started, and all their descendants. */
export interface ProcessTree {
  /** Those that are alive and have to be waited for. */
  alive(): readonly TreeProcess[];
  /** Everyone seen so far, in the order they were first seen. */
  seen(): readonly TreeProcess[];
  /** Ends one by force; false when Windows refuses. */
  end(process: TreeProcess): boolean;
}

/**
 * Watches a job that this process has entered. A process started by a service is not in it: the Windows
 * Installer service, a scheduled task, a COM server, `Win32_Process.Create`.
 */
export function watchProcessTree(job: Pointer): ProcessTree {
  const known = new Map<number, TreeProcess>();
  return {
    alive() {
      const ids = processIdsOfJob(job).filter((pid) => pid !== process.pid);
      for (const pid of ids) if (!known.has(pid)) known.set(pid, meet(pid));
      return ids.flatMap((pid) => known.get(pid) ?? []).filter((one) => !isBystander(one.image));
    },
    seen: () => [...known.values()],
    end: (process) => endProcess(process.pid),
  };
}

/**
 * The handle stays open, so that the id cannot pass to a stranger and the exit code can be asked for later. A process
 * that is just being made has no program yet; it is asked for again.
 */
function meet(pid: number): TreeProcess {
  const handle = openProcessForQuery(pid);
  let program: string | null = null;
  const find = () => (program ??= handle === null ? null : programOf(handle));
  return {
    pid,
    get program() {
      return find();
    },
    get image() {
      const path = find();
      return path === null ? `process ${pid}` : basename(path);
    },
    exitCode: () => (handle === null ? null : exitCodeOf(handle)),
    usage: () => (handle === null ? null : usageOf(handle)),
  };
}
