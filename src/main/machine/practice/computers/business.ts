import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import {
  endpointSecurity,
  networkAgent,
  practicePassword,
  removeEndpointSecurity,
  removeNetworkAgent,
} from './kaspersky-business.ts';
import { managedBy, recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const business: PracticeComputer = {
  id: 'business',
  title: 'An office computer that is managed',
  description:
    'Endpoint Security and the Network Agent, both protected by the password "practice", managed by a Security Center.',
  inventory: recorded(
    {
      computerName: 'OFFICE-0417',
      osName: 'Windows 11 Enterprise',
      language: 'de-DE',
      management: managedBy('domain'),
    },
    together(ordinaryComputer, defenderPassive, endpointSecurity, networkAgent),
  ),
  effects: [removeEndpointSecurity, removeNetworkAgent(practicePassword)],
};
