import { describe, expect, it } from 'vitest';
import { SectionReader } from '../../../../../../../src/main/machine/sources/registry/reader/section-reader.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const machine = treeRegistryOf({ 'HKLM\\A': {}, 'HKLM\\A\\B': {} }, ['HKLM\\A\\Denied']);

function read(registry: TreeRegistry, ...paths: string[]) {
  const reader = new SectionReader(registry);
  const items = paths.flatMap((path) => reader.children(path).map((key) => key.name));
  const { state, gaps } = reader.section(items);
  return { state, items, gaps: gaps.map((gap) => `${gap.reason} ${gap.subject}`) };
}

describe('SectionReader', () => {
  it('calls a section read when everything was answered', () => {
    const plain = treeRegistryOf({ 'HKLM\\A\\B': {} });
    expect(read(plain, 'HKLM\\A', 'HKLM\\Nothing')).toEqual({
      state: 'read',
      items: ['B'],
      gaps: [],
    });
  });

  it('calls a section empty when absence was proven', () => {
    expect(read(machine, 'HKLM\\Nothing')).toEqual({ state: 'empty', items: [], gaps: [] });
  });

  it('calls a section partial when a part refused, and names that part once', () => {
    expect(read(machine, 'HKLM\\A', 'HKLM\\A')).toEqual({
      state: 'partial',
      items: ['B', 'B'],
      gaps: ['accessDenied HKLM\\A\\Denied'],
    });
  });

  it('calls a section partial when absence was proven in one place only', () => {
    expect(read(machine, 'HKLM\\Nothing', 'HKLM\\A\\Denied').state).toBe('partial');
  });

  it('calls a section unreadable when nothing was answered', () => {
    expect(read(new TreeRegistry(), 'HKLM\\A')).toEqual({
      state: 'unreadable',
      items: [],
      gaps: ['notCollected HKLM\\A'],
    });
  });
});
