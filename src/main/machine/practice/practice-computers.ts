import { business } from './computers/business.ts';
import { clean } from './computers/clean.ts';
import { defenderOff } from './computers/defender-off.ts';
import { encrypted } from './computers/encrypted.ts';
import { familyPc } from './computers/family-pc.ts';
import { halfRemoved } from './computers/half-removed.ts';
import { halfRestarted } from './computers/half-restarted.ts';
import { home } from './computers/home.ts';
import { stubborn } from './computers/stubborn.ts';
import { ultraav } from './computers/ultraav.ts';
import type { PracticeComputer } from './computers/practice-computer.ts';

/** Every computer that can be practised on; the usual one first. */
export const practiceComputers: readonly PracticeComputer[] = [
  familyPc,
  home,
  business,
  encrypted,
  halfRemoved,
  clean,
  ultraav,
  defenderOff,
  stubborn,
  halfRestarted,
];
