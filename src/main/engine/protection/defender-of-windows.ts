import type { Inventory, MachineFacts } from '../../../shared/domain/inventory.ts';

/**
 * What a version of Windows brings under the name of Microsoft Defender. Before Windows 8 it looks for spyware only
 * (Microsoft: "Windows Defender", Windows 7 and Windows 8); Windows Server has it since 2016 (Microsoft: defender-docs,
 * "Microsoft Defender Antivirus on Windows Server").
 */
export type DefenderOfWindows = 'antivirus' | 'onlyAntispyware' | 'notInWindows';

/** Windows 8 and Windows Server 2012. */
const firstAntivirusBuild = 9_200;
/** Windows Server 2016. */
const firstServerBuild = 14_393;

/** An older Windows Server can have it all the same, from Microsoft Defender for Endpoint: then its service is there. */
export function defenderOfWindows({ machine, services }: Inventory): DefenderOfWindows {
  const build = buildOf(machine);
  if (build === null) return 'antivirus';
  if (build < firstAntivirusBuild) return 'onlyAntispyware';
  const isThere = services.items.some(({ name }) => name.toLowerCase() === 'windefend');
  return machine.edition === 'server' && build < firstServerBuild && !isThere
    ? 'notInWindows'
    : 'antivirus';
}

/** Of `7601`, `26100.4061` or, where only the version is known, `6.1.7601`; null where neither tells. */
function buildOf({ osBuild, osVersion }: MachineFacts): number | null {
  const text = osBuild ?? /^\d+\.\d+\.(\d+)/.exec(osVersion ?? '')?.[1] ?? '';
  const build = Number.parseInt(text, 10);
  return Number.isNaN(build) ? null : build;
}
