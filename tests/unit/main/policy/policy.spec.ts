import { describe, expect, it } from 'vitest';
import { message } from '../../../../src/shared/domain/message.ts';
import { parsePolicyFile } from '../../../../src/main/policy/policy-file.ts';
import {
  forbidKey,
  forbiddenBy,
  policyKey,
  type Policy,
  type ReadLayer,
} from '../../../../src/main/policy/policy.ts';
import {
  flagNames,
  forbiddable,
  policyFlags,
  type FlagKind,
  type FlagName,
} from '../../../../src/main/policy/policy-flags.ts';
import { parseRegistryPolicy } from '../../../../src/main/policy/registry-policy.ts';
import type { RegistryData, RegistryKey } from '../../../../src/main/machine/registry/registry.ts';

const file = (document: unknown) =>
  parsePolicyFile(
    JSON.stringify({ format: 'cutover-policy/1', ...(document as object) }),
    'p.json',
  );

function key(path: string, values: Readonly<Record<string, RegistryData>>): RegistryKey {
  const entries = Object.entries(values).map(
    ([name, data]) => [name.toLowerCase(), { name, type: 'REG_NONE', size: 0, data }] as const,
  );
  return { path, name: path.slice(path.lastIndexOf('\\') + 1), values: new Map(entries) };
}

const registry = (
  flags: Readonly<Record<string, RegistryData>>,
  forbids?: Readonly<Record<string, RegistryData>>,
) => parseRegistryPolicy(key(policyKey, flags), forbids ? [key(forbidKey, forbids)] : []);

function layerOf(read: ReadLayer | null): Policy[number] {
  if (read?.ok !== true) throw new Error(JSON.stringify(read));
  return read.layer;
}

const samples: Readonly<Record<FlagKind, readonly [RegistryData, unknown, readonly string[]]>> = {
  switch: [1, true, []],
  text: ['a b', 'a b', ['a b']],
  minutes: [5, 5, ['5']],
  seconds: [60, 60, ['60']],
  list: [
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ],
};

describe('every flag', () => {
  it.each(flagNames)('%s can be set by a file and by Group Policy alike', (name) => {
    const [stored, written, given] = samples[policyFlags[name].kind];
    const wanted = new Map<FlagName, readonly string[]>([[name, given]]);
    expect([
      layerOf(file({ flags: { [name]: written } })).flags,
      layerOf(registry({ [name]: stored })).flags,
    ]).toEqual([wanted, wanted]);
  });

  it.each(flagNames)('%s is refused with a value of another kind', (name) => {
    const isSwitch = policyFlags[name].kind === 'switch';
    const [written, stored] = isSwitch ? ['yes', 2] : [true, Buffer.from('a')];
    expect([file({ flags: { [name]: written } }).ok, registry({ [name]: stored })]).toEqual([
      false,
      {
        ok: false,
        why: message('policy.broken', {
          source: policyKey,
          what: message('policy.wrongKind', { name }),
        }),
      },
    ]);
  });

  it('that is a switch can be off', () => {
    const off = new Map([['all', null]]);
    expect([
      layerOf(file({ flags: { all: false } })).flags,
      layerOf(registry({ all: 0 })).flags,
    ]).toEqual([off, off]);
  });
});

describe('what nobody knows', () => {
  it.each([
    ['a flag', { flags: { al: true } }],
    ['something forbidden', { forbid: ['--al'] }],
    ['a part of the document', { forbids: [] }],
    ['a format', { format: 'cutover-policy/2' }],
    ['no document', []],
  ])('is an error in a file: %s', (_name, document) => {
    expect(file(document).ok || Array.isArray(document)).toBe(Array.isArray(document));
    expect(parsePolicyFile(JSON.stringify([]), 'p.json').ok).toBe(false);
  });

  it.each(['', '{', '"cutover-policy/1"'])('is no policy: %s', (text) => {
    expect(parsePolicyFile(text, 'p.json').ok).toBe(false);
  });

  it('is an error in Group Policy, by its name', () => {
    const unknown = (source: string, name: string) => ({
      ok: false,
      why: message('policy.broken', { source, what: message('policy.unknownValue', { name }) }),
    });
    expect([
      registry({ al: 1 }),
      registry({}, { '--al': 1 }),
      parseRegistryPolicy(key(policyKey, {}), [key(`${policyKey}\\Forbids`, {})]),
    ]).toEqual([
      unknown(policyKey, 'al'),
      unknown(forbidKey, '--al'),
      unknown(policyKey, 'Forbids'),
    ]);
  });

  it('does not count where an editor of the registry leaves a default value', () => {
    expect(layerOf(registry({ '': 'x' })).flags.size).toBe(0);
  });
});

describe('what is forbidden', () => {
  it.each(forbiddable)('%s can be, by a file and by Group Policy alike', (what) => {
    const layers = [layerOf(file({ forbid: [what] })), layerOf(registry({}, { [what]: 1 }))];
    expect(layers.map((layer) => forbiddenBy([layer], what))).toEqual(['p.json', policyKey]);
  });

  it('is what is on, and nothing beside it', () => {
    const layer = layerOf(registry({}, { restore: 1, purge: 0 }));
    expect(forbiddable.filter((what) => forbiddenBy([layer], what) !== null)).toEqual(['restore']);
  });

  it('holds under every name of a flag', () => {
    const layer = layerOf(file({ forbid: ['--reactivate-defender'] }));
    expect(forbiddable.filter((what) => forbiddenBy([layer], what) !== null)).toEqual([
      '--enable-defender',
      '--reactivate-defender',
    ]);
  });

  it('in a weaker layer stays forbidden', () => {
    const layers = [layerOf(file({})), layerOf(registry({}, { clean: 1 }))];
    expect(forbiddenBy(layers, 'clean')).toBe(policyKey);
  });
});
