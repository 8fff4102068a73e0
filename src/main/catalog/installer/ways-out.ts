import type { Family } from '../../../shared/domain/finding.ts';
import type { Obstacle, StepWayOut } from '../../../shared/domain/plan/way-out.ts';
import type { WayOutId } from '../../../shared/domain/plan/way-out-ids.ts';
import type { Cited } from '../row.ts';

/** One lawful way past an obstacle, for some families of products. None of them is gone by us. */
export interface WayOutRow extends Cited {
  readonly way: WayOutId;
  readonly past: readonly Obstacle[];
  readonly families: readonly Family[];
}

const home: readonly Family[] = ['antivirus', 'vpn'];
const business: readonly Family[] = ['endpoint', 'edr', 'agent', 'server'];
const every: readonly Family[] = [
  ...home,
  ...business,
  'passwordManager',
  'childSafety',
  'management',
  'scanner',
  'other',
];
const stuck: readonly Obstacle[] = [
  'packageMissing',
  'registrationBroken',
  'noUninstaller',
  'passwordLost',
  'rolledBack',
  'uninstallerFailed',
];

/**
 * In the order in which they are to be tried: first what leaves everything to Windows and the vendor's own package, then
 * who administers the product, then the vendor's tools, and last the cleaning behind them.
 */
export const waysOutRows: readonly WayOutRow[] = [
  {
    way: 'handInPackage',
    past: ['packageMissing'],
    families: every,
    confidence: 'H',
    sources: ['msiErrorCodes', 'installerCache'],
  },
  {
    way: 'askConsole',
    past: ['managed', ...stuck],
    families: business,
    confidence: 'H',
    sources: ['kscRemoteRemovalHelp', 'vendorTraining'],
  },
  {
    way: 'sayWhose',
    past: ['managed'],
    families: business,
    confidence: 'H',
    sources: ['vendorTraining'],
  },
  {
    way: 'resetPassword',
    past: ['passwordLost'],
    families: home,
    confidence: 'M',
    sources: ['passwordReset'],
  },
  {
    way: 'startCleaner',
    past: [...stuck, 'halfRemoved'],
    families: ['agent'],
    confidence: 'H',
    sources: ['businessCleaner'],
  },
  {
    way: 'startRemovalTool',
    past: [...stuck, 'halfRemoved'],
    families: [...home, 'passwordManager', 'childSafety'],
    confidence: 'H',
    sources: ['kavremoverHowTo', 'passwordReset'],
  },
  {
    way: 'cleanUp',
    past: ['halfRemoved', ...stuck],
    families: every,
    confidence: 'H',
    sources: ['fieldNotes'],
  },
];

/** The lawful ways past an obstacle for a family of products, the one to try first in front; none where no source names one. */
export function pastObstacle(obstacle: Obstacle, family: Family): StepWayOut {
  const rows = waysOutRows.filter(
    ({ past, families }) => past.includes(obstacle) && families.includes(family),
  );
  // Cleaning up alone takes nothing away that is still installed.
  const leads = obstacle === 'halfRemoved' || rows.some(({ way }) => way !== 'cleanUp');
  return { obstacle, ways: leads ? rows.map(({ way }) => way) : [] };
}
