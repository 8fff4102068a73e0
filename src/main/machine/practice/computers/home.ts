import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import {
  kasperskyPasswordManager,
  kasperskyVpn,
  removeKasperskyPasswordManager,
  removeKasperskyVpn,
} from './kaspersky-companions.ts';
import { kasperskyHome, removeKasperskyHome } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const home: PracticeComputer = {
  id: 'home',
  title: 'A home computer with everything the vendor sells',
  description:
    'Kaspersky 21.19 with its VPN and Password Manager. Microsoft Defender waits and takes over after the restart; some remains stay.',
  inventory: recorded(
    { computerName: 'MARTA-LAPTOP' },
    together(
      ordinaryComputer,
      defenderPassive,
      kasperskyHome,
      kasperskyVpn,
      kasperskyPasswordManager,
    ),
  ),
  effects: [removeKasperskyHome, removeKasperskyVpn, removeKasperskyPasswordManager],
};
