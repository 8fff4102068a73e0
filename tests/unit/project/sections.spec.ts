import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registrySource } from '../../../src/main/machine/sources/registry/registry-source.ts';
import type { Source } from '../../../src/main/machine/sources/source.ts';
import { windowsSource } from '../../../src/main/machine/sources/windows/windows-source.ts';
import { sectionNames, type SectionName } from '../../../src/shared/domain/sections.ts';

const root = new URL('../../../', import.meta.url);

function fileOf(name: SectionName): string {
  return `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}

/** In the order in which {@link sectionNames} would be read; what needs itself is never done. */
function neededBy(source: Source<never>, name: SectionName): readonly SectionName[] {
  const row = source[name];
  const needs = 'collect' in row ? (row.needs ?? []) : [];
  return needs.flatMap((need) => (need === name ? [name] : [need, ...neededBy(source, need)]));
}

describe('a section of the inventory', () => {
  it('has one file of its own, named after it', () => {
    const files = globSync('src/shared/domain/inventory/**/*.ts', { cwd: root });

    expect(files.map((path) => basename(path)).toSorted()).toEqual(
      sectionNames.map(fileOf).toSorted(),
    );
  });

  it.each<[string, Source<never>]>([
    ['the registry', registrySource],
    ['Windows', windowsSource],
  ])('has a row in the source of %s, and none that needs itself', (_name, source) => {
    const circular = sectionNames.filter((name) => neededBy(source, name).includes(name));

    expect([Object.keys(source).toSorted(), circular]).toEqual([sectionNames.toSorted(), []]);
  });

  it('is listed beside all others in one place only', () => {
    const lists = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => {
      const text = readFileSync(new URL(path, root), 'utf8');
      const named = sectionNames.filter((name) => isNamed(name, text));
      return named.length > sectionNames.length / 2;
    });

    expect(lists.filter((path) => !recordedComputer.test(path)).toSorted()).toEqual([
      'src/main/machine/sources/registry/registry-source.ts',
      'src/main/machine/sources/windows/windows-source.ts',
      'src/shared/domain/sections.ts',
    ]);
  });
});

/** What a practice computer has is no list of what there is. */
const recordedComputer = /^src\/main\/machine\/practice\/computers\//;

/** As a key, as an item of a list, or in quotes. */
function isNamed(name: SectionName, text: string): boolean {
  return new RegExp(`^\\s*(?:\\.\\.\\.)?(['"]?)${name}\\1\\s*[:,]|'${name}'`, 'm').test(text);
}
