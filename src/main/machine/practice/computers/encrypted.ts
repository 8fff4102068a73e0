import type { PracticeComputer } from './practice-computer.ts';
import { defenderPassive } from './defender.ts';
import {
  endpointSecurity,
  networkAgent,
  practicePassword,
  removeEndpointSecurity,
  removeNetworkAgent,
} from './kaspersky-business.ts';
import { driver, managedBy, recorded, type Sections, signedFile } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

const drivers = 'C:\\Windows\\System32\\drivers';
const trace =
  'C:\\System Volume Information\\KLFDE.{EB2A5993-DFC8-41a1-B050-F0824113A33A}.PBELOG.bin';

const diskEncryption: Sections = {
  services: [
    driver('klboot', `${drivers}\\klboot.sys`, { start: 'boot' }),
    driver('klfdefsf', `${drivers}\\klfdefsf.sys`, { start: 'boot' }),
  ],
  files: [
    signedFile(`${drivers}\\klboot.sys`, 'AO Kaspersky Lab', '30.765.0.1'),
    signedFile(`${drivers}\\klfdefsf.sys`, 'AO Kaspersky Lab', '30.765.0.1'),
  ],
  encryption: [
    {
      kind: 'kasperskyDiskEncryption',
      subject: 'C:',
      state: 'on',
      detail: trace,
    },
  ],
};

export const encrypted: PracticeComputer = {
  id: 'encrypted',
  title: 'An office computer with an encrypted disk',
  description:
    'Endpoint Security has encrypted the system disk. Removing it now could make the disk unreadable, so Cutover has to stop.',
  inventory: recorded(
    {
      computerName: 'OFFICE-0231',
      osName: 'Windows 11 Enterprise',
      management: managedBy('domain'),
    },
    together(ordinaryComputer, defenderPassive, endpointSecurity, networkAgent, diskEncryption),
  ),
  effects: [removeEndpointSecurity, removeNetworkAgent(practicePassword)],
};
