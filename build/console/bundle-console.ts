import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');

export interface ConsoleBundle {
  readonly folder: string;
  /** With what takes the native library out of the program itself, in place of the package. */
  readonly packed: boolean;
}

/**
 * Bundles the command line into one CommonJS file, `cutover.cjs`: a program in one file has no others to load, and Node reads
 * one faster than a hundred. What a command does not need is not evaluated. Names stay, so that a defect can be reported.
 */
export async function bundleConsole({ folder, packed }: ConsoleBundle): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [nativeLibrary(packed)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      license: { fileName: 'licenses.md' },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: 'src/main/console.ts',
        output: {
          format: 'cjs',
          codeSplitting: false,
          entryFileNames: 'cutover.cjs',
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
