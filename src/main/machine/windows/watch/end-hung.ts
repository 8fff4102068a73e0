import type { Watchable } from './doing-teller.ts';
import { mayBeEnded, type ServiceProcesses } from './service-processes.ts';

/** An installation of ours at one moment after its limit. */
export interface Overdue {
  /** Milliseconds since the limit. */
  readonly sinceLimitMs: number;
  /** Messages that came since then. */
  readonly reportsSinceLimit: number;
  /** What Windows Installer and this process have started for it. */
  readonly started: readonly Watchable[];
  readonly services: ServiceProcesses;
}

/** How long Windows Installer may take to answer that it is to stop, and then for each thing that was ended. */
const politeMs = 10_000;

/**
 * What is to be ended of an installation that goes on after its limit. While it sends messages it has heard that it is to
 * stop and takes back what it did, and is left to that; else it waits for something that it started, and does not hear us.
 * First come the programs of the product, then the processes in which Windows Installer runs its libraries: it takes the end
 * of either for a failure, and takes everything back. The service itself is never ended.
 */
export function toBeEnded(overdue: Overdue): readonly Watchable[] {
  const { sinceLimitMs, reportsSinceLimit, started, services } = overdue;
  if (sinceLimitMs < politeMs || reportsSinceLimit > 0) return [];
  const ended = started.filter((each) => mayBeEnded(each, services));
  return sinceLimitMs < 2 * politeMs ? ended.filter((each) => !isInstaller(each)) : ended;
}

function isInstaller({ image }: Watchable): boolean {
  return image.toLowerCase() === 'msiexec.exe';
}
