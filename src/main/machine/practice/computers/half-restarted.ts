import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import { halfRemoveKasperskyHome, kasperskyHome } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const halfRestarted: PracticeComputer = {
  id: 'half-restarted',
  title: 'A computer that a restart does not finish',
  description:
    'The uninstaller asks for a restart, and after it the service and the drivers of the product are still there.',
  inventory: recorded(
    { computerName: 'KITCHEN-PC' },
    together(ordinaryComputer, defenderPassive, kasperskyHome),
  ),
  effects: [halfRemoveKasperskyHome],
};
