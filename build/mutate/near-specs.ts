import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** The specs that reach a source, those next to it first; `near` are few, and asked before the `far` ones. */
export interface NearSpecs {
  readonly near: readonly string[];
  readonly far: readonly string[];
}

/**
 * Which specs to ask about a source: by what they import, by how far from its mirrored place they lie, and by which of its own
 * ids they name. Rooms with many sources have specs by subject, and there the place alone says little.
 */
export function nearSpecs(root: string): (file: string) => NearSpecs {
  const files = globSync(['src/**/*.{ts,tsx}', 'tests/**/*.ts'], { cwd: root });
  const imports = new Map(files.map((file) => [file, importsOf(root, file)]));
  const specs = files
    .filter((file) => /^tests\/(?:unit|accuracy)\/.*\.spec\.ts$/.test(file))
    .map((spec) => ({ spec, reached: reachedFrom(spec, imports), ids: idsIn(root, spec) }));
  return (file) => {
    const reaching = specs.filter(({ reached }) => reached.has(file));
    const shared = idsShared(
      idsIn(root, file),
      reaching.map(({ ids }) => ids),
    );
    const rated = reaching
      .map(({ spec, ids }) => ({
        spec,
        distance: distance(spec, file, imports),
        said: shared(ids),
      }))
      .toSorted(
        (one, other) => one.distance - other.distance || one.spec.length - other.spec.length,
      );
    const quick = rated.filter(({ spec }) => !slow.test(spec));
    const telling = quick.filter(({ said }) => said > 0).toSorted((a, b) => b.said - a.said);
    const near = [
      ...new Set([...quick.slice(0, few), ...telling.slice(0, few)].map(({ spec }) => spec)),
    ];
    return { near, far: rated.map(({ spec }) => spec).filter((spec) => !near.includes(spec)) };
  };
}

/** From each of the two orders. */
const few = 4;

/** Those that kill a run at every instant take minutes on a busy machine; they are asked last. */
const slow = /\/run-(?:killed|resume)\.spec\.ts$/;

function importsOf(root: string, file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.matchAll(/^(?!import type).*?(?:from |import\(|import )'(\.[^']+)'/gm);
  return Array.from(found, ([, path = '']) => join(dirname(file), path));
}

/** Ids that are long enough to mean one thing. */
function idsIn(root: string, file: string): ReadonlySet<string> {
  const source = readFileSync(join(root, file), 'utf8');
  return new Set(Array.from(source.matchAll(/'([a-z][\w.]{7,})'/gi), ([, id = '']) => id));
}

/** How much a spec says of what is a source's own: an id counts the less, the more specs name it. */
function idsShared(
  ids: ReadonlySet<string>,
  specs: readonly ReadonlySet<string>[],
): (spec: ReadonlySet<string>) => number {
  const weights = new Map(
    Array.from(ids, (id) => [id, 1 / specs.filter((each) => each.has(id)).length]),
  );
  return (spec) => [...weights].reduce((sum, [id, weight]) => sum + (spec.has(id) ? weight : 0), 0);
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

/** 2 for a spec of the same name, in whatever folder, and 1 for one whose name begins with the same word. */
function likeness(spec: string, file: string): number {
  const [asked, own] = [spec, file].map((path) => basename(path).replace(/\..*$/, ''));
  if (asked === own) return 2;
  const [first, other] = [asked, own].map((name) => name?.split('-')[0]?.replace(/s$/, ''));
  return first === other ? 1 : 0;
}

/** Steps between the folder of a spec and the one that mirrors the source's, less what else brings them together. */
function distance(
  spec: string,
  file: string,
  imports: ReadonlyMap<string, readonly string[]>,
): number {
  const mirrored = join('tests/unit', relative('src', file));
  const between = relative(dirname(spec), dirname(mirrored));
  const steps = between === '' ? 0 : between.split('/').length;
  return steps - (imports.get(spec)?.includes(file) === true ? 1 : 0) - likeness(spec, file);
}
