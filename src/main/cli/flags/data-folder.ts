import {
  dataFolder as sharedDataFolder,
  writableDataFolder as make,
} from '../../session/data-folder.ts';
import { usualPracticeComputer } from '../../session/usual-practice-computer.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { MachineOptions } from './machines.ts';

/** Where the runs of the machine that the flags name are kept. */
export function dataFolder(options: MachineOptions): string {
  return sharedDataFolder(folderOptions(options));
}

/** Makes the data folder. */
export async function writableDataFolder(options: MachineOptions): Promise<Got<string>> {
  const made = await make(folderOptions(options));
  return made.ok ? got(made.value) : not('cannotWrite', made.message);
}

function folderOptions({ practice, dataFolder: base }: MachineOptions) {
  const usual = practice === true ? usualPracticeComputer : practice;
  return { practice: usual ?? null, base };
}
