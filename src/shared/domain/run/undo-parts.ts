import type { LeftoverKind } from '../plan/leftover.ts';
import type { About } from '../plan/step.ts';

/**
 * What of a run can be taken back by itself. A service or what starts with Windows belongs to its files: without them it
 * would start nothing, and be something left behind that does harm.
 */
export const undoParts = ['files', 'settings', 'dangers', 'defender'] as const;
export type UndoPart = (typeof undoParts)[number];

/** Which part a step belongs to by what it is about. */
export function undoPartOf(about: About): UndoPart {
  return about.kind === 'remains' ? partsOfRemains[about.leftover] : partsOfOthers[about.kind];
}

/** A product comes back with the vendor's installer only; what goes on after a restart is a setting of Windows. */
const partsOfOthers: Readonly<Record<Exclude<About['kind'], 'remains'>, UndoPart>> = {
  product: 'files',
  restart: 'settings',
  danger: 'dangers',
  defender: 'defender',
};

const partsOfRemains: Readonly<Record<LeftoverKind, UndoPart>> = {
  service: 'files',
  driver: 'files',
  driverPackage: 'files',
  amsiProvider: 'files',
  autostart: 'files',
  scheduledTask: 'files',
  firewallRule: 'files',
  programFolder: 'files',
  dataFolder: 'files',
  userFolder: 'files',
  browserPolicy: 'settings',
  browserKey: 'settings',
  eventLog: 'settings',
  registryTree: 'settings',
  userRegistryTree: 'settings',
};
