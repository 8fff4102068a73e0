import { uptime } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../../shared/contract/contract.ts';
import type { MachineChoice } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Machine } from '../../machine/machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import { practiceComputers, PracticeMachine } from '../../machine/practice/practice-machine.ts';
import {
  dataFolder,
  writableDataFolder,
  type DataFolderOptions,
} from '../../session/data-folder.ts';
import { usualPracticeSpeed } from '../../session/usual-practice-computer.ts';
import { InventoryMachine } from './inventory-machine.ts';

/** A machine that the guide offers, with how it is opened and where its runs are kept. */
export interface GuideMachine {
  readonly choice: MachineChoice;
  readonly open: () => Promise<Machine>;
  /** Where its runs are looked for; nothing is made. */
  readonly runs: string;
  /** Makes the folder for a run. */
  readonly writable: () => Promise<Reply<string>>;
  /** When it was last restarted; null when nobody can know. */
  readonly restartedAt: Date | null;
}

export interface GuideMachineOptions {
  readonly dataFolder: string | undefined;
  /** Takes the pauses out of the practice computers. */
  readonly fast: boolean;
}

/** Everything that can be worked on here, this computer first. Asks which operating system this is. */
export async function guideMachines(
  options: GuideMachineOptions,
): Promise<readonly GuideMachine[]> {
  return [await thisComputer(options), ...practiceComputers.map((each) => practice(each, options))];
}

/** An inventory from another computer, to be looked at and nothing else. */
export function importedMachine(id: string, inventory: Inventory, file: string): GuideMachine {
  const { computerName, osName } = inventory.machine;
  return {
    choice: {
      id,
      kind: 'imported',
      title: computerName ?? file,
      description: [osName, inventory.collectedAt.slice(0, 10), file].filter(Boolean).join(' · '),
      unavailable: null,
    },
    open: async () => await Promise.resolve(new InventoryMachine(id, inventory)),
    runs: '',
    writable: async () => await Promise.resolve({ ok: false, problem: { id: 'onlyToLookAt' } }),
    restartedAt: null,
  };
}

async function thisComputer({ dataFolder: base }: GuideMachineOptions): Promise<GuideMachine> {
  const folder = { practice: null, base };
  const unavailable = await reasonNotHere();
  return {
    choice: {
      id: 'this-computer',
      kind: 'thisComputer',
      title: 'This computer',
      description: 'Finds and removes Kaspersky on the computer you are sitting at.',
      unavailable,
    },
    open: async () => {
      const { WindowsMachine } = await import('../../machine/windows/windows-machine.ts');
      return new WindowsMachine();
    },
    runs: unavailable === null ? dataFolder(folder) : '',
    writable: async () => await folderForRuns(folder),
    restartedAt: new Date(Date.now() - uptime() * 1000),
  };
}

async function reasonNotHere(): Promise<Problem | null> {
  if (process.platform !== 'win32') return { id: 'notWindows' };
  const { elevation } = await import('../../machine/windows/system/elevation.ts');
  return elevation().administrator ? null : { id: 'notAdministrator' };
}

function practice(computer: PracticeComputer, options: GuideMachineOptions): GuideMachine {
  const folder = { practice: computer.id, base: options.dataFolder };
  const { id, title, description } = computer;
  return {
    choice: { id: `practice-${id}`, kind: 'practice', title, description, unavailable: null },
    open: async () =>
      await PracticeMachine.open({
        computer,
        folder: join(dataFolder(folder), 'machine'),
        speed: options.fast ? 0 : usualPracticeSpeed,
      }),
    runs: dataFolder(folder),
    writable: async () => await folderForRuns(folder),
    restartedAt: null,
  };
}

async function folderForRuns(options: DataFolderOptions): Promise<Reply<string>> {
  const made = await writableDataFolder(options);
  if (made.ok) return made;
  return { ok: false, problem: { id: 'dataFolderUnusable', detail: made.detail } };
}
