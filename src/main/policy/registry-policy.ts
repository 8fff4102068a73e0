import { message } from '../../shared/domain/message.ts';
import type { RegistryData, RegistryKey, RegistryValue } from '../machine/registry/registry.ts';
import { broken, forbidKey, policyKey, type ReadLayer } from './policy.ts';
import {
  forbiddable,
  isFlagName,
  policyFlags,
  type FlagName,
  type Forbiddable,
} from './policy-flags.ts';
import { givenWith } from './policy-schema.ts';

/**
 * The keys of a policy. A switch is a number, 1 for on and 0 for off; a number of minutes is a
 * number or a text; everything else is a text, and several are a multi-string or a text with commas.
 */
export function parseRegistryPolicy(key: RegistryKey, below: readonly RegistryKey[]): ReadLayer {
  const flags = new Map<FlagName, readonly string[] | null>();
  for (const value of named(key)) {
    const { name } = value;
    if (!isFlagName(name)) return broken(policyKey, message('policy.unknownValue', { name }));
    const given = givenIn(name, value);
    if (given === undefined) return broken(policyKey, message('policy.wrongKind', { name }));
    flags.set(name, given);
  }
  const other = below.find(({ path }) => path.toLowerCase() !== forbidKey.toLowerCase());
  if (other !== undefined)
    return broken(policyKey, message('policy.unknownValue', { name: other.name }));
  const forbids = forbiddenIn(below[0]);
  if (typeof forbids === 'string')
    return broken(forbidKey, message('policy.unknownValue', { name: forbids }));
  return { ok: true, layer: { source: policyKey, flags, forbids } };
}

/** Without the default value, which editors of the registry make beside others. */
function named(key: RegistryKey): readonly RegistryValue[] {
  return [...key.values.values()].filter(({ name }) => name !== '');
}

function givenIn(name: FlagName, { data }: RegistryValue): readonly string[] | null | undefined {
  if (data instanceof Uint8Array || typeof data === 'bigint') return undefined;
  if (policyFlags[name].kind !== 'switch') return givenWith(name, data);
  return data === 1 || data === 0 ? givenWith(name, data === 1) : undefined;
}

/** What is forbidden, or the first name that stands for nothing. */
function forbiddenIn(key: RegistryKey | undefined): readonly Forbiddable[] | string {
  const forbids: Forbiddable[] = [];
  for (const { name, data } of key === undefined ? [] : named(key)) {
    const known = forbiddable.find((each) => each === name);
    if (known === undefined) return name;
    if (isOn(data)) forbids.push(known);
  }
  return forbids;
}

function isOn(data: RegistryData): boolean {
  return data !== 0 && data !== '0';
}
