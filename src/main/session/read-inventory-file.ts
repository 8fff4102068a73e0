import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { type Inventory, inventorySchema } from '../../shared/domain/inventory.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { scope } from '../catalog/scope.ts';
import { readRegistryExport } from '../machine/sources/registry/read-registry-export.ts';
import { cutoverVersion } from './cutover-version.ts';

/** What a file held, or why it does not do: a sentence for the terminal, and data for the window. */
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly problem: Problem };

/** Reads an inventory made by `cutover inventory` or by the window, or a registry export. */
export async function readInventoryFile(path: string): Promise<Read<Inventory>> {
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  return looksLikeJson(bytes.value)
    ? parseInventory(bytes.value, path)
    : inventoryFromExport(bytes.value, path);
}

async function readWhole(path: string): Promise<Read<Buffer>> {
  try {
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    const message = `${path} could not be read: ${reasonOf(error)}. Check the path.`;
    return not(message, problem('fileNotReadable', path, (error as Error).message));
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

function parseInventory(bytes: Buffer, path: string): Read<Inventory> {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return not(
      `${path} is not whole: it begins like an inventory, but is no valid JSON. ` +
        'Was it cut off while copying? Make it again with `cutover inventory --out FILE`.',
      problem('fileNotWhole', path),
    );
  }
  const parsed = inventorySchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = z.prettifyError(parsed.error).split('\n').slice(0, 6).join('\n');
  const message = `${path} is not an inventory this version of Cutover can read:\n${problems}`;
  return not(message, problem('notAnInventory', path, problems));
}

function inventoryFromExport(bytes: Buffer, path: string): Read<Inventory> {
  const read = readRegistryExport({
    bytes,
    path,
    scope,
    collectedAt: new Date().toISOString(),
    collectedBy: `cutover ${cutoverVersion}`,
  });
  if (read.ok) return { ok: true, value: read.inventory };
  return not(`${path}: ${read.message}`, problem(exportProblems[read.code], path, read.message));
}

const exportProblems = {
  notARegistryExport: 'notAnInventory',
  empty: 'notAnInventory',
  truncated: 'fileNotWhole',
  tooLarge: 'fileTooLarge',
} as const;

function problem(
  id: 'fileNotReadable' | 'fileNotWhole' | 'fileTooLarge' | 'notAnInventory',
  path: string,
  detail: string | null = null,
): Problem {
  return { id, file: basename(path), detail };
}

function not(message: string, why: Problem): Extract<Read<never>, { ok: false }> {
  return { ok: false, message, problem: why };
}
