import fc from 'fast-check';
import type { RegFileKey, RegFileValue } from './reg-writer.ts';

const letter = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abcXYZ019 .-_{}') },
  { weight: 2, arbitrary: fc.constantFrom(...'[]";=@%\'/', 'ä', 'Ж', '日', '💾') },
);

/** A key name: no backslash and no line break. */
const keyName = fc.string({ unit: letter, minLength: 1, maxLength: 8 });

const anyText = fc.string({
  unit: fc.oneof(letter, fc.constantFrom('\\', '"', '\n', '\r\n', '\\n', '[HKLM\\x]\n')),
  maxLength: 8,
});

const bytes = fc
  .oneof(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ minLength: 30, maxLength: 60 }))
  .map((array) => Buffer.from(array));

const text = anyText.map((each) => Buffer.from(`${each}\0`, 'utf16le'));

const number = fc.uint8Array({ minLength: 4, maxLength: 4 }).map((array) => Buffer.from(array));

function valueNamed(name: string): fc.Arbitrary<RegFileValue> {
  return fc.oneof(
    fc.record({ name: fc.constant(name), type: fc.constantFrom(1, 2, 6), bytes: text }),
    fc.record({ name: fc.constant(name), type: fc.constant(4), bytes: number }),
    fc.record({ name: fc.constant(name), type: fc.constantFrom(0, 1, 2, 3, 4, 7, 8, 11), bytes }),
  );
}

/** Values with names that differ without regard to case. */
const values = fc
  .uniqueArray(anyText, { maxLength: 4, selector: (name) => name.toLowerCase() })
  .chain((names) => fc.tuple(...names.map(valueNamed)));

interface Tree {
  readonly values: readonly RegFileValue[];
  readonly children: readonly { readonly name: string; readonly tree: Tree }[];
}

const { tree } = fc.letrec<{ tree: Tree; children: Tree['children'] }>((tie) => ({
  tree: fc.record({
    values,
    children: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      tie('children'),
    ),
  }),
  children: fc.uniqueArray(fc.record({ name: keyName, tree: tie('tree') }), {
    maxLength: 4,
    selector: ({ name }) => name.toLowerCase(),
  }),
}));

/** Random keys with random values below `root`, parents first, as Windows lists them. */
export function arbitraryKeys(root: string): fc.Arbitrary<readonly RegFileKey[]> {
  return tree.map((each) => flatten(root, each));
}

function flatten(path: string, { values: own, children }: Tree): RegFileKey[] {
  return [
    { path, values: own },
    ...children.flatMap((child) => flatten(`${path}\\${child.name}`, child.tree)),
  ];
}
