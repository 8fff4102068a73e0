import type { StartType } from '../action.ts';

/**
 * Services and drivers of Microsoft Defender, and how Windows installs them to start. Microsoft: Defender docs,
 * "Microsoft Defender Antivirus in Windows Overview" (services). The start types are those of Windows 10 and 11 as they
 * are commonly seen; Microsoft documents none.
 */
export const defenderServices = [
  { name: 'WdBoot', start: 'boot' },
  { name: 'WdFilter', start: 'boot' },
  { name: 'WdNisDrv', start: 'demand' },
  { name: 'WdNisSvc', start: 'demand' },
  { name: 'WinDefend', start: 'auto' },
] as const;

/** How Windows installs a service of Microsoft Defender to start; undefined for any other. */
export function usualStart(name: string): StartType | undefined {
  return defenderServices.find((each) => each.name.toLowerCase() === name.toLowerCase())?.start;
}
