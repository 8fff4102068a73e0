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
  { profiles }: Inventory,
): WhoTrusts {
  if (userSid === null) return { place: 'everybody', who: '' };
  const profile = profiles.items.find(({ sid }) => sid.toLowerCase() === userSid.toLowerCase());
  const who = profile === undefined ? userSid : `${profile.folder}, ${userSid}`;
  return { place: firefoxProfile === null ? 'person' : 'firefox', who };
}
