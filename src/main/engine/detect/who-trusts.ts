import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Certificate } from '../../../shared/domain/inventory/certificates.ts';

/** Whom a trusted root certificate concerns: everybody, one person, or one person in Firefox. */
export interface WhoTrusts {
  readonly place: 'everybody' | 'person' | 'firefox';
  /** The person, by profile folder and SID; empty for everybody. */
  readonly who: string;
}

/** The store of the machine counts for everybody, that of a person for nobody else. */
export function whoTrusts(
  { userSid, firefoxProfile }: Certificate,
  inventory: Inventory,
): WhoTrusts {
  if (userSid === null) return { place: 'everybody', who: '' };
  const who = nameOfPerson(userSid, inventory);
  return { place: firefoxProfile === null ? 'person' : 'firefox', who };
}

/** A person by profile folder and SID, or by the SID alone. */
export function nameOfPerson(userSid: string, { profiles }: Inventory): string {
  const profile = profiles.items.find(({ sid }) => sid.toLowerCase() === userSid.toLowerCase());
  return profile === undefined ? userSid : `${profile.folder}, ${userSid}`;
}
