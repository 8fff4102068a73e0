import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { scope } from '../../catalog/scope.ts';
import {
  readInventoryFile,
  type FileProblem,
} from '../../machine/sources/file/read-inventory-file.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { DeepScan } from '../../machine/machine.ts';
import { deepScanFrom, type DeepOptions } from './deep-options.ts';
import { openMachine, type MachineOptions } from './machines.ts';
import { readFolders, readMachine } from './read-machine.ts';

export interface SourceOptions extends MachineOptions, DeepOptions {
  /** An inventory made by `cutover inventory`, or a registry export. */
  readonly from?: string;
}

/** The inventory a command works on: from a file, a practice computer or this computer. */
export async function loadInventory(
  options: SourceOptions,
  terminal: Terminal,
  words: Translator,
): Promise<Got<Inventory>> {
  const deep = await deepScanFrom(options);
  if (!deep.ok) return deep;
  if (options.from !== undefined) {
    const read = await readInventoryFile({
      path: options.from,
      scope,
      collectedBy: `cutover ${cutoverVersion}`,
    });
    if (!read.ok) return notRead(options.from, read.problem);
    return await withPrograms(read.value, deep.value, terminal, words);
  }
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    return await readMachine(machine.value, terminal, words, deep.value);
  } finally {
    await machine.value.close();
  }
}

/** With what lies in folders of this computer: the disk of the one that the file tells of, or a copy of it. */
async function withPrograms(
  inventory: Inventory,
  deep: DeepScan | undefined,
  terminal: Terminal,
  words: Translator,
): Promise<Got<Inventory>> {
  if (deep === undefined || 'disks' in deep) return got(inventory);
  const executables = await readFolders(deep.folders, terminal, words);
  return executables.ok ? got({ ...inventory, executables: executables.value }) : executables;
}

/** Why a file does not do, as the end of a command. */
export function notRead(file: string, { id, detail }: FileProblem) {
  return not(
    'unreadableInput',
    message(`problem.${id}`, { file }),
    ...(detail === null ? [] : [detail]),
  );
}
