import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import {
  type Inventory,
  inventoryFormat,
  inventorySchema,
} from '../../../../shared/domain/inventory.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { largestExport, readRegistryExport } from '../registry/read-registry-export.ts';
import { firstFaults } from './first-faults.ts';

export interface InventoryFile {
  readonly path: string;
  /** What to look for in a registry export. */
  readonly scope: Scope;
  /** Name and version of the program, for the inventory of an export. */
  readonly collectedBy: string;
}

/** Why a file does not do. `file` is its name without its folder. */
export interface FileProblem {
  readonly id: 'fileNotReadable' | 'fileNotWhole' | 'fileTooLarge' | 'notAnInventory';
  readonly file: string;
  readonly detail: string | null;
}

/** What a file held, or why it does not do: a sentence for the terminal, and data for the window. */
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly problem: FileProblem };

/** Reads an inventory made by `cutover inventory` or by the window, or a registry export. */
export async function readInventoryFile(request: InventoryFile): Promise<Read<Inventory>> {
  const { path } = request;
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  return looksLikeJson(bytes.value)
    ? parseInventory(bytes.value, path)
    : await inventoryFromExport(bytes.value, request);
}

async function readWhole(path: string): Promise<Read<Buffer>> {
  try {
    if ((await stat(path)).size > largestExport) return tooLarge(path, largestExport);
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

/** Bytes. That of a large computer has some five million. */
const largestInventory = 64 * 1024 * 1024;
const mostFaults = 6;

function parseInventory(bytes: Buffer, path: string): Read<Inventory> {
  if (bytes.length > largestInventory) return tooLarge(path, largestInventory);
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
  const faults = formatFaults(json) ?? firstFaults(inventorySchema, json, mostFaults);
  if (faults.length === 0) return { ok: true, value: inventorySchema.parse(json) };
  const detail = z.prettifyError(new z.ZodError([...faults]));
  const message = `${path} is not an inventory this version of Cutover can read:\n${detail}`;
  return not(message, problem('notAnInventory', path, detail));
}

/** Of a document in another format nothing else is said; null when the format is ours. */
function formatFaults(json: unknown) {
  const { error } = z.looseObject({ format: z.literal(inventoryFormat) }).safeParse(json);
  return error?.issues ?? null;
}

async function inventoryFromExport(
  bytes: Buffer,
  request: InventoryFile,
): Promise<Read<Inventory>> {
  const { path } = request;
  const read = await readRegistryExport({
    ...request,
    bytes,
    collectedAt: new Date().toISOString(),
  });
  if (read.ok) return { ok: true, value: read.inventory };
  return not(`${path}: ${read.message}`, problem(exportProblems[read.code], path, read.message));
}

function tooLarge(path: string, most: number): Read<never> {
  const detail = `It is larger than ${most / 1024 / 1024} MB.`;
  return not(
    `${path} is too large to be an inventory. ${detail}`,
    problem('fileTooLarge', path, detail),
  );
}

const exportProblems = {
  notARegistryExport: 'notAnInventory',
  empty: 'notAnInventory',
  truncated: 'fileNotWhole',
  tooLarge: 'fileTooLarge',
} as const;

function problem(id: FileProblem['id'], path: string, detail: string | null = null): FileProblem {
  return { id, file: basename(path), detail };
}

function not(message: string, why: FileProblem): Extract<Read<never>, { ok: false }> {
  return { ok: false, message, problem: why };
}
