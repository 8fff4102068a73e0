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
import { openMachine, type MachineOptions } from './machines.ts';
import { readMachine } from './read-machine.ts';

export interface SourceOptions extends MachineOptions {
  /** An inventory made by `cutover inventory`, or a registry export. */
  readonly from?: string;
}

/** The inventory a command works on: from a file, a practice computer or this computer. */
export async function loadInventory(
  options: SourceOptions,
  terminal: Terminal,
  words: Translator,
): Promise<Got<Inventory>> {
  if (options.from !== undefined) {
    const read = await readInventoryFile({
      path: options.from,
      scope,
      collectedBy: `cutover ${cutoverVersion}`,
    });
    return read.ok ? got(read.value) : notRead(options.from, read.problem);
  }
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    return await readMachine(machine.value, terminal, words);
  } finally {
    await machine.value.close();
  }
}

/** Why a file does not do, as the end of a command. */
export function notRead(file: string, { id, detail }: FileProblem) {
  return not(
    'unreadableInput',
    message(`problem.${id}`, { file }),
    ...(detail === null ? [] : [detail]),
  );
}
