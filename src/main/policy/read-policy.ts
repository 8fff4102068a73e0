import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { message, quoted, type Message } from '../../shared/domain/message.ts';
import { doubtAboutFile } from '../disk/changeable-part.ts';
import * as machines from '../machine/open-machine.ts';
import { broken, policyKey, type Policy, type PolicyLayer, type ReadLayer } from './policy.ts';

/** The policy of this computer, or why there is no going by it. */
export type ReadPolicy =
  | {
      readonly ok: true;
      readonly policy: Policy;
      /** What lies where a policy is looked for and was not believed. */
      readonly ignored: Message | null;
    }
  | { readonly ok: false; readonly why: Message };

/**
 * The file that somebody named, else that of this computer where only administrators can have written it; below it, what Group
 * Policy set. A file that was named and cannot be believed is an error; one that simply lies there is none, because anybody
 * could bring every run to a stop with it.
 */
export async function readPolicy(named: string | undefined): Promise<ReadPolicy> {
  const layers: PolicyLayer[] = [];
  const { layer, ignored } = named === undefined ? await usualFile() : await namedFile(named);
  for (const read of [layer, await fromRegistry()]) {
    if (read === null) continue;
    if (!read.ok) return read;
    layers.push(read.layer);
  }
  return { ok: true, policy: layers, ignored };
}

interface FoundFile {
  readonly layer: ReadLayer | null;
  readonly ignored: Message | null;
}

async function usualFile(): Promise<FoundFile> {
  const file = await machines.usualPolicyFile();
  if (file === null) return { layer: null, ignored: null };
  const doubt = doubtAboutFile(file, await machines.accessHere());
  if (doubt === null) return { layer: await readFile(file), ignored: null };
  // Whoever has no rights to lose cannot look into the folder of the administrators, nor has to know.
  const silent = doubt === 'absent' || !(await machines.isElevated());
  return { layer: null, ignored: silent ? null : message('policy.ignored', { file, why: doubt }) };
}

async function namedFile(file: string): Promise<FoundFile> {
  const doubt = (await machines.isElevated())
    ? doubtAboutFile(file, await machines.accessHere())
    : null;
  const layer = doubt === null || doubt === 'absent' ? await readFile(file) : broken(file, doubt);
  return { layer, ignored: null };
}

/** Bytes. A policy with everything in it has a tenth of it. */
const mostBytes = 256 * 1024;

/** What understands a policy is loaded only where there is one: most computers have none, and every command asks. */
async function readFile(file: string): Promise<ReadLayer> {
  const { parsePolicyFile } = await import('./policy-file.ts');
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const stats = fstatSync(handle);
    if (!stats.isFile() || stats.size > mostBytes)
      return broken(file, message('policy.noPolicy', { most: mostBytes / 1024 }));
    const bytes = Buffer.alloc(stats.size);
    return parsePolicyFile(bytes.toString('utf8', 0, readSync(handle, bytes)), file);
  } catch (error) {
    return broken(file, quoted((error as Error).message));
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

async function fromRegistry(): Promise<ReadLayer | null> {
  const keys = await machines.policyKeys(policyKey);
  if (keys === null) return null;
  if ('gap' in keys) return broken(keys.gap.subject, keys.gap.detail);
  if (keys.key === null) return null;
  const { parseRegistryPolicy } = await import('./registry-policy.ts');
  return parseRegistryPolicy(keys.key, keys.below);
}
