import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** In the bundle stands what comes out of them. */
const madeByTheBuild = /generated|\/inventory-shape\.ts$/;

/** The modules that are loaded with one, itself among them: what it imports by name, and not only for its types. */
function loadedWith(...entries: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(entries.map((entry) => join(root, entry)));
  for (const file of loaded) {
    for (const from of importsOf(file)) {
      if (from.startsWith('.') && !madeByTheBuild.test(from)) loaded.add(join(dirname(file), from));
    }
  }
  return loaded;
}

function importsOf(file: string): readonly string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )(?<what>[^;']*?) ?from '(?<from>[^']+)';/gm,
  );
  return [...statements].flatMap(({ groups }) => {
    const names = groups?.['what']?.replaceAll(/[{}\s]/g, '').split(',') ?? [];
    const isForTypes = names.every((name) => name === '' || /^type[A-Z]/.test(name));
    return isForTypes ? [] : (groups?.['from'] ?? []);
  });
}

const withSchemas = (loaded: ReadonlySet<string>) =>
  [...loaded]
    .filter((file) => importsOf(file).includes('zod'))
    .map((file) => relative(root, file).replaceAll('\\', '/'));

it('what every command begins with makes no schema', () => {
  const loaded = loadedWith('src/main/cli/cli.ts', 'src/main/cli/terminal/node-terminal.ts');

  expect([loaded.size > 40, withSchemas(loaded)]).toEqual([true, []]);
});

it('`check` makes none either: what an inventory looks like is known when the program is built', () => {
  const loaded = loadedWith('src/main/cli/commands/check.ts');

  expect([loaded.size > 150, withSchemas(loaded)]).toEqual([true, []]);
});
