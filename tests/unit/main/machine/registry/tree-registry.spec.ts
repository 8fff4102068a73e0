import { quoted } from '../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../src/main/machine/registry/tree-registry.ts';
import type { Gap } from '../../../../../src/shared/domain/section.ts';

const gap = (subject: string, reason: Gap['reason']) => ({
  subject,
  reason,
  detail: expect.objectContaining({ id: expect.any(String) }),
  needsAdministrator: reason === 'accessDenied',
});
const absent = { found: false, gap: null };
const unknown = (path: string) => ({ found: false, gap: gap(path, 'notCollected') });

const machine = treeRegistryOf(
  {
    'HKLM\\SOFTWARE\\Vendor': { Name: 'text', Count: 3, List: ['a', ''], Big: 5n },
    'HKLM\\SOFTWARE\\Vendor\\Sub': { '': 'default', Raw: new Uint8Array([1, 2]) },
    'HKLM\\SOFTWARE\\Expand': { Path: { type: 'REG_EXPAND_SZ', data: '%A%', size: 8 } },
  },
  ['HKLM\\SOFTWARE\\Secret'],
);

describe('a registry from an object', () => {
  it('gives the values of a key by lower-case name, whatever the case of the path', () => {
    expect(machine.readKey('hklm\\software\\VENDOR\\')).toEqual({
      found: true,
      value: {
        path: 'HKLM\\SOFTWARE\\Vendor',
        name: 'Vendor',
        values: new Map<string, unknown>([
          ['name', { name: 'Name', type: 'REG_SZ', size: 10, data: 'text' }],
          ['count', { name: 'Count', type: 'REG_DWORD', size: 4, data: 3 }],
          ['list', { name: 'List', type: 'REG_MULTI_SZ', size: 8, data: ['a', ''] }],
          ['big', { name: 'Big', type: 'REG_QWORD', size: 8, data: 5n }],
        ]),
      },
    });
  });

  it('keeps a type that is given with the data', () => {
    const read = machine.readKey('HKLM\\SOFTWARE\\Expand');
    expect(read.found && read.value.values.get('path')).toEqual({
      name: 'Path',
      type: 'REG_EXPAND_SZ',
      size: 8,
      data: '%A%',
    });
  });

  it('says that a key which is not in it does not exist', () => {
    expect([
      machine.readKey('HKLM\\SOFTWARE\\Other'),
      machine.readChildren('HKU\\S-1-5-18\\Software'),
      machine.subkeyNames('HKLM\\SYSTEM'),
    ]).toEqual([absent, absent, absent]);
  });

  it('has a denied key, whose parent lists it as a gap', () => {
    const denied = { found: false, gap: gap('HKLM\\SOFTWARE\\Secret', 'accessDenied') };
    const children = machine.readChildren('HKLM\\SOFTWARE');
    expect({
      key: machine.readKey('HKLM\\SOFTWARE\\Secret'),
      below: machine.readKey('HKLM\\SOFTWARE\\Secret\\Deep'),
      names: machine.subkeyNames('HKLM\\SOFTWARE'),
      keys: children.found && children.value.keys.map((key) => key.name),
      gaps: children.found && children.value.gaps,
    }).toEqual({
      key: denied,
      below: denied,
      names: { found: true, value: ['Vendor', 'Expand', 'Secret'] },
      keys: ['Vendor', 'Expand'],
      gaps: [denied.gap],
    });
  });
});

describe('a registry of which parts were collected', () => {
  const part = new TreeRegistry();
  part.addKey('HKLM\\SOFTWARE\\A');
  part.addKey('HKLM\\SOFTWARE\\A\\B');
  part.addKey('HKU\\S-1');

  it('names its topmost keys', () => {
    expect(part.roots).toEqual(['HKLM\\SOFTWARE\\A', 'HKU\\S-1']);
  });

  it('proves absence only below a collected key', () => {
    expect([
      part.readKey('HKLM\\SOFTWARE\\A\\C'),
      part.readKey('HKLM\\SOFTWARE\\C'),
      part.readKey('HKLM\\SOFTWARE'),
      part.subkeyNames('HKU'),
      part.readChildren('HKLM\\SYSTEM'),
    ]).toEqual([
      absent,
      unknown('HKLM\\SOFTWARE\\C'),
      unknown('HKLM\\SOFTWARE'),
      unknown('HKU'),
      unknown('HKLM\\SYSTEM'),
    ]);
  });

  it('lists what it has of a parent, with a gap for the rest', () => {
    const children = part.readChildren('HKU');
    expect(
      children.found && [children.value.keys.map((key) => key.path), children.value.gaps],
    ).toEqual([['HKU\\S-1'], [gap('HKU', 'notCollected')]]);
  });

  it('counts a key as collected when its parent was collected later', () => {
    const late = new TreeRegistry();
    late.addKey('HKLM\\A\\B\\C');
    late.addKey('HKLM\\A');
    expect([late.readKey('HKLM\\A\\B').found, late.readKey('HKLM\\A\\B\\X'), late.roots]).toEqual([
      true,
      absent,
      ['HKLM\\A'],
    ]);
  });

  it('proves no absence where a key is incomplete', () => {
    const cut = new TreeRegistry();
    const reason = { ...gap('x', 'truncated'), detail: quoted('cut') };
    cut.addKey('HKLM\\A\\Closed');
    cut.addKey('HKLM\\A\\Open');
    cut.markOpen('HKLM\\A\\Open', reason);
    cut.addKey('HKLM\\A');
    const children = cut.readChildren('HKLM\\A');
    expect([
      cut.readKey('HKLM\\A\\Closed\\X'),
      cut.readKey('HKLM\\A\\Open\\X'),
      cut.readKey('HKLM\\A\\X'),
      children.found && children.value.gaps,
    ]).toEqual([absent, { found: false, gap: reason }, { found: false, gap: reason }, [reason]]);
  });

  it('gives its doubt with every absence', () => {
    const doubt = { ...gap('x', 'corrupt'), detail: quoted('dirty') };
    const dirty = new TreeRegistry(doubt);
    dirty.addKey('HKU\\S\\A');
    const children = dirty.readChildren('HKU\\S\\A');
    expect([
      dirty.readKey('HKU\\S\\A').found,
      dirty.readKey('HKU\\S\\A\\B'),
      children.found && children.value.gaps,
    ]).toEqual([true, { found: false, gap: doubt }, [doubt]]);
  });
});
