import { quoted } from '../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import { mountHives } from '../../../../../src/main/machine/registry/mount-hives.ts';
import { readHiveFile } from '../../../../../src/main/machine/formats/hive/read-hive-file.ts';
import type { Registry } from '../../../../../src/main/machine/registry/registry.ts';
import { treeRegistryOf } from '../../../../../src/main/machine/registry/tree-registry.ts';
import { writeHive } from '../../../../support/regf-writer.ts';

const live = 'HKU\\S-1-5-21-1-2-3-1001';
const stored = 'HKU\\S-1-5-21-1-2-3-1002';
const locked = 'HKU\\S-1-5-21-1-2-3-1003';

function hive(place: string): Registry {
  const read = readHiveFile(writeHive({ keys: { Software: { values: { From: 'file' } } } }), place);
  if (!read.ok) throw new Error(read.code);
  return read.registry;
}

const base = treeRegistryOf({ [`${live}\\Software`]: { From: 'live' }, 'HKLM\\SOFTWARE': {} }, [
  locked,
]);
const all = mountHives(base, new Map([live, stored, locked].map((place) => [place, hive(place)])));

const from = (place: string) => {
  const read = all.readKey(`${place}\\Software`);
  return read.found ? read.value.values.get('from')?.data : read.gap;
};

describe('mountHives', () => {
  it('reads a profile from its file where the registry does not have it', () => {
    expect([from(stored), from(locked), from(stored.toLowerCase())]).toEqual([
      'file',
      'file',
      'file',
    ]);
  });

  it('leaves a loaded profile to the registry, which is newer than its file', () => {
    expect(from(live)).toBe('live');
  });

  it('lists mounted profiles beside loaded ones, without the gaps they fill', () => {
    const children = all.readChildren('HKU');
    const names = all.subkeyNames('HKU');
    expect({
      keys: children.found && children.value.keys.map((key) => key.path).toSorted(),
      gaps: children.found && children.value.gaps,
      names: names.found && names.value.toSorted(),
    }).toEqual({
      keys: [live, stored, locked],
      gaps: [],
      names: [live, stored, locked].map((place) => place.slice(4)),
    });
  });

  it('answers for everything else as the registry does', () => {
    expect([
      all.readKey('HKLM\\SOFTWARE').found,
      all.readKey('HKLM\\Nothing'),
      all.readKey(`${stored}\\Nothing`),
      all.readKey('HKU\\S-1-5-18'),
    ]).toEqual([true, ...Array.from({ length: 3 }, () => ({ found: false, gap: null }))]);
  });

  it('lists a profile even where the registry knows nothing of users', () => {
    const alone = mountHives(
      { ...base, readKey: refuse, readChildren: refuse, subkeyNames: refuse },
      new Map([[stored, hive(stored)]]),
    );
    const children = alone.readChildren('HKU');
    expect(
      children.found && [children.value.keys.map((key) => key.path), children.value.gaps],
    ).toEqual([[stored], [gap]]);
  });
});

const gap = {
  subject: 'HKU',
  reason: 'failed',
  detail: quoted(''),
  needsAdministrator: false,
} as const;

function refuse() {
  return { found: false, gap } as const;
}
