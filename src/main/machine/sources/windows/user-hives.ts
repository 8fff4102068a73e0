import { message } from '../../../../shared/domain/message.ts';
import { readFileSync } from 'node:fs';
import type { UserProfile } from '../../../../shared/domain/inventory/profiles.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { readHiveFile, type HiveFileOutcome } from '../../formats/hive/read-hive-file.ts';
import type { Registry } from '../../registry/registry.ts';
import { fileGap, isAbsent } from '../../windows/system/windows-gap.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';

export interface UserHives {
  /** By the place where Windows would load them, `HKU\<sid>`. */
  readonly hives: ReadonlyMap<string, Registry>;
  readonly gaps: readonly Gap[];
}

/**
 * The registry of users who are not signed in, read from their `NTUSER.DAT`: nothing is loaded into Windows, which
 * would lock the file and need a right of its own.
 */
export function readUserHives(profiles: readonly UserProfile[]): UserHives {
  const hives = new Map<string, Registry>();
  const gaps: Gap[] = [];
  for (const profile of profiles.filter(isToRead)) {
    const file = `${profile.folder}\\NTUSER.DAT`;
    const mountPath = `HKU\\${profile.sid}`;
    try {
      const hive = readHiveFile(readFileSync(file), mountPath);
      if (hive.ok) hives.set(mountPath, hive.registry);
      gaps.push(...(hive.ok ? hive.problems : [brokenHive(file, hive)]));
    } catch (error) {
      // A profile without a hive was never signed in to, or is half deleted: it holds nothing.
      if (!isAbsent(error)) gaps.push(fileGap(file, error));
    }
  }
  return { hives, gaps };
}

function isToRead({ loaded, folder }: UserProfile): boolean {
  return !loaded && isLocalPath(folder);
}

function brokenHive(file: string, { code }: Extract<HiveFileOutcome, { ok: false }>): Gap {
  const reason = code === 'truncated' ? 'truncated' : 'corrupt';
  return { subject: file, reason, detail: message(`gap.hive.${code}`), needsAdministrator: false };
}
