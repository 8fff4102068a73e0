import { defineConfig } from 'oxlint';

interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

/**
 * The layers of the program, as in ARCHITECTURE.md: a folder may import itself and what is listed.
 * Packages are named where only some folders may use them. Everything else fails the lint.
 */
const layers: Readonly<Record<string, Layer>> = {
  'src/shared': { folders: [], packages: ['zod'] },
  'src/main/catalog': { folders: ['shared'], packages: [] },
  'src/main/engine': { folders: ['catalog', 'machine/machine.ts', 'shared'], packages: ['zod'] },
  'src/main/machine': {
    folders: ['shared'],
    packages: ['koffi', 'execa', 'systeminformation', 'zod', 'node'],
  },
  'src/main/report': { folders: ['shared'], packages: ['zod'] },
  'src/main/session': {
    folders: ['catalog', 'engine', 'machine', 'report', 'shared'],
    packages: ['zod', 'node'],
  },
  'src/main/cli': {
    folders: ['catalog', 'engine', 'machine', 'report', 'session', 'shared'],
    packages: ['commander', 'zod', 'node'],
  },
  'src/main/desktop': {
    folders: ['catalog', 'engine', 'machine', 'report', 'session', 'shared'],
    packages: ['electron', 'zod', 'node'],
  },
  /** The guide knows no window, so that it is tested without one. */
  'src/main/desktop/guide': {
    folders: ['catalog', 'engine', 'machine', 'report', 'session', 'shared'],
    packages: ['node'],
  },
  'src/preload': { folders: ['shared'], packages: ['electron'] },
  'src/renderer': { folders: ['shared'], packages: ['react'] },
};

const outside = ['shared', 'preload', 'renderer'];
const insideMain = ['catalog', 'engine', 'machine', 'report', 'session', 'cli', 'desktop'];
const allPackages = [
  'koffi',
  'execa',
  'systeminformation',
  'zod',
  'commander',
  'electron',
  'react',
  'node',
];

/** Engine files that may use Node: the run's own record and lock, and the checksum of a journal line. */
const engineFileAccess = ['journal.ts', 'journal-entry.ts', 'run-folder.ts', 'run-lock.ts'];

interface RestrictedPath {
  readonly name: string;
  readonly importNames: string[];
  readonly message: string;
}

/** Only the door speaks with a page. */
const onlyTheDoor: readonly RestrictedPath[] = [
  { name: 'electron', importNames: ['ipcMain'], message: 'Only src/main/desktop/door.ts uses it.' },
];

function restricted(
  folder: string,
  layer: Layer,
  paths: readonly RestrictedPath[] = onlyTheDoor,
): ['error', { patterns: object[]; paths: RestrictedPath[] }] {
  const own = folder.split('/').at(-1);
  const exact = layer.folders.filter((name) => name.endsWith('.ts'));
  // From outside, all of the main process is one forbidden folder; a page may well be called `report`.
  const others = folder.startsWith('src/main/')
    ? [...outside, ...insideMain]
    : [...outside, 'main'];
  const forbiddenFolders = others.filter((name) => name !== own && !layer.folders.includes(name));
  const forbiddenPackages = allPackages.filter((name) => !layer.packages.includes(name));
  const patterns = [
    {
      group: [
        ...forbiddenFolders.flatMap((name) => [`../${name}/**`, `../**/${name}/**`]),
        ...exact.map((name) => `!../**/${name}`),
        ...exact.map((name) => `!../${name}`),
      ],
      message: `${folder} may import only: ${layer.folders.join(', ') || 'nothing of ours'}.`,
    },
    {
      regex: `^(${forbiddenPackages.join('|')})([:/]|$)`,
      message: `${folder} may use only these packages: ${layer.packages.join(', ') || 'none'}.`,
    },
  ];
  return ['error', { patterns, paths: [...paths] }];
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'vitest', 'node', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    eqeqeq: 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    // `modified`: a closed switch over a union counts once.
    complexity: ['error', { max: 20, variant: 'modified' }],
    // Text is cut by characters a person sees as one; none of ours joins emoji.
    'typescript/no-misused-spread': 'off',
    // Adapters read foreign memory and foreign processes one item after the other on purpose.
    'no-await-in-loop': 'off',
    // Narrowing what a schema or a Windows header has promised is the daily work of an adapter.
    'typescript/no-unsafe-type-assertion': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', 'expect*'] }],
    // `fc.assert` and the like read better with the name of the library in front.
    'import/no-named-as-default-member': 'off',
    // The compiler already knows that a closed switch returns on every path.
    'typescript/consistent-return': 'off',
    // Some modules are imported for what they do when they load.
    'import/no-unassigned-import': 'off',
    // A small arrow function may stand beside the only place that uses it.
    'unicorn/consistent-function-scoping': ['error', { checkArrowFunctions: false }],
    // A type parameter that indexes a mapped type counts as unused there.
    'typescript/no-unnecessary-type-parameters': 'off',
    // The rule wants `Array#toSorted` only; sorting a fresh copy is as clear.
    'unicorn/no-array-sort': 'off',
  },
  overrides: [
    ...Object.entries(layers).map(([folder, layer]) => ({
      files: [`${folder}/**/*.{ts,tsx}`],
      rules: { 'no-restricted-imports': restricted(folder, layer) },
    })),
    {
      files: engineFileAccess.map((name) => `src/main/engine/${name}`),
      rules: {
        'no-restricted-imports': restricted('src/main/engine', {
          folders: ['catalog', 'machine/machine.ts', 'shared'],
          packages: ['zod', 'node'],
        }),
      },
    },
    {
      files: ['src/main/desktop/door.ts'],
      rules: {
        'no-restricted-imports': restricted('src/main/desktop', layers['src/main/desktop']!, []),
      },
    },
    {
      files: ['src/renderer/*/**/*.tsx'],
      // A file of a component is named after it.
      rules: { 'unicorn/filename-case': ['error', { case: 'pascalCase' }] },
    },
    {
      files: ['tests/support/inventory-builder.ts'],
      // One `?? []` for each section counts as a branch.
      rules: { complexity: 'off' },
    },
    {
      files: ['tests/support/fail-on-console.ts'],
      // A set-up file asserts for every test.
      rules: { 'vitest/no-standalone-expect': 'off' },
    },
  ],
  ignorePatterns: ['out', 'dist'],
});
