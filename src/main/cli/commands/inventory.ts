import { writeFile } from 'node:fs/promises';
import { message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { jsonText } from '../../report/json-text.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { answered, ended, type CommandEnd } from '../results/command-end.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import { showInventory } from '../terminal/show-inventory.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface InventoryOptions extends SourceOptions {
  readonly out?: string;
}

/** `cutover inventory`: reads a machine into one document. */
export async function inventoryCommand(
  options: InventoryOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const inventory = await loadInventory(options, terminal, words);
  if (!inventory.ok) return inventory.end;
  if (options.out !== undefined) return await save(options.out, inventory.value, terminal, words);
  showInventory(terminal, words, inventory.value);
  return answered({ inventory: inventory.value });
}

async function save(
  path: string,
  inventory: Inventory,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  try {
    await writeFile(path, `${jsonText(inventory)}\n`);
  } catch (error) {
    const detail = (error as Error).message;
    return ended('cannotWrite', message('terminal.end.notWritten', { path, detail }));
  }
  showInventory(terminal, words, inventory);
  terminal.out(`\n${words.t('page.report.savedTo', { path })}`);
  return answered({ written: path });
}
