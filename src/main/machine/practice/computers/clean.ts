import type { PracticeComputer } from './practice-computer.ts';
import { defenderActive } from './defender.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

export const clean: PracticeComputer = {
  id: 'clean',
  title: 'A computer that never had Kaspersky',
  description:
    'Nothing of Kaspersky, several names that resemble it, and Microsoft Defender at work.',
  inventory: recorded({ computerName: 'STUDIO-PC' }, together(ordinaryComputer, defenderActive)),
  effects: [],
};
