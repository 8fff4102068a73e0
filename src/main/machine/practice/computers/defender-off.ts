import type { Effect, PracticeComputer } from '../practice-computer.ts';
import { defenderDisabled, defenderTakesOver } from './defender.ts';
import { kasperskyHomeRemains } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

/** Once its service starts, Windows registers Microsoft Defender by itself. */
const startDefender: Effect = {
  match: { kind: 'startService', subject: 'WinDefend' },
  password: null,
  stages: [{ text: 'Starting Microsoft Defender', takesMs: 3000 }],
  end: { how: 'exits', exitCode: 0, message: null },
  changes: defenderTakesOver,
  atRestart: null,
};

export const defenderOff: PracticeComputer = {
  id: 'defender-off',
  title: 'A computer that nothing protects',
  description:
    'Kaspersky went long ago and left a dead row. A “debloat” script switched Microsoft Defender off: its service is disabled.',
  inventory: recorded(
    { computerName: 'GAMING-PC' },
    together(ordinaryComputer, defenderDisabled, kasperskyHomeRemains),
  ),
  effects: [startDefender],
};
