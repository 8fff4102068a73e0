import type { Effect, PracticeComputer } from './practice-computer.ts';
import { defenderDisabled, defenderTakesOver } from './defender.ts';
import { kasperskyHome, removeKasperskyHomeAtOnce } from './kaspersky-home.ts';
import { recorded } from './parts.ts';
import { ordinaryComputer, together } from './together.ts';

const defenderStatus = (defenderTakesOver.put.defenderStatus ?? []).map((fact) =>
  fact.name === 'IsTamperProtected' ? { ...fact, data: false } : fact,
);

/**
 * Once its service starts, Windows registers Microsoft Defender by itself. Its settings stay as they are, and so does
 * tamper protection, which had to be off for the script.
 */
const startDefender: Effect = {
  match: { kind: 'startService', subject: 'WinDefend' },
  password: null,
  stages: [{ text: 'Starting Microsoft Defender', takesMs: 3000 }],
  end: { how: 'exits', exitCode: 0, message: null },
  changes: { remove: {}, put: { ...defenderTakesOver.put, defender: [], defenderStatus } },
  atRestart: null,
};

export const defenderOff: PracticeComputer = {
  id: 'defender-off',
  title: 'A computer on which Microsoft Defender was switched off',
  description:
    'A home product that goes without a restart. A script disabled Microsoft Defender, so nothing takes over by itself.',
  inventory: recorded(
    { computerName: 'GAMING-PC' },
    together(ordinaryComputer, defenderDisabled, kasperskyHome),
  ),
  effects: [removeKasperskyHomeAtOnce, startDefender],
};
