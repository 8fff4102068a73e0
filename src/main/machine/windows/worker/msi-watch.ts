import { message } from '../../../../shared/domain/message.ts';
import { endProcess } from '../ffi/process-control.ts';
import { withDebugPrivilege } from '../system/backup-privilege.ts';
import type { Doing } from '../watch/doing.ts';
import { doingTeller } from '../watch/doing-teller.ts';
import { toBeEnded } from '../watch/end-hung.ts';
import { watchInstallerTree, type InstallerTree } from '../watch/installer-tree.ts';
import { serviceProcesses, type ServiceProcesses } from '../watch/service-processes.ts';
import type { WorkerEvent } from '../worker-client/protocol.ts';

/** Follows one removal by Windows Installer from beside it. */
export interface MsiWatch {
  /** To be told of every message of Windows Installer. */
  heard(): void;
  stop(): void;
  /** What the removal was doing when its time was over; null before that, or when nobody could look. */
  doing(): Doing | null;
  /** Names of the processes that had to be ended. */
  ended(): readonly string[];
}

/** What is asked of the computer, and done to it; a test brings its own. */
interface Surroundings {
  readonly now: () => number;
  readonly tree: InstallerTree;
  readonly teller: typeof doingTeller;
  readonly services: () => ServiceProcesses;
  readonly end: (pid: number) => boolean;
}

const lookAgainMs = 500;

/** `limit` is a moment of the clock `now`, in milliseconds. Looks by itself until it is stopped. */
export function watchMsi(
  limit: number,
  emit: (event: WorkerEvent) => void,
  around: Surroundings = ownSurroundings(),
): MsiWatch {
  const { now, tree } = around;
  let reports = 0;
  let overdue: { readonly reports: number; readonly doing: Doing | null } | null = null;
  const ended = new Map<number, string>();
  const teller = around.teller({
    isRoot: (each) => tree.isService(each),
    reports: () => reports,
    onDoing: onlyNews(emit),
  });
  const endHung = (reportsAtLimit: number) => {
    const started = tree.look().filter((each) => !tree.isService(each));
    const sinceLimitMs = now() - limit;
    const reportsSinceLimit = reports - reportsAtLimit;
    const services = around.services();
    for (const each of toBeEnded({ sinceLimitMs, reportsSinceLimit, started, services }))
      if (around.end(each.pid)) ended.set(each.pid, each.image);
  };
  const timer = setInterval(() => {
    if (now() < limit) return teller.look(() => tree.look());
    overdue ??= { reports, doing: teller.tellNow(() => tree.look()) };
    endHung(overdue.reports);
  }, lookAgainMs);
  return {
    heard: () => void (reports += 1),
    stop: () => clearInterval(timer),
    doing: () => overdue?.doing ?? null,
    ended: () => [...ended.values()],
  };
}

/** Windows Installer tells itself how far it is; that it works is said only after something else was. */
function onlyNews(emit: (event: WorkerEvent) => void): (doing: Doing) => void {
  let told = false;
  return (doing) => {
    if (doing.does !== 'works') emit({ kind: 'doing', doing });
    else if (told) emit({ kind: 'waiting', waitingFor: message('waiting.windowsInstaller') });
    told = doing.does !== 'works';
  };
}

function ownSurroundings(): Surroundings {
  return {
    now: () => performance.now(),
    tree: watchInstallerTree(),
    teller: doingTeller,
    services: serviceProcesses,
    // What the service of Windows Installer starts belongs to the system.
    end: (pid) => withDebugPrivilege(() => endProcess(pid)),
  };
}
