import { largestExport } from './largest-export.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import { readRegistry } from './read-registry.ts';
import { parseRegFile, type RegFileOptions } from '../../formats/reg/parse-reg-file.ts';

export interface RegistryExportRequest extends RegFileOptions {
  readonly bytes: Uint8Array;
  /** Where the bytes came from; only the file name is recorded. */
  readonly path: string;
  readonly scope: Scope;
  readonly collectedAt: string;
  readonly collectedBy: string;
}

export type RegistryExportOutcome =
  | { readonly ok: true; readonly inventory: Inventory }
  | {
      readonly ok: false;
      readonly code: 'notARegistryExport' | 'truncated' | 'empty' | 'tooLarge';
      readonly message: Message;
    };

/** The inventory of the machine whose registry export (`.reg`) this is. */
export async function readRegistryExport(
  request: RegistryExportRequest,
): Promise<RegistryExportOutcome> {
  const { bytes, path, scope, collectedAt, collectedBy } = request;
  if (bytes.length > largestExport) return tooLarge;
  const read = parseRegFile(bytes, request);
  if (!read.ok) return read;
  const source = {
    kind: 'registryExport',
    detail: fileName(path),
    ...(read.notes.length === 0 ? {} : { notes: [...read.notes] }),
  } as const;
  const inventory = await readRegistry({
    registry: read.registry,
    scope,
    source,
    collectedAt,
    collectedBy,
    gaps: read.problems,
  });
  return { ok: true, inventory };
}

const tooLarge: RegistryExportOutcome = {
  ok: false,
  code: 'tooLarge',
  message: message('export.tooLarge', {
    size: largestExport / 1024 / 1024,
    keys: ['HKEY_LOCAL_MACHINE\\SOFTWARE', 'HKEY_LOCAL_MACHINE\\SYSTEM', 'HKEY_USERS'],
  }),
};

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
