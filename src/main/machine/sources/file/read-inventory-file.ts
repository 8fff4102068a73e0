import * as files from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { decodeText } from '../../formats/text/decode-text.ts';
import { largestExport } from '../registry/largest-export.ts';
import { inventoryShape } from './inventory-shape.ts';
import { readByShape } from './read-by-shape.ts';

export interface InventoryFile {
  readonly path: string;
  /** What to look for in a registry export. */
  readonly scope: Scope;
  /** Name and version of the program, for the inventory of an export. */
  readonly collectedBy: string;
}

/** Why a file does not do. `file` is its name without its folder. */
export interface FileProblem {
  readonly id:
    | 'fileNotReadable'
    | 'fileNotWhole'
    | 'fileTooLarge'
    | 'notAnInventory'
    | 'severalMachines';
  readonly file: string;
  /** What the system said, in English, or what is wrong with the file. */
  readonly detail: string | Message | null;
}

/** What a file held, or why it does not do. */
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileProblem };

/** Not `node:fs/promises`, which loads streams and lines before it reads anything. */
const [readFile, stat] = [promisify(files.readFile), promisify(files.stat)];

/** The same of a file that tells of one machine, see {@link readInventories}. */
export async function readInventoryFile(request: InventoryFile): Promise<Read<Inventory>> {
  const read = await readInventories(request);
  if (!read.ok) return read;
  const [inventory, ...more] = read.value;
  if (inventory === undefined) return not('notAnInventory', request.path);
  return more.length === 0 ? { ok: true, value: inventory } : not('severalMachines', request.path);
}

/**
 * Reads an inventory made by `cutover inventory`, also within the result that it prints, or by the window, a registry
 * export, or the report of another program, which may tell of several machines.
 */
export async function readInventories(request: InventoryFile): Promise<Read<readonly Inventory[]>> {
  const { path } = request;
  const bytes = await readWhole(path);
  if (!bytes.ok) return bytes;
  const read = looksLikeJson(bytes.value)
    ? await parseInventory(bytes.value, path)
    : await inventoryFromExport(bytes.value, request);
  if (read.ok) return { ok: true, value: [read.value] };
  return (await inventoriesFromReport(bytes.value, request)) ?? read;
}

async function readWhole(path: string): Promise<Read<Buffer>> {
  try {
    if ((await stat(path)).size > largestExport) return tooLarge(path, largestExport);
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return not('fileNotReadable', path, (error as Error).message);
  }
}

/** A byte order mark and blanks may stand before the brace. */
function looksLikeJson(bytes: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/.test(decodeText(bytes.subarray(0, 64)));
}

/** Bytes. That of a large computer has some five million. */
const largestInventory = 64 * 1024 * 1024;

async function parseInventory(bytes: Buffer, path: string): Promise<Read<Inventory>> {
  if (bytes.length > largestInventory) return tooLarge(path, largestInventory);
  let json: unknown;
  try {
    // PowerShell writes UTF-16 where output goes into a file.
    json = unpacked(JSON.parse(decodeText(bytes).replace(/^\uFEFF/, '')));
  } catch {
    return not('fileNotWhole', path);
  }
  const inventory = readByShape(inventoryShape, json) as Inventory | undefined;
  if (inventory !== undefined) return { ok: true, value: inventory };
  const { readStrictly } = await import('./read-strictly.ts');
  const read = readStrictly(json);
  return read.ok ? read : not('notAnInventory', path, read.detail);
}

/** `cutover inventory --json` prints the inventory within its result. */
function unpacked(json: unknown): unknown {
  return isResult(json) ? json.inventory : json;
}

function isResult(json: unknown): json is { readonly inventory: unknown } {
  return (
    typeof json === 'object' &&
    json !== null &&
    !Array.isArray(json) &&
    Object.hasOwn(json, 'inventory')
  );
}

async function inventoryFromExport(
  bytes: Buffer,
  request: InventoryFile,
): Promise<Read<Inventory>> {
  const { path } = request;
  const { readRegistryExport } = await import('../registry/read-registry-export.ts');
  const read = await readRegistryExport({
    ...request,
    bytes,
    collectedAt: new Date().toISOString(),
  });
  if (read.ok) return { ok: true, value: read.inventory };
  return not(exportProblems[read.code], path, read.message);
}

/** Null for what is no report either. */
async function inventoriesFromReport(
  bytes: Buffer,
  { path, collectedBy }: InventoryFile,
): Promise<Read<readonly Inventory[]> | null> {
  const { reportsIn } = await import('../report/read-report.ts');
  const reports = reportsIn(bytes);
  if (reports === null) return null;
  const { inventoryOfReport } = await import('../report/machine-report.ts');
  const origin = { file: basename(path), collectedAt: new Date().toISOString(), collectedBy };
  return { ok: true, value: reports.map((report) => inventoryOfReport(report, origin)) };
}

function tooLarge(path: string, most: number): Read<never> {
  return not('fileTooLarge', path, message('file.tooLarge', { size: most / 1024 / 1024 }));
}

const exportProblems = {
  notARegistryExport: 'notAnInventory',
  empty: 'notAnInventory',
  truncated: 'fileNotWhole',
  tooLarge: 'fileTooLarge',
} as const;

function not(
  id: FileProblem['id'],
  path: string,
  detail: FileProblem['detail'] = null,
): Extract<Read<never>, { ok: false }> {
  return { ok: false, problem: { id, file: basename(path), detail } };
}
