import { defineConfig } from 'oxlint';

/** Only the server end of the contract speaks with a page. */
const onlyTheIpcServer = [
  {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'Only src/main/desktop/ipc-server.ts uses it.',
  },
];

export default defineConfig({
  // The rooms of the program and what each may import: `build/lint/house.ts`.
  jsPlugins: ['./build/lint/rooms.ts'],
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
    {
      files: ['src/**/*.{ts,tsx}'],
      rules: {
        'house/rooms': 'error',
        'house/no-folder-loop': 'error',
        'house/placed-readings': 'error',
        'no-restricted-imports': ['error', { paths: onlyTheIpcServer }],
      },
    },
    { files: ['src/main/desktop/ipc-server.ts'], rules: { 'no-restricted-imports': 'off' } },
    {
      files: ['src/renderer/*/**/*.tsx'],
      // A file of a component is named after it.
      rules: { 'unicorn/filename-case': ['error', { case: 'pascalCase' }] },
    },
    {
      files: ['tests/support/fail-on-console.ts'],
      // A set-up file asserts for every test.
      rules: { 'vitest/no-standalone-expect': 'off' },
    },
  ],
  ignorePatterns: ['out', 'dist'],
});
