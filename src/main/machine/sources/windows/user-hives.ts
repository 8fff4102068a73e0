import { message } from '../../../../shared/domain/message.ts';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { needsLogs } from '../../formats/hive/hive-base-block.ts';
import { readHiveFile, type HiveFileOutcome } from '../../formats/hive/read-hive-file.ts';
import type { Registry } from '../../registry/registry.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';
import { readBounded, tooLong } from '../../windows/files/read-bounded.ts';
import { Deadline } from '../deadline.ts';

export interface UserHives {
  /** By the place where Windows would load them, `HKU\<sid>`. */
  readonly hives: ReadonlyMap<string, Registry>;
  readonly gaps: readonly Gap[];
}

/** Bytes; the hive of a person has some megabytes, one that programs filled for years some ten. */
const largestHive = 256 * 1024 * 1024;
/** Bytes of all of them; a server with a hundred persons has a few hundred megabytes. */
const largestHives = 1024 * 1024 * 1024;

/**
 * The registry of users who are not signed in, read from their `NTUSER.DAT`: nothing is loaded into Windows, which
 * would lock the file and need a right of its own. Each person could make theirs as large as they like.
 */
export function readUserHives(profiles: readonly UserProfile[], limitMs: number): UserHives {
  const deadline = new Deadline(limitMs);
  const hives = new Map<string, Registry>();
  const gaps: Gap[] = [];
  let left = largestHives;
  for (const profile of profiles.filter(isToRead)) {
    const file = `${profile.folder}\\NTUSER.DAT`;
    const mountPath = `HKU\\${profile.sid}`;
    if (deadline.isOver || left <= 0) {
      gaps.push(left <= 0 ? tooLong(file) : deadline.gap(file));
      continue;
    }
    const found = readBounded(file, Math.min(largestHive, left));
    // A profile without a hive was never signed in to, or is half deleted: it holds nothing.
    if (!found.read) gaps.push(...(found.gap === null ? [] : [found.gap]));
    else {
      left -= found.content.length;
      const logs = logsOf(file, found.content, Math.min(largestHive, left));
      for (const log of logs) left -= log.length;
      const hive = readHiveFile(found.content, mountPath, logs);
      if (hive.ok) hives.set(mountPath, hive.registry);
      gaps.push(...(hive.ok ? hive.problems : [brokenHive(file, hive)]));
    }
  }
  return { hives, gaps };
}

/**
 * The logs of a hive that was not closed properly, as that of a person who signed off often is not. Where one of them cannot be
 * read, none is replayed, for it may hold the later changes.
 */
function logsOf(file: string, hive: Buffer, most: number): readonly Buffer[] {
  if (!needsLogs(hive)) return [];
  const logs = ['LOG1', 'LOG2'].map((kind) => readBounded(`${file}.${kind}`, most));
  if (logs.some((log) => !log.read && log.gap !== null)) return [];
  return logs.flatMap((log) => (log.read ? [log.content] : []));
}

function isToRead({ loaded, folder }: UserProfile): boolean {
  return !loaded && isLocalPath(folder);
}

function brokenHive(file: string, { code }: Extract<HiveFileOutcome, { ok: false }>): Gap {
  const reason = code === 'truncated' ? 'truncated' : 'corrupt';
  return { subject: file, reason, detail: message(`gap.hive.${code}`), needsAdministrator: false };
}
