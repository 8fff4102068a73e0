import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import { networkAgent, removeNetworkAgent } from './kaspersky-business.ts';
import { kasperskyVpn, removeKasperskyVpn } from './kaspersky-companions.ts';
import { kasperskyHome, removeKasperskyHome } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const familyPc: PracticeComputer = {
  id: 'family-pc',
  title: 'A family computer with a bit of everything',
  description:
    'A home product, its VPN, and an agent from a former employer that nobody removed. Microsoft Defender takes over after the restart.',
  inventory: recorded(
    { computerName: 'FAMILY-PC' },
    together(ordinaryComputer, defenderPassive, kasperskyHome, kasperskyVpn, networkAgent),
  ),
  effects: [removeKasperskyHome, removeKasperskyVpn, removeNetworkAgent(null)],
};
