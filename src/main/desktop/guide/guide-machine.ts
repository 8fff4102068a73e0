import { uptime } from 'node:os';
import type { Reply } from '../../../shared/contract/contract.ts';
import type { MachineChoice } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import type { Machine } from '../../machine/machine.ts';
import type { PracticeComputer } from '../../machine/practice/computers/practice-computer.ts';
import {
  openDataFolder,
  openMachine,
  whyNotHere,
  type MachinePlace,
} from '../../machine/open-machine.ts';
import { practiceComputers } from '../../machine/practice/practice-computers.ts';
import { usualPracticeSpeed } from '../../machine/practice/usual-practice.ts';
import { InventoryMachine } from './inventory-machine.ts';

/** A machine that the guide offers, with how it is opened and where its runs are kept. */
export interface GuideMachine {
  readonly choice: MachineChoice;
  readonly open: () => Promise<Machine>;
  /** Where its runs are looked for, and nothing is made; null where none may be believed. */
  readonly runs: DataFolder | null;
  /** Makes the folder for a run. */
  readonly writable: () => Promise<Reply<DataFolder>>;
  /** When it was last restarted; null when nobody can know. */
  readonly restartedAt: Date | null;
}

export interface GuideMachineOptions {
  readonly dataFolder: string | undefined;
  /** Takes the pauses out of the practice computers. */
  readonly fast: boolean;
}

/** Everything that can be worked on here, this computer first. */
export async function guideMachines(
  options: GuideMachineOptions,
): Promise<readonly GuideMachine[]> {
  const practices = practiceComputers.map(async (each) => await practice(each, options));
  return [await thisComputer(options), ...(await Promise.all(practices))];
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
      readOnly: { id: 'onlyToLookAt' },
    },
    open: async () => await Promise.resolve(new InventoryMachine(id, inventory)),
    runs: null,
    writable: async () => await Promise.resolve({ ok: false, problem: { id: 'onlyToLookAt' } }),
    restartedAt: null,
  };
}

async function thisComputer(options: GuideMachineOptions): Promise<GuideMachine> {
  const notHere = await whyNotHere();
  const kept = await keptAt({ practice: null, dataFolder: options.dataFolder }, options);
  return {
    choice: {
      id: 'this-computer',
      kind: 'thisComputer',
      title: 'This computer',
      description: 'Finds and removes Kaspersky on the computer you are sitting at.',
      unavailable: notHere === 'notWindows' ? { id: notHere } : null,
      readOnly: notHere === null ? null : { id: notHere },
    },
    ...kept,
    runs: notHere === 'notWindows' ? null : kept.runs,
    restartedAt: new Date(Date.now() - uptime() * 1000),
  };
}

async function practice(
  computer: PracticeComputer,
  options: GuideMachineOptions,
): Promise<GuideMachine> {
  const { id, title, description } = computer;
  return {
    choice: {
      id: `practice-${id}`,
      kind: 'practice',
      title,
      description,
      unavailable: null,
      readOnly: null,
    },
    ...(await keptAt({ practice: computer, dataFolder: options.dataFolder }, options)),
    restartedAt: null,
  };
}

/** How a computer is opened, and where its runs are kept. */
async function keptAt(place: MachinePlace, { fast }: GuideMachineOptions) {
  const runs = await openDataFolder(place, 'read');
  return {
    open: async () => {
      const opened = await openMachine({ ...place, speed: fast ? 0 : usualPracticeSpeed });
      if (!opened.ok) throw new Error('The guide opens only what it offers.');
      return opened.machine;
    },
    runs: runs.ok ? runs.value : null,
    writable: async () => await folderForRuns(place),
  };
}

async function folderForRuns(place: MachinePlace): Promise<Reply<DataFolder>> {
  const made = await openDataFolder(place, 'write');
  if (made.ok) return made;
  return { ok: false, problem: { id: 'dataFolderUnusable', detail: made.why } };
}
