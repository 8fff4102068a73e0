import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import {
  hangRemovingKasperskyVpn,
  kasperskyPasswordManager,
  kasperskyVpn,
  pretendToRemoveKasperskyPasswordManager,
  removeKasperskyVpn,
} from './kaspersky-companions.ts';
import { failToRemoveKasperskyHome, kasperskyHome, removeKasperskyHome } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const stubborn: PracticeComputer = {
  id: 'stubborn',
  title: 'A computer whose uninstallers fail',
  description:
    'One gives up, one hangs, and one says that it is done when it is not. A restart helps the first two.',
  inventory: recorded(
    { computerName: 'WORKSHOP-PC' },
    together(
      ordinaryComputer,
      defenderPassive,
      kasperskyHome,
      kasperskyVpn,
      kasperskyPasswordManager,
    ),
  ),
  effects: [
    failToRemoveKasperskyHome,
    hangRemovingKasperskyVpn,
    pretendToRemoveKasperskyPasswordManager,
    { ...removeKasperskyHome, afterRestarts: 1 },
    { ...removeKasperskyVpn, afterRestarts: 1 },
  ],
};
