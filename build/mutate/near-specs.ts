import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The specs that reach a source, those next to it first; `near` are few, and asked before the `far` ones. */
export interface NearSpecs {
  readonly near: readonly string[];
  readonly far: readonly string[];
}

/** Which specs to ask about a source: by what they import, and by how far from its mirrored place they lie. */
export function nearSpecs(root: string): (file: string) => NearSpecs {
  const files = globSync(['src/**/*.{ts,tsx}', 'tests/**/*.ts'], { cwd: root });
  const imports = new Map(files.map((file) => [file, importsOf(root, file)]));
  const specs = files
    .filter((file) => /^tests\/(?:unit|accuracy)\/.*\.spec\.ts$/.test(file))
    .map((spec) => ({ spec, reached: reachedFrom(spec, imports) }));
  return (file) => {
    const asked = specs
      .filter(({ reached }) => reached.has(file))
      .map(({ spec }) => ({ spec, distance: distance(spec, file, imports) }))
      .toSorted(
        (one, other) => one.distance - other.distance || one.spec.length - other.spec.length,
      )
      .map(({ spec }) => spec);
    const near = asked.filter((spec) => !slow.test(spec)).slice(0, few);
    return { near, far: asked.filter((spec) => !near.includes(spec)) };
  };
}

const few = 6;

/** Those that kill a run at every instant take minutes on a busy machine; they are asked last. */
const slow = /\/run-(?:killed|resume)\.spec\.ts$/;

function importsOf(root: string, file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/^(?!import type).*?(?:from |import\(|import )'(\.[^']+)'/gm);
  return Array.from(found, ([, path = '']) => join(dirname(file), path));
}

function reachedFrom(
  spec: string,
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [spec];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    open.push(...(imports.get(file) ?? []));
  }
  return reached;
}

/** Steps between the folder of a spec and the one that mirrors the source's; one less where it imports the source itself. */
function distance(
  spec: string,
  file: string,
  imports: ReadonlyMap<string, readonly string[]>,
): number {
  const mirrored = join('tests/unit', relative('src', file));
  const between = relative(dirname(spec), dirname(mirrored));
  const steps = between === '' ? 0 : between.split('/').length;
  const isNamesake = spec.replace(/(?:\.property)?\.spec\.ts$/, '.ts') === mirrored;
  return steps - (imports.get(spec)?.includes(file) === true ? 1 : 0) - (isNamesake ? 2 : 0);
}
