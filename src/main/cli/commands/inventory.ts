import { writeFile } from 'node:fs/promises';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { jsonText } from '../../report/json-text.ts';
import { done, ended, type CommandEnd } from '../results/command-end.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import { showInventory } from '../terminal/show-inventory.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface InventoryOptions extends SourceOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** `cutover inventory`: reads a machine into one document. */
export async function inventoryCommand(
  options: InventoryOptions,
  terminal: Terminal,
): Promise<CommandEnd> {
  const inventory = await loadInventory(options, terminal);
  if (!inventory.ok) return inventory.end;
  const text = jsonText(inventory.value);
  if (options.out !== undefined)
    return await save(options.out, text, inventory.value, options, terminal);
  if (options.json) terminal.out(text);
  else showInventory(terminal, inventory.value);
  return done;
}

async function save(
  path: string,
  text: string,
  inventory: Inventory,
  options: InventoryOptions,
  terminal: Terminal,
): Promise<CommandEnd> {
  try {
    await writeFile(path, `${text}\n`);
  } catch (error) {
    return ended('cannotWrite', `${path} could not be written: ${(error as Error).message}.`);
  }
  if (options.json) terminal.out(jsonText({ written: path }));
  else {
    showInventory(terminal, inventory);
    terminal.out(`\nWritten to ${path}`);
  }
  return done;
}
