import type { RegistryTree } from '../../../shared/domain/repair-actions.ts';

/** Whether nothing stands there that is not in the whole. */
export function isPartOf(now: RegistryTree, whole: RegistryTree): boolean {
  return now.every(({ path, values }) => {
    const there = whole.find((each) => each.path.toLowerCase() === path.toLowerCase());
    return (
      there !== undefined &&
      values.every((value) => there.values.some((each) => isSameValue(each, value)))
    );
  });
}

/** What was kept first, and what has come since. */
export function mergeTrees(kept: RegistryTree, now: RegistryTree): RegistryTree {
  const isAt = (path: string) => (each: { readonly path: string }) =>
    each.path.toLowerCase() === path.toLowerCase();
  const merged = kept.map((key) => {
    const values = now.find(isAt(key.path))?.values ?? [];
    const isKnown = ({ name }: Named) =>
      key.values.some((each) => each.name.toLowerCase() === name.toLowerCase());
    return { ...key, values: [...key.values, ...values.filter((value) => !isKnown(value))] };
  });
  return [...merged, ...now.filter(({ path }) => !kept.some(isAt(path)))];
}

type Named = RegistryTree[number]['values'][number];

function isSameValue(one: Named, other: Named): boolean {
  const isSameName = one.name.toLowerCase() === other.name.toLowerCase();
  return isSameName && one.type === other.type && one.data === other.data;
}
