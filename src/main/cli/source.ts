import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { inventorySchema, type Inventory } from '../../shared/inventory.ts';
import { readRegistryExport } from '../machine/registry/read-registry-export.ts';
import { scope } from '../catalog/scope.ts';
import { cutoverVersion } from './cutover-version.ts';
import { got, not, type Got } from './command-end.ts';
import { openMachine, type MachineOptions } from './machines.ts';

export interface SourceOptions extends MachineOptions {
  /** An inventory made by `cutover inventory`, or a registry export. */
  readonly from?: string;
}

/** The inventory a command works on: from a file, a practice computer or this computer. */
export async function loadInventory(options: SourceOptions): Promise<Got<Inventory>> {
  if (options.from !== undefined) return await inventoryFromFile(options.from);
  const machine = await openMachine(options);
  if (!machine.ok) return machine;
  try {
    return got(await machine.value.inventory(scope));
  } finally {
    await machine.value.close();
  }
}

async function inventoryFromFile(path: string): Promise<Got<Inventory>> {
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  return looksLikeJson(bytes.value)
    ? parseInventory(bytes.value, path)
    : inventoryFromExport(bytes.value, path);
}

async function readWhole(path: string): Promise<Got<Buffer>> {
  try {
    return got(await readFile(path));
  } catch (error) {
    return not('unreadableInput', `${path} could not be read: ${reasonOf(error)}. Check the path.`);
  }
}

const plainReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return plainReasons[code] ?? (error as Error).message;
}

/** A byte order mark and blanks may stand before the brace. */
function looksLikeJson(bytes: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/.test(bytes.subarray(0, 64).toString('utf8'));
}

function parseInventory(bytes: Buffer, path: string): Got<Inventory> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return not(
      'unreadableInput',
      `${path} is not whole: it begins like an inventory, but is no valid JSON. ` +
        'Was it cut off while copying? Make it again with `cutover inventory --out FILE`.',
    );
  }
  const parsed = inventorySchema.safeParse(json);
  if (parsed.success) return got(parsed.data);
  const problems = z.prettifyError(parsed.error).split('\n').slice(0, 6).join('\n');
  return not(
    'unreadableInput',
    `${path} is not an inventory this version of Cutover can read:\n${problems}`,
  );
}

function inventoryFromExport(bytes: Buffer, path: string): Got<Inventory> {
  const read = readRegistryExport({
    bytes,
    path,
    scope,
    collectedAt: new Date().toISOString(),
    collectedBy: `cutover ${cutoverVersion}`,
  });
  return read.ok ? got(read.inventory) : not('unreadableInput', `${path}: ${read.message}`);
}
