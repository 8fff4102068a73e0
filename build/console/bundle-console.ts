import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');

export interface ConsoleBundle {
  readonly folder: string;
  /** With what takes the native library out of the program itself, in place of the package. */
  readonly packed: boolean;
}

/**
 * What is loaded together, the first that fits: a module with everything that it imports and that is in no part before. Each
 * part is read and compiled whole, so that few are better than a hundred, and none should hold much that a command does not need.
 */
const parts = [
  // What every command begins with; help, the version and wrong arguments need nothing else.
  {
    name: 'start',
    test: /src\/main\/(console|cli\/cli|cli\/terminal\/node-terminal)\.ts$/,
  },
  // The answer about an inventory, which `check` gives as it is and most other commands begin with.
  { name: 'answer', test: /src\/main\/cli\/commands\/check\.ts$/ },
  // zod, which says what is wrong with a document, and makes one of an older version what it is today.
  { name: 'schemas', test: /src\/shared\/domain\/inventory-schema\.ts$/ },
  { name: 'windows', test: /src\/main\/machine\/windows\/windows-machine\.ts$/ },
  { name: 'rest', test: /./ },
].map((part, index, all) => ({ ...part, priority: all.length - index }));

/**
 * Bundles the command line into CommonJS files: `cutover.cjs`, and beside it its parts. What a command does not need is neither
 * loaded nor, within a part, evaluated. Names stay, so that a defect can be reported.
 */
export async function bundleConsole({ folder, packed }: ConsoleBundle): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [
      nativeLibrary(packed),
      catalogues(packed),
      evaluated,
      lateModules,
      ...(packed ? [packedParts] : []),
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      ssrEmitAssets: true,
      target: 'node24',
      license: { fileName: 'licenses.md' },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: 'src/main/console.ts',
        output: {
          format: 'cjs',
          codeSplitting: { groups: parts },
          strictExecutionOrder: true,
          minifyInternalExports: false,
          entryFileNames: 'cutover.cjs',
          chunkFileNames: '[name].cjs',
          // Kept at one byte a character, and read faster.
          charset: 'ascii',
          minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
}

/** Where the native library comes from; either way it is loaded when it is needed and not before. */
function nativeLibrary(packed: boolean): Plugin {
  const place = packed ? join(root, 'src/main/machine/windows/packed/koffi.ts') : '\0koffi';
  return {
    name: 'native-library',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id !== 'koffi') return null;
      return importer === '\0koffi' ? { id, external: true } : place;
    },
    load: (id) => (id === '\0koffi' ? `export default require('koffi');` : null),
  };
}

/**
 * The words of each language stay beside the bundle: they are more than half of what there is to read, and a command needs
 * those of one language, and of that language a few: each line has those of one concept, and is parsed when one of them is said.
 */
function catalogues(packed: boolean): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    load(id) {
      const language = /locales[\\/]generated[\\/](?!messages)([\w-]+)\.ts$/.exec(id)?.[1];
      if (language === undefined) return null;
      const fileName = `${language}.txt`;
      this.emitFile({ type: 'asset', fileName, source: linesOf(readFileSync(id, 'utf8')) });
      const [from, text] = packed
        ? [`import { getAsset } from 'node:sea';`, `getAsset('${fileName}', 'utf8')`]
        : [
            `import { readFileSync } from 'node:fs';`,
            `readFileSync(__dirname + '/${fileName}', 'utf8')`,
          ];
      return `${from} import { catalogueIn } from '${lateCatalogue}'; export default catalogueIn(() => ${text});`;
    },
  };
}

const lateCatalogue = join(root, 'src/shared/words/late-catalogue.ts').replaceAll('\\', '/');

/** A generated catalogue, a line for each concept. */
function linesOf(module: string): string {
  const literal = /JSON\.parse\((".*")\)/.exec(module)?.[1] ?? '';
  const concepts = JSON.parse(JSON.parse(literal) as string) as Readonly<Record<string, unknown>>;
  return Object.entries(concepts)
    .map(([concept, messages]) => `\n${concept} ${JSON.stringify(messages)}`)
    .join('');
}

/** Modules of which the bundle has what comes out of them, so that it does not need what they make it of. */
const evaluated: Plugin = {
  name: 'evaluated',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('sources/file/inventory-shape.ts')) return null;
    const { inventoryShape } =
      await import('../../src/main/machine/sources/file/inventory-shape.ts');
    const json = JSON.stringify(JSON.stringify(inventoryShape));
    return `export const inventoryShape = JSON.parse(${json});`;
  },
};

/**
 * Modules of Node that cost milliseconds to load and that few commands need are loaded at the first use of something in them:
 * a part of a bundle would ask for all of them in its first lines.
 */
const late =
  'child_process|crypto|dgram|fs/promises|http|https|net|perf_hooks|readline|readline/promises|sea|stream|stream/promises|timers/promises|tls|tty|v8|worker_threads|zlib';

const lateModules: Plugin = {
  name: 'late-modules',
  renderChunk: (code) => {
    const asked = String.raw`require\(["'\`]((?:node:)?(?:${late}))["'\`]\)`;
    const names = [...code.matchAll(new RegExp(String.raw`(\w+) = ${asked}`, 'g'))].map(
      ([, name]) => name,
    );
    // What a default import is wrapped in looks at every export at once.
    const wrapped = String.raw`(?:\w+\.)?__toESM\((${names.join('|')})(?:, ?1)?\)`;
    const changed = code
      .replaceAll(new RegExp(wrapped, 'g'), '$1')
      .replaceAll(new RegExp(asked, 'g'), '__late("$1")');
    return { code: lateHelper + changed, map: null };
  },
};

const lateHelper = `const __late = (name) => {
  let module;
  const get = () => (module ??= require(name));
  return new Proxy({}, {
    get: (_, key) => (key === 'default' ? get() : get()[key]),
    has: (_, key) => key in get(),
  });
};
`;

/** In a program in one file `require` knows the modules of Node only: there the parts are taken out of the program itself. */
const packedParts: Plugin = {
  name: 'packed-parts',
  renderChunk: (code, { isEntry }) =>
    isEntry
      ? { code: packedHelper + code.replaceAll(/require\((?=["'`]\.\/)/g, '__part('), map: null }
      : null,
};

const packedHelper = `const __parts = new Map();
const __part = (name) => {
  if (!name.startsWith('./')) return require(name);
  const known = __parts.get(name);
  if (known !== undefined) return known.exports;
  const file = name.slice(2);
  const module = { exports: {} };
  __parts.set(name, module);
  const text = require('node:sea').getAsset(file, 'utf8');
  const run = require('node:vm').compileFunction(text, ['exports', 'require', 'module'], { filename: file });
  run(module.exports, __part, module);
  return module.exports;
};
`;

/** Starts the bundle from `out/main/`, and keeps beside it what Node has made of it. */
const start = `import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
enableCompileCache(join(import.meta.dirname, '../compile-cache'));
createRequire(import.meta.url)('../console/cutover.cjs');
`;

/** The command line as it runs out of a built checkout: `node out/main/console.js`. */
export function writeConsoleStart(): void {
  mkdirSync(join(root, 'out/main'), { recursive: true });
  writeFileSync(join(root, 'out/main/console.js'), start);
}

if (import.meta.main) await bundleConsole({ folder: join(root, 'out/console'), packed: false });
