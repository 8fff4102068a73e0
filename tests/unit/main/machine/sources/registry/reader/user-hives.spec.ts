import { describe, expect, it } from 'vitest';
import { SectionReader } from '../../../../../../../src/main/machine/sources/registry/reader/section-reader.ts';
import { TreeRegistry } from '../../../../../../../src/main/machine/registry/tree-registry.ts';
import { userHives } from '../../../../../../../src/main/machine/sources/registry/reader/user-hives.ts';

function hivesOf(...paths: string[]) {
  const registry = new TreeRegistry();
  registry.addKey('HKLM');
  for (const path of paths) registry.addKey(path);
  const reader = new SectionReader(registry);
  return { hives: userHives(reader), gaps: reader.gaps.map((gap) => gap.subject) };
}

describe('userHives', () => {
  it('gives the exported current user, and says that there may be others', () => {
    expect(hivesOf('HKU\\current\\Software')).toEqual({ hives: ['current'], gaps: ['HKU'] });
  });

  it('leaves out the current user where all users were exported', () => {
    expect(hivesOf('HKU', 'HKU\\current', 'HKU\\S-1-5-21-1-2-3-1001', 'HKU\\.DEFAULT')).toEqual({
      hives: ['S-1-5-21-1-2-3-1001'],
      gaps: [],
    });
  });

  it('keeps the current user where only one other was exported', () => {
    expect(hivesOf('HKU\\current', 'HKU\\S-1-12-1-5').hives).toEqual(['current', 'S-1-12-1-5']);
  });
});
