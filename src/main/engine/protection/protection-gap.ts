import type { ProtectionGap } from '../../../shared/domain/run/record.ts';

/** What one look at the machine showed. */
export interface ProtectionSighting {
  readonly at: string;
  /** Kaspersky was known to protect. */
  readonly kaspersky: boolean;
  /** Another antivirus was known to protect. */
  readonly replacement: boolean;
}

/** Measures the gap over all looks of a run in their order, restarts and kills included. */
export function protectionGap(sightings: readonly ProtectionSighting[]): ProtectionGap | null {
  const last = sightings.findLastIndex(({ kaspersky }) => kaspersky);
  const from = sightings[last];
  if (from === undefined || last === sightings.length - 1) return null;
  const to = sightings.slice(last).find(({ replacement }) => replacement);
  if (to === undefined) return { from: from.at, to: null, seconds: null };
  const ms = Date.parse(to.at) - Date.parse(from.at);
  return { from: from.at, to: to.at, seconds: Math.max(0, Math.round(ms / 1000)) };
}
