import { join } from 'node:path';
import type { Machine } from '../../machine/machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import { practiceComputers, PracticeMachine } from '../../machine/practice/practice-machine.ts';
import { got, not, type Got } from '../results/command-end.ts';
import { dataFolder } from './data-folder.ts';
import { usualPracticeComputer } from '../../session/usual-practice-computer.ts';

export interface MachineOptions {
  /** A practice computer by id, or true for the usual one. */
  readonly practice?: string | true;
  /** Takes the pauses out of a practice computer. */
  readonly fast?: boolean;
  readonly dataFolder?: string;
}

/** Opens the machine a command works on. The only place that asks which operating system this is. */
export async function openMachine(options: MachineOptions): Promise<Got<Machine>> {
  if (options.practice !== undefined) return await openPractice(options);
  if (process.platform === 'win32') {
    const { WindowsMachine } = await import('../../machine/windows/windows-machine.ts');
    return got(new WindowsMachine());
  }
  return not(
    'unsupportedSystem',
    `Cutover reads and cleans Windows computers; this one runs ${process.platform}. ` +
      'Read an inventory from another computer with --from FILE, or try a practice computer with --practice.',
  );
}

async function openPractice(options: MachineOptions): Promise<Got<Machine>> {
  const computer = findPracticeComputer(options.practice);
  if (!computer.ok) return computer;
  const folder = join(dataFolder(options), 'machine');
  return got(
    await PracticeMachine.open({ computer: computer.value, folder, speed: options.fast ? 0 : 1 }),
  );
}

/** A practice computer by its id; the usual one when none is named. */
export function findPracticeComputer(id: string | true | undefined): Got<PracticeComputer> {
  const wanted = typeof id === 'string' ? id : usualPracticeComputer;
  const computer = practiceComputers.find((candidate) => candidate.id === wanted);
  if (computer !== undefined) return got(computer);
  const known = practiceComputers.map((candidate) => candidate.id).join(', ');
  return not('badArguments', `There is no practice computer "${wanted}". There are: ${known}.`);
}
