import type { PracticeComputer } from './practice-computer.ts';
import { defenderActive } from './defender.ts';
import { kasperskyHomeRemains } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const halfRemoved: PracticeComputer = {
  id: 'half-removed',
  title: 'A computer on which a removal went wrong',
  description:
    'The product is gone and its remains are not: folders, keys, a driver without its file, and a dead row in Windows Security.',
  inventory: recorded(
    {
      computerName: 'ATTIC-PC',
      osName: 'Windows 10 Home',
      osVersion: '10.0.19045',
      osBuild: '19045.5198',
    },
    together(ordinaryComputer, defenderActive, kasperskyHomeRemains),
  ),
  effects: [],
};
