import { baseChecksum, baseSize, isSound, needsLogs, sequences } from './hive-base-block.ts';
import { readHiveLog, type HiveLog, type LogEntry } from './hive-log.ts';

/**
 * A hive as Windows will have it once it is loaded: with what its logs say was changed and had not reached it. Windows writes
 * that down up to an hour late, and for a person who signed off often not before the computer is switched off. A hive that was
 * closed properly comes back as it is, and so does one to which no log belongs. Where a log ends in the middle of what should
 * follow, or another does not continue it, the hive that comes back still says that it was not closed.
 * Rules: https://github.com/msuhanov/regf, "Log entries" and "Multiple transaction log files".
 */
export function replayLogs(file: Buffer, logs: readonly Buffer[]): Buffer {
  if (!needsLogs(file)) return file;
  const read = logs.flatMap((log) => readHiveLog(log) ?? []);
  const { used, isAll } = isSound(file) ? chained(file, read) : latest(read);
  const entries = used.flatMap((log) => log.entries);
  // New bins stand in a log as a whole, so that a hive grows by no more than its logs hold.
  const most = file.length + logs.reduce((sum, log) => sum + log.length, 0);
  if (entries.some(({ binsSize }) => baseSize + binsSize > most)) return file;
  return applied(file, used, entries, isAll);
}

interface Usable {
  readonly used: readonly HiveLog[];
  /** Whether nothing that was written later is missing. */
  readonly isAll: boolean;
}

/** The logs that are no older than the hive, each as far as it continues the one before. */
function chained(file: Buffer, logs: readonly HiveLog[]): Usable {
  const { secondary } = sequences(file);
  const young = logs
    .filter(({ first }) => distance(secondary, first) >= 0)
    .toSorted((a, b) => distance(b.first, a.first));
  const used: HiveLog[] = [];
  for (const log of young) {
    const last = used.at(-1)?.entries.at(-1);
    if (used.length === 0 || log.first === after(last)) used.push(log);
  }
  return { used, isAll: used.length === young.length && used.every(({ isTorn }) => !isTorn) };
}

/** Where the first block of the hive is damaged, Windows takes that of the younger log, and nothing of the other. */
function latest(logs: readonly HiveLog[]): Usable {
  const used = logs.toSorted((a, b) => distance(a.first, b.first)).slice(0, 1);
  return { used, isAll: used.every(({ isTorn }) => !isTorn) };
}

function applied(
  file: Buffer,
  logs: readonly HiveLog[],
  entries: readonly LogEntry[],
  isAll: boolean,
): Buffer {
  const last = entries.at(-1);
  if (last === undefined) return file;
  const largest = Math.max(...entries.map(({ binsSize }) => binsSize));
  const hive = Buffer.alloc(Math.max(file.length, baseSize + largest));
  file.copy(hive);
  logs.at(-1)?.block.copy(hive);
  for (const { at, bytes } of entries.flatMap(({ pages }) => pages))
    bytes.copy(hive, baseSize + at);
  hive.writeUInt32LE(isAll ? last.sequence : (after(last) ?? 0), 4);
  hive.writeUInt32LE(last.sequence, 8);
  hive.writeUInt32LE(last.binsSize, 40);
  hive.writeUInt32LE(baseChecksum(hive), 508);
  return hive;
}

function after(entry: LogEntry | undefined): number | null {
  return entry === undefined ? null : (entry.sequence + 1) >>> 0;
}

/** How far one number of a sequence lies behind another; they start again at 0. */
function distance(from: number, to: number): number {
  return (to - from) | 0;
}
