import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Reply } from '../../shared/contract.ts';
import { inventorySchema, type Inventory } from '../../shared/inventory.ts';
import { scope } from '../catalog/scope.ts';
import { readRegistryExport } from '../machine/registry/read-registry-export.ts';
import { cutoverVersion } from './cutover-version.ts';

/** Reads an inventory made by `cutover inventory` or by the window, or a registry export. */
export async function readInventoryFile(path: string): Promise<Reply<Inventory>> {
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  return looksLikeJson(bytes.value)
    ? parseInventory(bytes.value, path)
    : inventoryFromExport(bytes.value, path);
}

async function readWhole(path: string): Promise<Reply<Buffer>> {
  try {
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return not(`${path} could not be read: ${reasonOf(error)}. Check the path.`);
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

function parseInventory(bytes: Buffer, path: string): Reply<Inventory> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return not(
      `${path} is not whole: it begins like an inventory, but is no valid JSON. ` +
        'Was it cut off while copying? Make it again with `cutover inventory --out FILE`.',
    );
  }
  const parsed = inventorySchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = z.prettifyError(parsed.error).split('\n').slice(0, 6).join('\n');
  return not(`${path} is not an inventory this version of Cutover can read:\n${problems}`);
}

function inventoryFromExport(bytes: Buffer, path: string): Reply<Inventory> {
  const read = readRegistryExport({
    bytes,
    path,
    scope,
    collectedAt: new Date().toISOString(),
    collectedBy: `cutover ${cutoverVersion}`,
  });
  return read.ok ? { ok: true, value: read.inventory } : not(`${path}: ${read.message}`);
}

function not(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
