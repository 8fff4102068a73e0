import { message } from '../../../shared/domain/message.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import * as machines from '../../machine/open-machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface MachineOptions {
  /** A practice computer by id, or true for the usual one. */
  readonly practice?: string | true;
  /** Takes the pauses out of a practice computer. */
  readonly fast?: boolean;
  readonly dataFolder?: string;
}

/** Opens the machine that the flags name. `speed` is what a practice computer has unless it is to be fast. */
export async function openMachine(options: MachineOptions, speed = 1): Promise<Got<Machine>> {
  const place = await placeOf(options);
  if (!place.ok) return place;
  const opened = await machines.openMachine({ ...place.value, speed: options.fast ? 0 : speed });
  return opened.ok ? got(opened.machine) : notHere;
}

/** Whom a command speaks to. */
export interface Listener {
  readonly terminal: Pick<Terminal, 'err'>;
  readonly words: Translator;
}

/**
 * The folder with the runs of the machine that the flags name; made when it is to be written in. What somebody else had put
 * in its place, and was moved aside, is told at once.
 */
export async function openDataFolder(
  options: MachineOptions,
  purpose: 'read' | 'write',
  { terminal, words }: Listener,
): Promise<Got<DataFolder>> {
  const place = await placeOf(options);
  if (!place.ok) return place;
  const opened = await machines.openDataFolder(place.value, purpose);
  if (opened.ok) {
    for (const moved of opened.value.movedAside)
      terminal.err(words.t('dataFolder.movedAside', { ...moved }));
    return got(opened.value);
  }
  const { folder, why } = opened;
  return not('cannotWrite', message('terminal.end.dataFolder', { folder }), why);
}

/** A practice computer by its id; the usual one when none is named. */
export async function findPracticeComputer(
  id: string | true | undefined,
): Promise<Got<PracticeComputer>> {
  const { practiceComputers } = await import('../../machine/practice/practice-computers.ts');
  const { usualPracticeComputer } = await import('../../machine/practice/usual-practice.ts');
  const wanted = typeof id === 'string' ? id : usualPracticeComputer;
  const computer = practiceComputers.find((candidate) => candidate.id === wanted);
  if (computer !== undefined) return got(computer);
  const known = practiceComputers.map((candidate) => candidate.id).join(', ');
  return not('badArguments', message('terminal.wrong.practiceComputer', { name: wanted, known }));
}

async function placeOf({
  practice,
  dataFolder: named,
}: MachineOptions): Promise<Got<machines.MachinePlace>> {
  if (practice === undefined) return got({ practice: null, dataFolder: named });
  const computer = await findPracticeComputer(practice);
  return computer.ok ? got({ practice: computer.value, dataFolder: named }) : computer;
}

const notHere = not(
  'unsupportedSystem',
  message('terminal.end.otherSystem', { platform: machines.thisPlatform }),
);
