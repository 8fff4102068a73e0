import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { answerAbout, type Answer } from '../../session/decisions.ts';
import { got, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { deepScanFrom } from './deep-options.ts';
import { openDataFolder, openMachine } from './machines.ts';
import { readMachine } from './read-machine.ts';
import { loadInventory, type SourceOptions } from './source.ts';

export interface LoadedAnswer extends Answer {
  readonly inventory: Inventory;
}

/** The one answer about the machine or the file that the flags name, for what a person wants removed. */
export async function loadAnswer(
  options: SourceOptions,
  choice: Choice,
  terminal: Terminal,
  words: Translator,
): Promise<Got<LoadedAnswer>> {
  if (options.from !== undefined) {
    const inventory = await loadInventory(options, terminal, words);
    if (!inventory.ok) return inventory;
    return got({ inventory: inventory.value, ...answerAbout(inventory.value, choice) });
  }
  const deep = await deepScanFrom(options);
  if (!deep.ok) return deep;
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    const inventory = await readMachine(machine.value, terminal, words, deep.value);
    if (!inventory.ok) return inventory;
    const folder = await openDataFolder(options, 'read', { terminal, words });
    if (!folder.ok) return folder;
    const { value: now } = inventory;
    const question = { dataFolder: folder.value, machineId: machine.value.id, now };
    // What reads journals is loaded only where there may be one to read.
    const { waitingRun } = await import('../../engine/run/waiting-run.ts');
    return got({ inventory: now, ...answerAbout(now, choice, waitingRun(question)) });
  } finally {
    await machine.value.close();
  }
}
