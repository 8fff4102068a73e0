import { quotable, type Doing } from './doing.ts';

/** One process at one moment. */
export interface ProcessSeen {
  readonly pid: number;
  /** File name. */
  readonly image: string;
  /** The one that was asked to uninstall; others are what it started. */
  readonly isRoot: boolean;
  /** Null when Windows does not tell. */
  readonly usage: { readonly cpuMs: number; readonly operations: number } | null;
}

/** An uninstaller at one moment. */
export interface Sample {
  /** Milliseconds on a clock that nobody sets. */
  readonly at: number;
  /** In the order in which they were first seen. */
  readonly processes: readonly ProcessSeen[];
  /** Of these processes, the topmost window first. */
  readonly windows: readonly { readonly image: string; readonly title: string }[];
  /** How many messages it has sent since the beginning; for ever 0 of one that sends none. */
  readonly reports: number;
}

/** What is kept of the samples so far. */
export interface Watched {
  readonly last: Sample;
  /** Since when nothing has happened at all. */
  readonly quietSince: number;
  /** Since when the one that was asked has done nothing itself. */
  readonly rootQuietSince: number;
  /** Since when a process has been busy without reading or writing, by its number. */
  readonly spinningSince: ReadonlyMap<number, number>;
}

/** Longer pauses than an uninstaller needs for a service that stops: 30 s is what Windows itself gives one. */
const silentAfterMs = 60_000;
const spinsAfterMs = 60_000;
const childAfterMs = 10_000;

/** Parts of one processor: a program that only looks now and then stays below the first, one that spins above the second. */
const idleShare = 0.03;
const busyShare = 0.9;

/** Pure, so that hours can be judged in a moment. `before` is null for the first sample. */
export function watchOn(before: Watched | null, sample: Sample): Watched {
  if (before === null) {
    const { at } = sample;
    return { last: sample, quietSince: at, rootQuietSince: at, spinningSince: new Map() };
  }
  const moved = sample.processes.filter((each) => hasMoved(each, before.last, sample));
  const quiet = moved.length === 0 && !hasChanged(before.last, sample);
  const rootQuiet = !moved.some(({ isRoot }) => isRoot);
  return {
    last: sample,
    quietSince: quiet ? before.quietSince : sample.at,
    rootQuietSince: rootQuiet ? before.rootQuietSince : sample.at,
    spinningSince: spinning(before, sample),
  };
}

/** What is to be said of it now; the first that applies, the most telling first. `unseen`: nobody can see its windows. */
export function judgeDoing(watched: Watched, unseen: boolean): Doing {
  const { last } = watched;
  const [window] = last.windows;
  if (window !== undefined) {
    return { does: 'showsWindow', program: window.image, title: quotable(window.title), unseen };
  }
  return spins(watched) ?? silent(watched) ?? child(watched) ?? works(last);
}

function spins({ last, spinningSince }: Watched): Doing | null {
  const found = last.processes.find(({ pid }) => {
    const since = spinningSince.get(pid);
    return since !== undefined && last.at - since >= spinsAfterMs;
  });
  if (found === undefined) return null;
  const minutes = minutesSince(spinningSince.get(found.pid) ?? last.at, last.at);
  return { does: 'spins', program: found.image, minutes };
}

function silent({ last, quietSince }: Watched): Doing | null {
  if (last.at - quietSince < silentAfterMs) return null;
  const programs = last.processes.map(({ image }) => image);
  return { does: 'silent', programs, minutes: minutesSince(quietSince, last.at) };
}

function child({ last, rootQuietSince }: Watched): Doing | null {
  const root = last.processes.find(({ isRoot }) => isRoot);
  const started = last.processes.findLast(({ isRoot }) => !isRoot);
  if (root === undefined || started === undefined) return null;
  if (last.at - rootQuietSince < childAfterMs) return null;
  return { does: 'waitsForChild', program: root.image, child: started.image };
}

function works({ processes }: Sample): Doing {
  return { does: 'works', programs: processes.map(({ image }) => image) };
}

function minutesSince(since: number, now: number): number {
  return Math.max(1, Math.floor((now - since) / 60_000));
}

/** What Windows does not tell of counts as moving: nobody may be called silent or spinning for want of an answer. */
function hasMoved(process: ProcessSeen, before: Sample, now: Sample): boolean {
  const used = usedSince(process, before);
  if (used === null) return true;
  return used.operations > 0 || used.cpuMs > idleShare * (now.at - before.at);
}

function hasChanged(before: Sample, now: Sample): boolean {
  const pids = ({ processes }: Sample) => processes.map(({ pid }) => pid).join();
  return before.reports !== now.reports || pids(before) !== pids(now);
}

function spinning(before: Watched, sample: Sample): ReadonlyMap<number, number> {
  const { last, spinningSince } = before;
  const busy = sample.processes.filter((each) => {
    const used = usedSince(each, last);
    const isBusy = used !== null && used.cpuMs >= busyShare * (sample.at - last.at);
    return isBusy && used.operations === 0 && sample.reports === last.reports;
  });
  return new Map(busy.map(({ pid }) => [pid, spinningSince.get(pid) ?? last.at]));
}

function usedSince({ pid, usage }: ProcessSeen, before: Sample) {
  const then = before.processes.find((each) => each.pid === pid)?.usage ?? null;
  if (usage === null || then === null) return null;
  return { cpuMs: usage.cpuMs - then.cpuMs, operations: usage.operations - then.operations };
}
