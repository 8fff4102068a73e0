import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { readManagement } from '../../windows/system/management.ts';
import { readSystemFacts } from '../../windows/system/system-facts.ts';

/** What the registry tells of the machine, with what Windows itself tells at this moment in front. */
export function withLiveFacts(stored: MachineFacts): MachineFacts {
  const { osVersion, osBuild, edition, ...now } = readSystemFacts();
  const known = Object.entries(now).filter(([, value]) => value !== null && value !== 'unknown');
  return {
    ...stored,
    ...Object.fromEntries(known),
    // The registry has the finer ones: the name of the release, the build with its revision, the client for many sessions.
    osVersion: stored.osVersion ?? osVersion,
    osBuild: stored.osBuild ?? osBuild,
    edition: stored.edition === 'unknown' ? edition : stored.edition,
    management: readManagement(),
  };
}
