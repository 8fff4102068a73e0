import { message } from '../../../../../shared/domain/message.ts';
import type { SectionReader } from './section-reader.ts';

/** Where the profiles of a machine are listed. */
export const profileList = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';

/** A person: a local, a domain or a Microsoft Entra account. */
export const personSid = /^S-1-(?:5-21|12-1)(?:-\d+)+$/i;

/** Also the accounts of services, and the owner of an exported `HKEY_CURRENT_USER`. */
const anyHive = /^(?:S-1(?:-\d+)+|current)$/i;

/**
 * Names of all user hives that can be read below `HKU`. A profile whose hive is not there becomes a gap of the
 * section, because what it contains is not known.
 */
export function userHives(reader: SectionReader): readonly string[] {
  const hives = reader.children('HKU').map((key) => key.name);
  const known = new Set(hives.map((sid) => sid.toLowerCase()));
  const refused = new Set(reader.gaps.map((gap) => gap.subject.toLowerCase()));
  for (const { name: sid } of reader.children(profileList)) {
    const path = `HKU\\${sid}`;
    if (!personSid.test(sid) || known.has(sid.toLowerCase())) continue;
    if (!refused.has(path.toLowerCase())) reader.addGap(unreadHive(path));
  }
  return withoutAlias(
    hives.filter((name) => anyHive.test(name)),
    reader,
  );
}

/** An export of all of `HKU` holds the same keys under the SID of their owner. */
function withoutAlias(hives: readonly string[], reader: SectionReader): readonly string[] {
  const hasPerson = hives.some((name) => personSid.test(name));
  const isWhole = !reader.gaps.some((gap) => gap.subject.toUpperCase() === 'HKU');
  return hasPerson && isWhole ? hives.filter((name) => name !== 'current') : hives;
}

function unreadHive(subject: string) {
  return {
    subject,
    reason: 'notCollected',
    detail: message('gap.profileNotLoaded'),
    needsAdministrator: false,
  } as const;
}
