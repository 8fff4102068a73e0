import { message } from '../../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { UserProfile } from '../../../../../shared/domain/inventory/profiles.ts';
import { readSection, type Gap } from '../../../../../shared/domain/section.ts';
import {
  readCertificate,
  type ReadCertificate,
} from '../../../formats/certificate/read-certificate.ts';
import { trustedRoots } from '../../../formats/nss/trusted-roots.ts';
import { findEntry, listFolder } from '../../../windows/files/list-folder.ts';
import { readBounded } from '../../../windows/files/read-bounded.ts';
import { Deadline } from '../../deadline.ts';
import { mentions } from '../../registry/reader/mentions.ts';

const profilesFolder = 'AppData\\Roaming\\Mozilla\\Firefox\\Profiles';
/** The most profiles of one person that are looked at; nobody but who tests Firefox has more than a few. */
const mostProfiles = 100;
/** Bytes; the store of a person who collects certificates has some hundred thousand. */
const largestStore = 32 * 1024 * 1024;

/**
 * The roots that Firefox trusts beside those of Windows, and whose subject contains one of the hints: each profile of
 * each person keeps its own. A copy in memory is read, so that no file is locked or written.
 */
export function collectFirefoxRoots(
  people: readonly UserProfile[],
  hints: readonly string[],
  limitMs: number,
): Inventory['certificates'] {
  const deadline = new Deadline(limitMs);
  const gaps: Gap[] = [];
  const items = people.flatMap(({ sid, folder }) =>
    firefoxProfiles(`${folder}\\${profilesFolder}`, gaps).flatMap((profile) => {
      if (deadline.isOver) {
        gaps.push(deadline.gap(profile));
        return [];
      }
      return rootsIn(profile, gaps)
        .filter(({ subject }) => mentions(subject, hints))
        .map((root) => ({ store: 'Firefox', userSid: sid, firefoxProfile: profile, ...root }));
    }),
  );
  return readSection(items, gaps);
}

/** Links are left out, because a person decides where they lead. */
function firefoxProfiles(folder: string, gaps: Gap[]): readonly string[] {
  const { entries, gap } = listFolder(folder);
  if (gap !== null) gaps.push(gap);
  const profiles = entries.filter(({ kind }) => kind === 'folder');
  if (profiles.length > mostProfiles)
    gaps.push(gapOf(folder, 'truncated', message('gap.tooManyFirefoxProfiles')));
  return profiles.slice(0, mostProfiles).map(({ name }) => `${folder}\\${name}`);
}

function rootsIn(profile: string, gaps: Gap[]): readonly ReadCertificate[] {
  const path = `${profile}\\cert9.db`;
  if (findEntry(path)?.kind !== 'file') return [];
  const store = readBounded(path, largestStore);
  if (!store.read) {
    if (store.gap !== null) gaps.push(store.gap);
    return [];
  }
  const roots = trustedRoots(store.content);
  if (roots !== null) return roots.flatMap((der) => readCertificate(der) ?? []);
  gaps.push(gapOf(path, 'corrupt', message('gap.damagedFirefoxStore')));
  return [];
}

function gapOf(subject: string, reason: Gap['reason'], detail: Gap['detail']): Gap {
  return { subject, reason, detail, needsAdministrator: false };
}
